import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import type { NewCall, NewEvent, NewLead, NewReceivedText, NewTask, NewText, NewWork } from '../../../store/port';

/** Tuesday noon in Austin: where the held clock of the tests starts. */
export const NOON = Date.parse('2026-11-17T18:00:00.000Z');

export const LINE = '+15125550100';
export const RENTER = '+15125550123';
export const OTHER_RENTER = '+15125550124';

export function settings(change: Partial<PortfolioSettings> = {}): PortfolioSettings {
	return {
		key: 'main',
		brand: 'Cedar Grove Apartments',
		country: 'US',
		timeZone: 'America/Chicago',
		defaultOwner: 'Leasing desk',
		properties: [{ key: 'cedar', name: 'Cedar Grove', timeZone: null, state: 'TX', tourUrl: null, owner: null }],
		lines: [{ phone: LINE, label: 'Cedar Grove leasing', propertyKey: 'cedar' }],
		staff: [],
		trackingNumbers: [],
		officeHours: [],
		holidays: [],
		...change,
	};
}

export function newLead(change: Partial<NewLead> = {}): NewLead {
	return {
		portfolio: 'main',
		firstName: 'Maria',
		lastName: 'Lopez',
		fullName: 'Maria Lopez',
		phone: RENTER,
		email: 'maria@example.com',
		source: 'phone',
		status: 'new',
		owner: 'Leasing desk',
		nextAction: 'Call back',
		nextActionAt: NOON,
		propertyKey: 'cedar',
		interest: { bedrooms: 2 },
		...change,
	};
}

export function newCall(change: Partial<NewCall> = {}): NewCall {
	return {
		portfolio: 'main',
		provider: 'twilio',
		providerCallId: 'CA1',
		mode: 'ring_staff',
		consumer: 'w1:n1',
		callerRaw: RENTER,
		callerE164: RENTER,
		callerName: 'LOPEZ MARIA',
		withheld: false,
		lineE164: LINE,
		lineLabel: 'Cedar Grove leasing',
		propertyKey: 'cedar',
		forwardedFrom: null,
		startedAt: NOON,
		screening: true,
		raw: { CallSid: 'CA1' },
		...change,
	};
}

export function newEvent(change: Partial<NewEvent> = {}): NewEvent {
	return { consumer: 'w1:n1', key: 'missed:CA1', kind: 'missed_call', payload: { event: 'missed_call' }, receivedAt: NOON, ...change };
}

export function newText(change: Partial<NewText> = {}): NewText {
	return {
		portfolio: 'main',
		key: 'missed:CA1:text_back',
		purpose: 'text_back',
		leadId: null,
		callId: null,
		line: LINE,
		phone: RENTER,
		body: 'Sorry we missed your call to Cedar Grove.',
		segments: 1,
		state: 'planned',
		dueAt: NOON,
		expiresAt: null,
		eventAt: NOON,
		guard: { windowHours: 12 },
		reasons: [],
		...change,
	};
}

export function newReceivedText(change: Partial<NewReceivedText> = {}): NewReceivedText {
	return {
		portfolio: 'main',
		provider: 'twilio',
		providerId: 'SM100',
		line: LINE,
		phone: RENTER,
		body: 'Is the two-bedroom still free?',
		media: [],
		leadId: null,
		inquiryId: null,
		receivedAt: NOON,
		...change,
	};
}

export function newTask(change: Partial<NewTask> = {}): NewTask {
	return {
		portfolio: 'main',
		key: 'call_back:CA1',
		kind: 'call_back',
		title: 'Call back +1 512-555-0123',
		leadId: null,
		callId: null,
		owner: 'Leasing desk',
		dueAt: NOON,
		priority: 2,
		reasons: [{ code: 'missed_call', sentence: 'Nobody answered.' }],
		...change,
	};
}

export function newWork(change: Partial<NewWork> = {}): NewWork {
	return { portfolio: 'main', kind: 'sweep', key: 'texts', payload: { step: 1 }, dueAt: NOON, ...change };
}

export function newInquiry(change: Partial<Inquiry> = {}): Inquiry {
	return {
		portfolio: 'main',
		provider: 'twilio',
		providerId: 'CA1',
		fingerprint: '',
		channel: 'call',
		occurredAt: '2026-11-17T18:00:00.000Z',
		receivedAt: '2026-11-17T18:00:01.000Z',
		people: [],
		interest: { propertyKey: 'cedar', propertyName: null, unit: null, bedrooms: null, moveIn: null, budget: null, message: null },
		source: { source: 'phone', campaign: null, line: LINE, evidence: 'The line that was called.' },
		call: null,
		changes: [],
		raw: { CallSid: 'CA1' },
		...change,
	};
}

import type { MissedCallEvent } from '../../../leasing/call/call';
import { missedCallEvent } from '../../../leasing/call/missedCall';
import { parsePhone } from '../../../leasing/phone/parsePhone';
import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import type { StoreLocation } from '../../../store/location';
import { NOON, settings } from '../contract/builders';

/** What the test tells each process. */
export interface Assignment {
	location: StoreLocation;
	/** Which one this is, from 0. */
	me: number;
	processes: number;
	events: number;
	renters: number;
}

/** What each process tells the test. */
export interface Outcome {
	/** Keys of the events that this process was the first to record. */
	recorded: string[];
	/** Keys of the events that this process finished. */
	finished: string[];
	/** Whom it sent a text. */
	sent: string[];
}

export const CONSUMER = 'missed-calls:trigger';
const LINE = '+17375550100';

export const company: PortfolioSettings = settings({ lines: [{ phone: LINE, label: 'Main', propertyKey: 'cedar' }] });

/** At most 100 renters: there are no more example numbers in one area code. */
export const phoneOf = (renter: number) => `+15125550${100 + renter}`;

/** Each renter calls a few times at the same moment, then the next one, and all of them again and again. */
export const renterOf = (index: number, renters: number) => Math.floor(index / 4) % renters;

export function eventOf(index: number, renters: number): MissedCallEvent {
	const at = NOON + Math.floor(index / 10);
	return missedCallEvent({
		provider: 'twilio',
		callKey: `CA${index}`,
		callId: `call_${index}`,
		portfolio: company.key,
		outcome: 'no_answer',
		caller: parsePhone(phoneOf(renterOf(index, renters)), { country: 'US', known: { own: new Set([LINE]), staff: new Set() } }),
		line: { e164: LINE, label: 'Main' },
		property: { key: 'cedar', name: 'Cedar Grove' },
		startedAt: at,
		endedAt: at,
		receivedAt: at,
		verified: 'signature',
		reasons: [],
	});
}

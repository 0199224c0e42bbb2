import type { IDataObject } from 'n8n-workflow';

import type { MissedCallEvent } from '../../../leasing/call/call';
import { Portfolio } from '../../../nodes/Portfolio/Portfolio.node';
import { runNode } from './runNode';
import type { TempStore } from './tempStore';

export const MAIN_LINE = '+15125550100';
export const CEDAR_LINE = '+15125550101';
export const TRACKING_NUMBER = '+15125550120';
export const STAFF_PHONE = '+15125550110';

/** The Save Settings form of the company that node tests work with. */
export const companyForm = {
	operation: 'save',
	companyName: 'Maple Property Group',
	timeZone: 'America/Chicago',
	defaultOwner: 'Leasing Team',
	lines: {
		line: [
			{
				phone: '(512) 555-0100',
				label: 'Gate sign',
				property: 'Maple Court',
				tourUrl: 'https://example.com/maple/tour',
				owner: 'Dana',
				state: 'TX',
			},
			{ phone: '512.555.0101', property: 'Cedar House' },
		],
	},
	staffPhones: { staff: [{ name: 'Dana', phone: '512 555 0110' }] },
	trackingNumbers: '512-555-0120',
	holidays: '2026-12-25, 2026-11-26',
};

/** Saves the sample company in the test's store, as a user would. */
export async function saveCompany({ credentials }: TempStore, changes: Record<string, unknown> = {}): Promise<IDataObject> {
	const { json } = await runNode({ nodeType: Portfolio, parameters: { ...companyForm, ...changes }, credentials });
	const [saved] = json[0] ?? [];
	if (!saved) throw new Error('The Portfolio node gave no item');
	return saved;
}

let calls = 0;

/** An item of a Missed Call Trigger: a new call to Maple Court, unless told otherwise. @param from as the phone system sends it */
export function missedCall(from: string, changes: Partial<MissedCallEvent> = {}): MissedCallEvent {
	const callKey = changes.callKey ?? `CA${String(++calls).padStart(32, '0')}`;
	return {
		event: 'missed_call',
		eventId: `twilio:${callKey}:missed`,
		provider: 'twilio',
		callKey,
		callId: `call_${calls}`,
		portfolio: 'main',
		outcome: 'no_answer',
		direction: 'inbound',
		caller: { raw: from, e164: /^\+\d{8,}$/.test(from) ? from : null, name: null, withheld: false, textable: 'unknown', reason: null },
		line: { e164: MAIN_LINE, providerId: null, label: 'Gate sign' },
		property: { key: 'maple-court', name: 'Maple Court' },
		startedAt: '2026-11-20T16:00:00.000Z',
		endedAt: '2026-11-20T16:00:20.000Z',
		ringSeconds: 20,
		voicemail: null,
		forwardedFrom: null,
		receivedAt: '2026-11-20T16:00:21.000Z',
		latencyMs: 5,
		verified: 'signature',
		reasons: [],
		raw: {},
		...changes,
	};
}

import type { Deployment } from '../deployment/contract';

export interface CallRecord {
	id: string;
	sid: string;
	state: string;
	outcome: string | null;
	caller: string | null;
	withheld: number;
	reasons: string;
	lead_id: string | null;
}
export interface EventRecord {
	id: string;
	key: string;
	state: string;
	attempts: number;
	last_error: string | null;
}
export interface TextRecord {
	id: string;
	call_id: string | null;
	state: string;
	attempts: number;
	provider_id: string | null;
	provider_status: string | null;
	reasons: string;
}
export interface TaskRecord {
	key: string;
	kind: string;
	title: string;
	lead_id: string | null;
	call_id: string | null;
	state: string;
	reasons: string;
}
export interface LeadRecord {
	id: string;
	phone: string;
}

/** All that the store knows, by what it is about. */
export interface Records {
	callBySid: Map<string, CallRecord>;
	eventsByKey: Map<string, EventRecord[]>;
	textsByCall: Map<string, TextRecord[]>;
	tasks: TaskRecord[];
	leadsByPhone: Map<string, LeadRecord[]>;
}

export async function readRecords({ look }: Pick<Deployment, 'look'>): Promise<Records> {
	const calls = await look<CallRecord>(
		'SELECT id, provider_call_id AS sid, state, outcome, caller_e164 AS caller, withheld, reasons, lead_id FROM calls',
	);
	const events = await look<EventRecord>('SELECT id, key, state, attempts, last_error FROM events');
	const texts = await look<TextRecord>('SELECT id, call_id, state, attempts, provider_id, provider_status, reasons FROM texts');
	const leads = await look<LeadRecord>(
		"SELECT lead_id AS id, value AS phone FROM identities WHERE kind = 'phone' UNION SELECT id, phone FROM leads WHERE phone IS NOT NULL",
	);
	return {
		callBySid: new Map(calls.map((call) => [call.sid, call])),
		eventsByKey: groupBy(events, ({ key }) => key),
		textsByCall: groupBy(texts, ({ call_id: callId }) => callId ?? ''),
		tasks: await look<TaskRecord>('SELECT key, kind, title, lead_id, call_id, state, reasons FROM tasks'),
		leadsByPhone: groupBy(leads, ({ phone }) => phone),
	};
}

export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}

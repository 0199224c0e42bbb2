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
	voicemail_recording_id: string | null;
	voicemail_url: string | null;
}
export interface EventRecord {
	id: string;
	key: string;
	state: string;
	attempts: number;
	last_error: string | null;
}
/** A text that we meant to send. */
export interface TextRecord {
	id: string;
	call_id: string | null;
	phone: string;
	line: string;
	body: string;
	state: string;
	attempts: number;
	provider_id: string | null;
	provider_status: string | null;
	reasons: string;
}
/** A text of a renter. */
export interface InboundRecord {
	provider_id: string;
	phone: string;
	line: string;
	body: string;
	lead_id: string | null;
	inquiry_id: string | null;
}
export interface OptOutRecord {
	phone: string;
	action: 'out' | 'in';
}
export interface HoldRecord {
	phone: string;
	lifted_at: number | null;
}
export interface InquiryRecord {
	id: string;
	/** As it was kept, JSON. */
	inquiry: string;
	lead_id: string | null;
}
export interface WriteBackRecord {
	key: string;
	state: string;
	reasons: string;
}
export interface TaskRecord {
	key: string;
	owner: string;
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
	texts: TextRecord[];
	textsByCall: Map<string, TextRecord[]>;
	inbound: InboundRecord[];
	/** In the order in which they count: the last one of a number holds. */
	optOuts: OptOutRecord[];
	holds: HoldRecord[];
	inquiries: InquiryRecord[];
	writeBacks: WriteBackRecord[];
	tasks: TaskRecord[];
	leadsByPhone: Map<string, LeadRecord[]>;
}

export async function readRecords({ look }: Pick<Deployment, 'look'>): Promise<Records> {
	const calls = await look<CallRecord>(
		'SELECT id, provider_call_id AS sid, state, outcome, caller_e164 AS caller, withheld, reasons, lead_id, voicemail_recording_id, voicemail_url FROM calls',
	);
	const events = await look<EventRecord>('SELECT id, key, state, attempts, last_error FROM events');
	const texts = await look<TextRecord>(
		"SELECT id, call_id, phone, line, body, state, attempts, provider_id, provider_status, reasons FROM texts WHERE direction = 'out'",
	);
	const leads = await look<LeadRecord>(
		"SELECT lead_id AS id, value AS phone FROM identities WHERE kind = 'phone' UNION SELECT id, phone FROM leads WHERE phone IS NOT NULL",
	);
	return {
		callBySid: new Map(calls.map((call) => [call.sid, call])),
		eventsByKey: groupBy(events, ({ key }) => key),
		texts,
		inbound: await look<InboundRecord>("SELECT provider_id, phone, line, body, lead_id, inquiry_id FROM texts WHERE direction = 'in'"),
		optOuts: await look<OptOutRecord>(
			"SELECT phone, action FROM opt_outs ORDER BY phone, seq, CASE action WHEN 'in' THEN 0 ELSE 1 END",
		),
		holds: await look<HoldRecord>('SELECT phone, lifted_at FROM text_holds'),
		inquiries: await look<InquiryRecord>('SELECT id, inquiry, lead_id FROM inquiries'),
		writeBacks: await look<WriteBackRecord>('SELECT key, state, reasons FROM write_backs'),
		textsByCall: groupBy(texts, ({ call_id: callId }) => callId ?? ''),
		tasks: await look<TaskRecord>('SELECT key, owner, kind, title, lead_id, call_id, state, reasons FROM tasks'),
		leadsByPhone: groupBy(leads, ({ phone }) => phone),
	};
}

export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}

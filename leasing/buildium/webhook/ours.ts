/** How the records that we write are called in events, and which field names them. */
const OURS: Readonly<Record<string, readonly [recordType: string, idField: string]>> = {
	Task: ['contact_request', 'TaskId'],
	'Task.History': ['contact_request', 'TaskId'],
	PhoneLog: ['phone_log', 'PhoneLogId'],
	Applicant: ['applicant', 'ApplicantId'],
};

/** An event as far as it tells whose record it is about. */
interface AboutRecord {
	eventName: string;
	record: string;
	/** ISO 8601. */
	at: string;
	ids: Readonly<Record<string, unknown>>;
}

/** What an event of Buildium says about a record of a kind that we write; null for all others. */
export function oursIn({ eventName, record, at, ids }: AboutRecord) {
	const [recordType, idField] = OURS[record] ?? [];
	const id = idField === undefined ? undefined : ids[idField];
	if (recordType === undefined || (typeof id !== 'number' && typeof id !== 'string')) return null;
	// A first entry in a history is not the first of its task.
	const created = eventName === `${record}.Created` && record !== 'Task.History';
	return { provider: 'buildium', recordType, recordId: String(id), created, at };
}

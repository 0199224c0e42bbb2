import type { SandboxMessage } from '../../../sandbox/twilio/contract';
import type { PlacedCall } from '../calls/placedCall';
import type { Finding } from './finding';
import { heardOf } from './heard';
import { groupBy, type CallRecord, type Records, type TaskRecord, type TextRecord } from './records';

export interface Judgement {
	calls: number;
	/** Calls of which n8n never acknowledged anything: Twilio used the fallback, or said sorry. */
	unheard: number;
	/** Of these, calls that n8n itself acknowledged while it was starting; see heard.ts. */
	startingUp: number;
	answered: number;
	texted: number;
	findings: Finding[];
}

const FINAL_WITHOUT_TEXT = ['not_sent', 'failed', 'unknown'];
/** A text that was not delivered is none; who calls again after that is answered again. */
const NOBODY_GOT = ['undelivered', 'failed'];

/**
 * Compares what the phone company saw with what the store says. Every call that was acknowledged must have become one
 * missed call (or an answered one), one lead, and one text; or no text and a reason that a person sees.
 */
export function judge(placed: readonly PlacedCall[], messages: readonly SandboxMessage[], records: Records): Judgement {
	const findings: Finding[] = [];
	const toCaller = groupBy(
		messages.filter(({ direction }) => direction === 'outbound-api'),
		({ to }) => to,
	);
	const counts = { unheard: 0, startingUp: 0, answered: 0 };
	for (const [from, calls] of groupBy(placed, ({ call }) => call.from)) {
		const add = (call: PlacedCall) => (kind: Finding['kind'], sentence: string) => findings.push({ kind, call, phone: from, sentence });
		const missed = calls.filter((one) => judgeCall(one, records, add(one), counts));
		const [first] = missed.length > 0 ? missed : calls;
		if (!first) continue;
		const texts = toCaller.get(from) ?? [];
		if (texts.length > 0 && calls.every(({ call }) => records.callBySid.get(call.sid)?.state === 'answered')) {
			add(first)('doubled', 'A text went to somebody whose every call was answered.');
		}
		judgeCaller(from, missed, texts, records, add(first));
	}
	return { calls: placed.length, ...counts, texted: toCaller.size, findings };
}

/** @returns whether the call counts as a missed one that was handled by the workflow */
function judgeCall(
	placed: PlacedCall,
	records: Records,
	add: (kind: Finding['kind'], sentence: string) => void,
	counts: Pick<Judgement, 'unheard' | 'startingUp' | 'answered'>,
): boolean {
	const { call } = placed;
	const heard = heardOf(call);
	const record = records.callBySid.get(call.sid);
	if (!record) {
		if (heard.accepted) add('lost', 'A request of this call was answered with success, but the store does not know the call.');
		else counts.unheard += 1;
		if (!heard.accepted && heard.startingUp) counts.startingUp += 1;
		return false;
	}
	if (record.state === 'answered') {
		counts.answered += 1;
		if (heard.connected) return false;
		const task = openTask(records, ({ call_id: callId }) => callId === record.id);
		if (task) add('person', `Taken for answered although nobody was connected; the task says: ${task.title}`);
		else add('lost', 'Taken for answered although nobody was connected, and no task asks about it.');
		return false;
	}
	if (record.state !== 'missed') {
		add('lost', `The call is still "${record.state}": nobody decided whether it was missed.`);
		return false;
	}
	if (heard.connected) add('lost', 'Taken for missed although the caller was connected with staff.');
	return judgeEvent(record, records, add);
}

function judgeEvent(record: CallRecord, records: Records, add: (kind: Finding['kind'], sentence: string) => void): boolean {
	const [event, ...more] = records.eventsByKey.get(`missed_call:twilio:${record.sid}`) ?? [];
	if (!event) add('lost', 'The call was missed, but there is no event for it.');
	else if (more.length > 0) add('doubled', 'There are several events for this call.');
	else if (event.state === 'failed') {
		const task = openTask(records, ({ key }) => key === `failed_event:${event.id}`);
		if (task) add('person', `The workflow failed ${event.attempts} times (${event.last_error ?? ''}); the task says: ${task.title}`);
		else add('lost', `The workflow failed for good (${event.last_error ?? ''}), and no task says so.`);
	} else if (event.state === 'done') {
		if (record.withheld === 1) judgeWithheld(record, records, add);
		return true;
	} else add('lost', `The event is still "${event.state}" after ${event.attempts} attempts.`);
	return false;
}

function judgeWithheld(record: CallRecord, records: Records, add: (kind: Finding['kind'], sentence: string) => void): void {
	const tasks = records.tasks.filter(({ call_id: callId }) => callId === record.id);
	if (tasks.length === 0) add('lost', 'The caller withheld the number, and there is no task about the call.');
	if (tasks.length > 1) add('doubled', `There are ${tasks.length} tasks about one call: ${tasks.map(({ title }) => title).join('; ')}`);
}

/** One caller's calls together: redials share the lead, the call-back and the text. */
function judgeCaller(
	from: string,
	missed: PlacedCall[],
	messages: SandboxMessage[],
	records: Records,
	add: (kind: Finding['kind'], sentence: string) => void,
): void {
	const got = messages.filter(({ status }) => !NOBODY_GOT.includes(status));
	if (got.length > 1) add('doubled', `The caller got ${got.length} texts.`);
	const own = missed.flatMap(({ call }) => records.callBySid.get(call.sid) ?? []).filter(({ withheld }) => withheld === 0);
	if (own.length === 0) return;
	const leads = new Set((records.leadsByPhone.get(from) ?? []).map(({ id }) => id));
	if (leads.size === 0) return add('lost', 'There is no lead for the caller.');
	if (leads.size > 1) add('doubled', `There are ${leads.size} leads for the caller.`);
	const tasks = records.tasks.filter(({ lead_id: leadId, state }) => state === 'open' && leadId !== null && leads.has(leadId));
	const callBacks = tasks.filter(({ kind }) => kind === 'call_back');
	if (callBacks.length === 0) add('lost', 'There is no open call-back for the caller.');
	if (callBacks.length > 1) add('doubled', `There are ${callBacks.length} open call-backs for the caller.`);

	const texts = own.map(({ id }) => records.textsByCall.get(id) ?? []);
	if (texts.some((ofCall) => ofCall.length === 0)) add('lost', 'A missed call has no text, and no decision against one.');
	if (texts.some((ofCall) => ofCall.length > 1)) add('doubled', 'A missed call has several texts in the store.');
	judgeTexts(texts.flat(), messages, tasks, add);
	judgeMessages(texts.flat(), messages, add);
}

/** Each message stands for a text of ours: one that does not is a second request for the same text, whatever became of it. */
function judgeMessages(texts: TextRecord[], messages: SandboxMessage[], add: (kind: Finding['kind'], sentence: string) => void): void {
	const unknown = messages.filter(({ sid }) => !texts.some((text) => text.provider_id === sid));
	// What is unclear is given to a person, and never sent again.
	const unclear = texts.filter(({ state }) => state === 'unknown').length;
	if (unknown.length > unclear) add('doubled', `The phone company has ${unknown.length} texts that the store does not know.`);
}

function judgeTexts(
	texts: TextRecord[],
	messages: SandboxMessage[],
	tasks: TaskRecord[],
	add: (kind: Finding['kind'], sentence: string) => void,
): void {
	for (const text of texts) {
		const taken = messages.find(({ sid }) => sid === text.provider_id);
		if (['planned', 'held', 'claimed'].includes(text.state)) add('lost', `A text is still "${text.state}".`);
		else if (!FINAL_WITHOUT_TEXT.includes(text.state) && !taken)
			add('lost', `A text is "${text.state}", but the phone company has no such text.`);
		else if (text.state === 'unknown')
			add(
				'person',
				`It is unclear whether the text was sent (the phone company ${messages.length > 0 ? 'has one' : 'has none'}): ${said(tasks)}`,
			);
	}
	if (messages.length > 0 || texts.length === 0 || texts.some(({ state }) => state === 'unknown')) return;
	const explained = texts.every(({ reasons }) => reasons !== '[]');
	if (explained && tasks.length > 0)
		add('person', `No text: ${texts.map(({ state, reasons }) => `${state} ${codes(reasons)}`).join(', ')}; ${said(tasks)}`);
	else add('lost', `No text, and ${tasks.length === 0 ? 'no open task' : 'no reason'}.`);
}

function openTask(records: Records, fits: (task: TaskRecord) => boolean): TaskRecord | undefined {
	return records.tasks.find((task) => task.state === 'open' && fits(task));
}

const said = (tasks: TaskRecord[]) => `open tasks: ${tasks.map(({ kind, title }) => `${kind} "${title}"`).join('; ')}`;

function codes(reasons: string): string {
	return (JSON.parse(reasons) as Array<{ code: string }>).map(({ code }) => code).join('+');
}

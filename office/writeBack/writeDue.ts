import { changedContactRequest } from '../../../leasing/buildium/bodies/task';
import { noAnswer, passesByItself } from '../../../leasing/buildium/refusal';
import { reason, type Reason } from '../../../leasing/reason';
import { MINUTE, type Clock } from '../../../leasing/time';
import { ROUTE_WORDS, type WriteBackStep } from '../../../leasing/buildium/writeBack/plan';
import type { Store, WriteBackKey } from '../../../store/port';
import { UserMistake } from '../../../leasing/userMistake';
import { asReply, BuildiumError, type BuildiumClient, type BuildiumRecord } from '../transport';
import { endRefused, endWritten, type Ended } from './end';
import { findAgain } from './findAgain';
import type { WriteBackPayload } from './queue';
import { noteRoute } from './refusedRoutes';

interface Tools {
	store: Store;
	client: BuildiumClient;
	clock: Clock;
}

/** No request lasts longer; after a crash in the middle of one, so long nobody else sends. */
const HELD_FOR = 2 * MINUTE;

/**
 * Writes one thing into Buildium, once. Buildium knows no idempotency keys: before every request it is noted that it leaves, and
 * whoever finds such a note looks for the record by its marker first. A way that the account does not allow is passed over for
 * the next one; what ends without a certain answer is thrown, so that the work is tried again later.
 * @throws BuildiumError, UserMistake when it is to be tried again
 */
export async function writeDue(payload: WriteBackPayload, tools: Tools): Promise<Ended> {
	const { plan } = payload;
	const id: WriteBackKey = { portfolio: payload.portfolio, provider: 'buildium', key: plan.key };
	const { writeBack } = await tools.store.writeBacks.plan(id, payload.leadId, plan.reasons);
	if (writeBack.state !== 'queued')
		return {
			state: writeBack.state,
			route: null,
			recordType: writeBack.recordType,
			recordId: writeBack.recordId,
			reasons: writeBack.reasons,
			already: true,
		};

	const begun = await tools.store.writeBacks.beginAttempt(id, tools.clock.now(), tools.clock.now() + HELD_FOR);
	if (!begun)
		throw new UserMistake('Another execution is writing this into Buildium right now.', 'Nothing to do: it is looked at again later.');
	let sent = writeBack.attemptedAt !== null;
	return await allWays().catch(async (thrown: unknown) => {
		await tools.store.writeBacks.endAttempt(id, sent ? 'unknown' : 'nothing');
		return await Promise.reject(thrown);
	});

	async function allWays(): Promise<Ended> {
		if (sent) {
			const found = await findEarlier(payload, tools);
			if (found !== null)
				return await endWritten(payload, tools, {
					...found,
					reasons: [reason('write_back_found', 'An earlier try had arrived after all; nothing was written twice.')],
				});
			sent = false;
		}
		const passed: Reason[] = [];
		for (const step of plan.steps) {
			const result = await tryStep(step);
			if ('written' in result) return await endWritten(payload, tools, { step, record: result.written, reasons: passed });
			passed.push(result.why);
		}
		return await endRefused(payload, tools, passed);
	}

	/** @returns the record, or why this way is closed */
	async function tryStep(step: WriteBackStep): Promise<{ written: BuildiumRecord } | { why: Reason }> {
		if (step.route === 'contact_request_message') {
			const closed = await whyClosed(step, tools.client);
			if (closed !== null) return { why: closed };
		}
		sent = true;
		const reply = await asReply(send(step, tools.client));
		if (reply.ok) {
			await noteRoute(tools.store, id, step.route, null);
			return { written: reply.value };
		}
		const { refusal } = reply;
		// An answer that cannot be read may have been a yes; all others say that nothing was done.
		sent = refusal.code === 'unsure' || refusal.code === 'bad_answer';
		if (sent || passesByItself(refusal) || refusal.code === 'wrong_keys') throw new BuildiumError(refusal);
		if (refusal.code === 'no_permission') await noteRoute(tools.store, id, step.route, tools.clock.now());
		const code = refusal.code === 'no_permission' ? 'write_back_not_allowed' : 'write_back_refused';
		return { why: reason(code, `${capital(ROUTE_WORDS[step.route])} was refused. ${refusal.sentence} ${refusal.advice}`) };
	}
}

async function send(step: WriteBackStep, client: BuildiumClient): Promise<BuildiumRecord> {
	if (step.method === 'POST') return await client.post(step.path, step.body);
	const changed = await client.update(step.path, (record) => changedContactRequest(record, { Message: String(step.body.Message) }, {}), {
		didItArrive: async () => await later(step),
	});
	return { ...changed, Id: changed.Id ?? taskIdOf(step) };
}

/** An update that was not answered is never sent again at once: it may still be under way, and would say the same twice. */
async function later({ path }: WriteBackStep): Promise<null> {
	return await Promise.reject(new BuildiumError(noAnswer({ method: 'PUT', path }, 'no_answer', 'It is looked for at the next try')));
}

/** A message on a contact request that somebody has finished would be seen by nobody. */
async function whyClosed({ path }: WriteBackStep, client: BuildiumClient): Promise<Reason | null> {
	const reply = await asReply(client.get(path));
	if (!reply.ok) {
		if (reply.refusal.code !== 'not_found' && reply.refusal.code !== 'no_permission') throw new BuildiumError(reply.refusal);
		return reason('write_back_request_gone', 'The contact request of before cannot be read any more, so a new one is made.');
	}
	const status = String(reply.value.TaskStatus);
	return status === 'Completed' || status === 'Closed'
		? reason('write_back_request_closed', 'The contact request of before is done, so a new one is made.')
		: null;
}

async function findEarlier({ plan }: WriteBackPayload, { client }: Tools): Promise<{ step: WriteBackStep; record: BuildiumRecord } | null> {
	for (const step of plan.steps) {
		const reply = await asReply(findAgain(client, step.find, plan.marker));
		if (reply.ok && reply.value !== null)
			return { step, record: step.route === 'contact_request_message' ? { Id: taskIdOf(step) } : reply.value };
		// Where the key may not read, it has not written either; a record that is gone holds nothing of ours.
		if (!reply.ok && reply.refusal.code !== 'no_permission' && reply.refusal.code !== 'not_found')
			throw new BuildiumError(reply.refusal);
	}
	return null;
}

function taskIdOf({ path }: WriteBackStep): number {
	return Number(path.split('/').at(-1));
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

import { reason, type Reason } from '../../leasing/reason';
import { passesByItself } from '../../leasing/rest/refusal';
import { RefusedError } from '../../leasing/rest/refusedError';
import { MINUTE } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import { endRefused, endWritten, type Ended, type WriteTools } from './end';
import { keyOf, type WriteBackPayload } from './payload';
import { noteRoute } from './refusedRoutes';
import type { WriteBackMark } from './target';

/** No request lasts longer; after a crash in the middle of one, so long nobody else sends. */
const HELD_FOR = 2 * MINUTE;

/**
 * Writes one thing into a property-management system, once. Before every request it is noted that it leaves, and whoever finds
 * such a note looks for the record first. A way that the account does not allow is passed over for the next one; what ends
 * without a certain answer is thrown, so that the work is tried again later.
 * @throws RefusedError, UserMistake when it is to be tried again
 */
export async function writeDue<Step>(payload: WriteBackPayload<Step>, tools: WriteTools<Step>): Promise<Ended> {
	const { store, clock, target } = tools;
	const { plan } = payload;
	const id = keyOf(target.room, payload);
	const mark: WriteBackMark = { key: plan.key, marker: plan.marker };
	const { writeBack } = await store.writeBacks.plan(id, payload.leadId, plan.reasons);
	if (writeBack.state !== 'queued')
		return {
			state: writeBack.state,
			route: null,
			recordType: writeBack.recordType,
			recordId: writeBack.recordId,
			reasons: writeBack.reasons,
			already: true,
		};

	const begun = await store.writeBacks.beginAttempt(id, clock.now(), clock.now() + HELD_FOR);
	if (!begun)
		throw new UserMistake(
			`Another execution is writing this into ${target.room.name} right now.`,
			'Nothing to do: it is looked at again later.',
		);
	let sent = writeBack.attemptedAt !== null;
	return await allWays().catch(async (thrown: unknown) => {
		await store.writeBacks.endAttempt(id, sent ? 'unknown' : 'nothing');
		return await Promise.reject(thrown);
	});

	async function allWays(): Promise<Ended> {
		if (sent) {
			const found = await findEarlier();
			if (found !== null) {
				const why = reason('write_back_found', 'An earlier try had arrived after all; nothing was written twice.');
				return await endWritten(payload, tools, { ...found, reasons: [why] });
			}
			sent = false;
		}
		const passed: Reason[] = [];
		for (const step of plan.steps) {
			const result = await tryStep(step);
			if ('why' in result) passed.push(result.why);
			else return await endWritten(payload, tools, { step, ...result, reasons: passed });
		}
		return await endRefused(payload, tools, passed);
	}

	/** @returns the record, or why this way is closed */
	async function tryStep(step: Step): Promise<{ recordId: string | null } | { why: Reason }> {
		const { route, words } = target.room.wordsOf(step);
		sent = true;
		const outcome = await target.send(step, mark);
		if (outcome.kind === 'written') {
			await noteRoute(store, id, route, null);
			return { recordId: outcome.recordId ?? (await idByMark(step)) };
		}
		if (outcome.kind === 'closed') {
			sent = false;
			return { why: outcome.why };
		}
		const { refusal } = outcome;
		// An answer that cannot be read may have been a yes; all others say that nothing was done.
		sent = refusal.code === 'unsure' || refusal.code === 'bad_answer';
		if (sent || passesByItself(refusal) || refusal.code === 'wrong_keys') throw new RefusedError(refusal);
		if (refusal.code === 'no_permission') await noteRoute(store, id, route, clock.now());
		const code = refusal.code === 'no_permission' ? 'write_back_not_allowed' : 'write_back_refused';
		return { why: reason(code, `${capital(words)} was refused. ${refusal.sentence} ${refusal.advice}`) };
	}

	/** Some answer a write with nothing. The record is there; only its id is not known. */
	async function idByMark(step: Step): Promise<string | null> {
		const reply = await target.find(step, mark, writeBack.createdAt);
		return reply.ok ? (reply.value?.recordId ?? null) : null;
	}

	async function findEarlier(): Promise<{ step: Step; recordId: string | null } | null> {
		for (const step of plan.steps) {
			const reply = await target.find(step, mark, writeBack.createdAt);
			if (reply.ok && reply.value !== null) return { step, recordId: reply.value.recordId };
			// Where the key may not read, it has not written either; a record that is gone holds nothing of ours.
			if (!reply.ok && reply.refusal.code !== 'no_permission' && reply.refusal.code !== 'not_found')
				throw new RefusedError(reply.refusal);
		}
		return null;
	}
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

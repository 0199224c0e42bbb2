import { changedContactRequest } from '../../../leasing/buildium/bodies/task';
import { BUILDIUM } from '../../../leasing/buildium/vendor';
import type { BuildiumStep } from '../../../leasing/buildium/writeBack/plan';
import { BUILDIUM_WRITE_BACK } from '../../../leasing/buildium/writeBack/rules';
import { reason, type Reason } from '../../../leasing/reason';
import { noAnswer, type Refusal } from '../../../leasing/rest/refusal';
import { asReply, RefusedError } from '../../../leasing/rest/refusedError';
import type { SendOutcome, WriteBackTarget } from '../../../office/writeBack/target';
import type { BuildiumClient } from '../transport';
import { findAgain, idOf } from './findAgain';

/** Buildium as the office writes to it. It knows no idempotency keys: what was written before is found by its marker. */
export function buildiumTarget(client: BuildiumClient): WriteBackTarget<BuildiumStep> {
	return {
		room: BUILDIUM_WRITE_BACK,
		send: async (step) => await (step.method === 'POST' ? post(step, client) : message(step, client)),
		async find(step, { marker }) {
			const reply = await asReply(findAgain(client, step.find, marker));
			if (!reply.ok) return reply;
			const { value: record } = reply;
			return { ok: true, value: record === null ? null : { recordId: step.method === 'PUT' ? taskIdOf(step) : idOf(record) } };
		},
	};
}

async function post({ path, body }: BuildiumStep, client: BuildiumClient): Promise<SendOutcome> {
	const reply = await asReply(client.post(path, body));
	return reply.ok ? { kind: 'written', recordId: idOf(reply.value) } : { kind: 'refused', refusal: reply.refusal };
}

/** What happened next, on the contact request of before. */
async function message(step: BuildiumStep, client: BuildiumClient): Promise<SendOutcome> {
	const before = await asReply(client.get(step.path));
	if (!before.ok) return goneOr(before.refusal);
	const closed = whyClosed(before.value);
	if (closed !== null) return { kind: 'closed', why: closed };
	const changed = await asReply(
		client.update(step.path, (record) => changedContactRequest(record, { Message: String(step.body.Message) }, {}), {
			didItArrive: async () => await later(step),
		}),
	);
	return changed.ok ? { kind: 'written', recordId: taskIdOf(step) } : { kind: 'refused', refusal: changed.refusal };
}

function goneOr(refusal: Refusal): SendOutcome {
	if (refusal.code !== 'not_found' && refusal.code !== 'no_permission') return { kind: 'refused', refusal };
	const why = reason('write_back_request_gone', 'The contact request of before cannot be read any more, so a new one is made.');
	return { kind: 'closed', why };
}

/** An update that was not answered is never sent again at once: it may still be under way, and would say the same twice. */
async function later({ path }: BuildiumStep): Promise<null> {
	const refusal = noAnswer(BUILDIUM, { method: 'PUT', path }, 'no_answer', 'It is looked for at the next try');
	return await Promise.reject(new RefusedError(refusal));
}

/** A message on a contact request that somebody has finished would be seen by nobody. */
function whyClosed({ TaskStatus }: Record<string, unknown>): Reason | null {
	return TaskStatus === 'Completed' || TaskStatus === 'Closed'
		? reason('write_back_request_closed', 'The contact request of before is done, so a new one is made.')
		: null;
}

function taskIdOf({ path }: BuildiumStep): string | null {
	return path.split('/').at(-1) ?? null;
}

/** What one call left behind, read when nothing more can come of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PORTFOLIO } from '../../../sandbox/start/company';
import type { PretendCall, SandboxMessage } from '../../../sandbox/twilio/contract';
import type { StoredCall, StoredLead, StoredTask, StoredText, TimelineEntry } from '../../../store/port';
import type { Rig } from './rig';

const POLL_MS = 25;

/** Regular mode and queue mode alike. */
type Looked = Pick<Rig, 'store' | 'sandbox'>;

export interface Story {
	call: StoredCall;
	/** Leads with the caller's number. */
	leads: StoredLead[];
	/** What the phone company took from us for the caller, over all of the caller's calls. */
	messages: SandboxMessage[];
	/** The store's texts to the caller's lead, oldest first. */
	texts: StoredText[];
	/** Open tasks about this call or the caller's lead. */
	tasks: StoredTask[];
	timeline: TimelineEntry[];
}

/** Asks again and again until the answer is neither null, undefined nor false. @throws naming `what` after `timeoutMs` */
export async function eventually<T>(
	what: string,
	ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
	timeoutMs = 20_000,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== null && answer !== undefined && answer !== false) return answer;
		if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs / 1000} s: ${what}.`);
		await sleep(POLL_MS);
	}
}

/**
 * Waits until the call is over, decided, and, if it was missed, its workflow run has ended well.
 * @throws with the workflow's error when the run failed
 */
export async function storyOf(rig: Looked, pretend: PretendCall, timeoutMs = 20_000): Promise<Story> {
	await pretend.ended;
	const call = await eventually(
		`a verdict about the call from ${pretend.from}`,
		async () => {
			const known = await rig.store.calls.byProviderId('twilio', pretend.sid);
			return known !== null && (known.state === 'missed' || known.state === 'answered') && known;
		},
		timeoutMs,
	);
	if (call.state === 'missed') await runOf(rig, call, timeoutMs);
	return await readStory(rig, call, pretend.from);
}

async function runOf(rig: Looked, call: StoredCall, timeoutMs: number): Promise<void> {
	await eventually(
		`the end of the workflow's run for the call from ${call.callerRaw}`,
		async () => {
			const event = await rig.store.events.byKey(call.consumer, `missed_call:twilio:${call.providerCallId}`);
			if (event?.lastError) throw new Error(`The workflow failed: ${event.lastError}`);
			return event?.state === 'done';
		},
		timeoutMs,
	);
}

/** What stands in the store about a call now, whatever is still under way. */
export async function readStory(rig: Looked, call: StoredCall, caller: string): Promise<Story> {
	const { store, sandbox } = rig;
	const leads = call.callerE164 === null ? [] : await store.leads.search({ portfolio: PORTFOLIO, text: call.callerE164, limit: 10 });
	const texts = await Promise.all(leads.map(async ({ id }) => await store.texts.listByLead(id)));
	const open = { portfolio: PORTFOLIO, state: 'open', limit: 20 } as const;
	const ofCall = await store.tasks.list({ ...open, callId: call.id });
	const ofLeads = await Promise.all(leads.map(async ({ id }) => await store.tasks.list({ ...open, leadId: id })));
	const tasks = new Map([...ofCall, ...ofLeads.flat()].map((task) => [task.id, task]));
	return {
		call: (await store.calls.get(call.id)) ?? call,
		leads,
		messages: sandbox.messages({ to: caller, direction: 'outbound-api' }),
		texts: texts.flat(),
		tasks: [...tasks.values()],
		timeline: await store.timeline.ofCall(call.id),
	};
}

/** How often something happened, by kind. */
export function kinds(entries: ReadonlyArray<{ kind: string }>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

/** Codes of reasons, in order. */
export function codes(reasons: ReadonlyArray<{ code: string }>): string[] {
	return reasons.map(({ code }) => code);
}

import { strandedCallTask, strandedEventTask, STRANDED_SENTENCE } from '../../leasing/task/strandedTask';
import { reason } from '../../leasing/reason';
import { DAY, type Clock } from '../../leasing/time';
import type { Consumer, Store, StoreFamilies, StoredCall, StoredEvent } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';
import { askForWorkers } from './idleWork';
import { PresenceBook } from './presence';

export interface Watch {
	store: Store;
	clock: Clock;
	/** The trigger that looks. */
	consumer: string;
	/** What it takes, each `kind of event:what`, such as `missed_call:+15125550100`. */
	serves: readonly string[];
}

/** At once; the rest in the next look. */
const AT_ONCE = 100;
/** A call is that of a trigger of this kind. */
const CALL_KIND = 'missed_call';

/**
 * One look of a published trigger after what triggers that are gone have left: it takes over what it serves itself, and after some minutes
 * opens a task for what nobody serves. Every step is one guarded statement or transaction, so several may look at the same moment.
 * @returns how many events and calls it has taken over
 */
export function lookAfterStranded({ store, clock, consumer, serves }: Watch): () => Promise<number> {
	const book = new PresenceBook();
	return async () => {
		await store.consumers.beat(consumer, serves, clock.now());
		const known = await store.consumers.list();
		const unfinished = (await store.consumers.withUnfinished()).filter((other) => other !== consumer);
		book.look(known, unfinished);
		const alive = known.filter((one) => one.consumer !== consumer && book.of(one.consumer) === 'there').flatMap((one) => one.serves);
		let taken = 0;
		for (const from of unfinished) {
			const presence = book.of(from);
			if (presence === 'there') continue;
			const left = await leftBy(store, clock, from, known);
			for (const one of left) {
				if (one.keys.some((key) => serves.includes(key))) {
					if (await one.handOver(consumer)) taken += 1;
				} else if (presence === 'given_up' && !one.keys.some((key) => alive.includes(key))) {
					await one.giveUp();
				}
			}
		}
		const gone = known.filter((one) => book.of(one.consumer) === 'given_up').flatMap((one) => one.serves);
		await askForWorkers(
			store,
			clock,
			gone.filter((key) => ![...alive, ...serves].includes(key)),
		);
		return taken;
	};
}

interface Left {
	/** Whoever serves one of these may take it over. */
	keys: string[];
	handOver(to: string): Promise<boolean>;
	giveUp(): Promise<void>;
}

async function leftBy(store: Store, clock: Clock, from: string, known: readonly Consumer[]): Promise<Left[]> {
	const now = clock.now();
	const served = known.find((one) => one.consumer === from)?.serves ?? [];
	const events = await store.events.listLeft(from, now, AT_ONCE);
	// A day ahead: however wrong a clock was.
	const calls = await store.calls.listUndecided(from, { open: now + DAY, unclear: now + DAY }, AT_ONCE);
	return [
		...events.map((event): Left => ({
			keys: keysOf(event, served),
			handOver: async (to) => await store.events.handOver(event.id, from, to, clock.now()),
			giveUp: async () => await store.transaction(async (tx) => await giveUpEvent(tx, clock, event)),
		})),
		...calls.map((call): Left => ({
			keys: [`${CALL_KIND}:${call.lineE164}`],
			handOver: async (to) => await store.calls.handOver(call.id, from, to),
			giveUp: async () => await store.transaction(async (tx) => await giveUpCall(tx, clock, call)),
		})),
	];
}

/** A call belongs to its line; anything else to whoever takes the same as the trigger that is gone. */
function keysOf(event: StoredEvent, served: readonly string[]): string[] {
	const line = aboutOf(event).line?.e164;
	return typeof line === 'string' ? [`${event.kind}:${line}`] : served.filter((key) => key.startsWith(`${event.kind}:`));
}

function aboutOf(event: StoredEvent) {
	// A cast, not a check: it is ours; whatever is missing is taken as missing.
	return event.payload as { portfolio?: string; callId?: string; line?: { e164?: string; label?: string | null } };
}

async function giveUpEvent(tx: StoreFamilies, clock: Clock, event: StoredEvent): Promise<void> {
	const { portfolio, callId, line } = aboutOf(event);
	const saved = await taskPortfolio(tx, portfolio ?? null);
	// Without any settings nobody can own a task; it waits until there are some.
	if (!saved) return;
	if (!(await tx.events.abandon(event.id, event.consumer, STRANDED_SENTENCE, clock.now()))) return;
	await tx.tasks.open(
		strandedEventTask({
			portfolio: saved.settings.key,
			owner: saved.settings.defaultOwner,
			now: clock.now(),
			line: line?.label ?? line?.e164 ?? null,
			callId: callId ?? null,
			eventId: event.id,
			kind: event.kind,
		}),
	);
}

async function giveUpCall(tx: StoreFamilies, clock: Clock, call: StoredCall): Promise<void> {
	const saved = await taskPortfolio(tx, call.portfolio);
	if (!saved) return;
	const now = clock.now();
	const draft = strandedCallTask({
		portfolio: saved.settings.key,
		owner: saved.settings.defaultOwner,
		now,
		line: call.lineLabel ?? call.lineE164,
		callId: call.id,
	});
	const reasons = [...call.reasons, reason('nobody_serves', STRANDED_SENTENCE)];
	if (!(await tx.calls.decide(call.id, { state: 'missed', outcome: 'no_answer', reasons, endedAt: now }))) return;
	await tx.tasks.open(draft);
}

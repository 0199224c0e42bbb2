import type { ITriggerFunctions } from 'n8n-workflow';

import { SECOND, type Millis } from '../../../leasing/time';
import type { RunOutcome } from '../../../office/claims/claimLoop';
import { startDrain, type DrainOptions } from '../../../office/events/drainEvents';
import { onWake, wake } from '../../../office/events/wake';
import { askForCredential } from '../../../office/hookups/askForCredential';
import type { Store, StoredEvent } from '../../../store/port';
import { READ_AGAIN_EVERY, readAgain } from './rememberedCredentials';
import { processName, systemClock } from '../runtime';
import { lookAfterStranded } from '../../../office/stranded/takeOver';
import { runWorkflow } from '../runs/runWorkflow';

/** Something that a published trigger does again and again; begun at once, and never twice at the same time. */
export interface Round {
	every: Millis;
	work: () => Promise<unknown>;
	/** Also as soon as this process has stored something for the trigger. */
	onWake?: boolean;
}

/** What differs between the triggers. */
export interface BackgroundParts {
	context: ITriggerFunctions;
	store: Store;
	/** The trigger, `workflowId:nodeId`. */
	consumer: string;
	/** As the log names it. */
	node: string;
	/**
	 * What it takes, each `kind of event:what`, such as `missed_call:+15125550100`: a trigger of another workflow that takes the same takes over
	 * what waits for this one once it is gone. Nobody does if left out; then it becomes tasks.
	 */
	serves?: readonly string[];
	/** Runs the workflow for a stored event; with its payload as it is, if left out. */
	run?: (event: StoredEvent) => Promise<RunOutcome>;
	/** An event whose workflow failed every time. */
	onGivenUp: DrainOptions['onGivenUp'];
	/** @param onError hears of what concerns one item only, so that the round goes on */
	rounds(onError: (error: unknown) => void): Round[];
}

/**
 * What a published trigger does besides answering: runs the workflow for stored events, keeps the webhook's credentials at hand, and
 * whatever its rounds are. All of it starts from the store, so it goes on after a restart.
 */
export function startBackground({ context, store, consumer, node, serves = [], run, onGivenUp, rounds }: BackgroundParts): {
	stop(): Promise<void>;
} {
	const onError = (error: unknown): void => context.logger.error(`${node}: ${error instanceof Error ? error.message : String(error)}`);
	const drain = startDrain({
		store,
		clock: systemClock,
		consumer,
		claimer: processName,
		run: run ?? (async (event) => await runEvent(context, event)),
		onGivenUp,
		onError,
	});
	const credentials: Round = {
		every: READ_AGAIN_EVERY,
		work: async () => {
			const gone = await readAgain(context, consumer, systemClock);
			if (gone.length > 0)
				await askForCredential(
					{ store, clock: systemClock },
					{ consumer, node: context.getNode().name, workflow: context.getWorkflow().name ?? 'without a name' },
				);
		},
	};
	const stops = [...rounds(onError), credentials, ...strandedRounds(store, consumer, serves)].map((round) =>
		startRound(round, consumer, onError),
	);
	return {
		stop: async () => {
			stops.forEach((stop) => stop());
			await drain.stop();
		},
	};
}

/** Half a minute: who is gone shows after two minutes, and after four it is a person's turn. */
const LOOK_AFTER_STRANDED_EVERY: Millis = 30 * SECOND;
const BRING_BACK_EVERY: Millis = 10 * SECOND;

/** What others have left lying that are gone, and what a wrong clock has. */
export function strandedRounds(store: Store, consumer: string, serves: readonly string[]): Round[] {
	const look = lookAfterStranded({ store, clock: systemClock, consumer, serves });
	return [
		{
			every: LOOK_AFTER_STRANDED_EVERY,
			work: async () => {
				if ((await look()) > 0) wake(consumer);
			},
		},
		{ every: BRING_BACK_EVERY, work: async () => await store.datedAhead.bringBack(systemClock.now()) },
	];
}

/** Runs the workflow for one attempt at an event. @param json the item; the event's payload if left out */
export async function runEvent(
	context: ITriggerFunctions,
	event: StoredEvent,
	json: object = event.payload as object,
): Promise<RunOutcome> {
	return await runWorkflow(context, json, `leasing:${event.id}:${event.attempts}`);
}

/** @returns function that stops it; what runs just now comes to its end */
export function startRound(
	{ every, work, onWake: listens = false }: Round,
	consumer: string,
	onError: (error: unknown) => void,
): () => void {
	let running = false;
	const go = (): void => {
		if (running) return;
		running = true;
		work()
			.catch(onError)
			.finally(() => (running = false));
	};
	const timer = setInterval(go, every);
	const unlisten = listens ? onWake(consumer, go) : () => undefined;
	go();
	return () => {
		clearInterval(timer);
		unlisten();
	};
}

import type { WorkflowActivateMode } from 'n8n-workflow';

import type { Store } from '../../../store/port';

/**
 * n8n has started again, or took over from another main process: the workflow was published long ago, and nobody is there
 * to mend anything. A trigger that fails now is tried five times within seconds; then n8n takes its webhooks away, lets it
 * give its lines back, and does not start it again until a person publishes anew (n8n 2.41). So nothing that passes by
 * itself may make a trigger fail here.
 */
export function isRestart(context: { getActivationMode(): WorkflowActivateMode }): boolean {
	const mode = context.getActivationMode();
	return mode === 'init' || mode === 'leadershipChange';
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

interface Running {
	stop(): Promise<void>;
}

/**
 * Starts what needs the store as soon as the store opens: it may be locked, its disk full or its server away just now.
 * @param onError hears why it did not open, each time
 */
export function whenStoreOpens(open: () => Promise<Store>, start: (store: Store) => Running, onError: (error: unknown) => void): Running {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let running: Running | undefined;

	const tryToStart = async (pause: number): Promise<void> => {
		try {
			const store = await open();
			if (!stopped) running = start(store);
		} catch (error) {
			onError(error);
			if (stopped) return;
			timer = setTimeout(() => {
				trying = tryToStart(Math.min(pause * 2, LONGEST_PAUSE_MS));
			}, pause);
		}
	};
	let trying = tryToStart(FIRST_PAUSE_MS);
	return {
		stop: async () => {
			stopped = true;
			clearTimeout(timer);
			await trying;
			await running?.stop();
		},
	};
}

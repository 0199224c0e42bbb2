import { setTimeout as sleep } from 'node:timers/promises';
import type { RealN8n } from '../contract';

type Spawned = Pick<RealN8n, 'kill'>;

const GIVE_UP_STARTING_AFTER_MS = 240_000;
const RESTART_PAUSE_MS = 1_000;

/** One of the processes of a queue-mode n8n. */
export interface QueueProcess {
	/** `main`, `webhook`, `worker 1`, … */
	name: string;
	/** It answers that it is ready. */
	running(): boolean;
	/** Of the process that runs now; null when none does. */
	pid(): number | null;
	/** kill -9, also while it starts. The signal is out before this returns its promise. */
	kill(): Promise<void>;
	/** Resolves when it answers (again). @throws when it was killed meanwhile */
	start(): Promise<void>;
	stop(): Promise<void>;
	logTail(): string;
}

/**
 * Keeps a process up as Docker's `restart: unless-stopped` does: n8n ends itself when Redis is away for ten seconds, or
 * when Postgres is away while it starts.
 * @param launch starts it and resolves when it is ready; tells of it as soon as there is something to kill
 */
export function supervise(name: string, launch: (onSpawn: (spawned: Spawned) => void) => Promise<RealN8n>): QueueProcess {
	let present: RealN8n | null = null;
	let spawned: Spawned | null = null;
	let starting: Promise<void> | null = null;
	let wanted = false;

	const bringUp = async (): Promise<void> => {
		const deadline = Date.now() + GIVE_UP_STARTING_AFTER_MS;
		for (;;) {
			try {
				const n8n = await launch((one) => {
					spawned = one;
					if (!wanted) void one.kill();
				});
				present = n8n;
				void n8n.exited.then(async () => {
					if (present === n8n) present = null;
					if (!wanted) return;
					await sleep(RESTART_PAUSE_MS);
					if (wanted) await start().catch(() => undefined);
				});
				return;
			} catch (error) {
				if (!wanted || Date.now() > deadline) throw error;
				await sleep(RESTART_PAUSE_MS);
				if (!wanted) throw error;
			}
		}
	};
	const start = async (): Promise<void> => {
		wanted = true;
		if (present !== null) return;
		starting ??= bringUp().finally(() => (starting = null));
		await starting;
	};
	/** Ends what runs now, or what is being started. */
	const end = async (how: (n8n: RealN8n) => Promise<void>): Promise<void> => {
		wanted = false;
		const was = present;
		present = null;
		await (was === null ? spawned?.kill() : how(was));
		spawned = null;
		await starting?.catch(() => undefined);
	};
	return {
		name,
		running: () => present !== null,
		pid: () => present?.pid ?? null,
		kill: async () => await end(async (n8n) => await n8n.kill()),
		start,
		stop: async () => await end(async (n8n) => await n8n.stop()),
		logTail: () => present?.logTail() ?? '(not running)',
	};
}

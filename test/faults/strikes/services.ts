import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { LocalServer } from '../../../sandbox/services/server';
import { takeLock } from '../../../store/postgres/locks';
import type { Trouble } from '../deployment/contract';
import type { SmallDisk } from '../deployment/smallDisk';
import type { Random } from '../random';

/** How a server may go away: asked to, told to at once, or killed. */
const POSTGRES_ENDS = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;
const REDIS_ENDS = ['SIGTERM', 'SIGKILL'] as const;

/** n8n gives up on Redis after ten seconds and ends itself; most restarts are over before that. */
const n8nGivesUp = (random: Random) => random.chance(0.15);

/** What may happen to the servers below n8n. */
export function serviceTroubles({
	postgres,
	redis,
	store,
	disk,
}: {
	postgres: LocalServer;
	redis: LocalServer;
	store: ClientConfig;
	disk: SmallDisk | null;
}): Trouble[] {
	return [
		{
			name: 'postgres restart',
			weight: 3,
			strike: async (random) =>
				await restart(
					'Postgres',
					postgres,
					random.pick(POSTGRES_ENDS),
					random.chance(0.2) ? random.between(5_000, 15_000) : random.between(0, 3_000),
				),
		},
		{
			name: 'redis restart',
			weight: 3,
			strike: async (random) =>
				await restart(
					'Redis',
					redis,
					random.pick(REDIS_ENDS),
					n8nGivesUp(random) ? random.between(11_000, 16_000) : random.between(0, 6_000),
				),
		},
		{
			name: 'store locked',
			weight: 2,
			strike: async (random) =>
				await locked(store, random.chance(0.2) ? random.between(30_000, 45_000) : random.between(500, 12_000)),
		},
		...(disk
			? [
					{
						name: 'disk full',
						weight: 2,
						strike: async (random: Random) => await full(disk, postgres, random.between(1_000, 12_000)),
					},
				]
			: []),
	];
}

/** Postgres refuses what needs room, and ends itself when its log finds none. */
async function full(disk: SmallDisk, postgres: LocalServer, forMs: number): Promise<string> {
	disk.fill();
	await sleep(forMs);
	disk.free();
	const ended = !postgres.running();
	if (ended) await postgres.start();
	return `Postgres' disk is full for ${Math.round(forMs)} ms${ended ? ', and it ended itself' : ''}`;
}

async function restart(name: string, server: LocalServer, signal: NodeJS.Signals, downMs: number): Promise<string> {
	await server.kill(signal);
	await sleep(downMs);
	await server.start();
	return `${name} is ended by ${signal} and back after ${Math.round(downMs)} ms`;
}

/** A process that hangs in the middle of a decision: everybody else waits for its lock, five seconds at a time. */
async function locked(store: ClientConfig, forMs: number): Promise<string> {
	const other = new Client(store);
	const said: string[] = [];
	other.on('error', (error) => said.push(error.message));
	try {
		await other.connect();
		await other.query(`BEGIN; ${takeLock('decide', 'leasing')}`);
		await sleep(forMs);
		await other.query('ROLLBACK');
	} catch (error) {
		// Postgres was restarted meanwhile, or is down: that ends the lock.
		said.push(error instanceof Error ? error.message : String(error));
	} finally {
		await other.end().catch(() => undefined);
	}
	return `the store's decisions are locked for ${Math.round(forMs)} ms${said.length > 0 ? ` (ended by: ${said[0]})` : ''}`;
}

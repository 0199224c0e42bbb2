import { setTimeout as pause } from 'node:timers/promises';

import { Pool, types, type ClientBase, type PoolClient, type PoolConfig } from 'pg';

import type { PostgresLocation } from '../location';
import type { Param } from '../sql/executor';
import { isConnectionLoss } from './connectionLoss';
import { makeGate } from './gate';
import { LIMITS } from './limits';
import type { Session, Sessions } from './session';

export const APPLICATION_NAME = 'n8n-nodes-leasing';

/** BIGINT (times, counts) as a number: ours stay far below 2^53. For our connections only; n8n itself may use `pg` too. */
const BIGINT_OID = 20;
const TYPES: NonNullable<PoolConfig['types']> = {
	getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === BIGINT_OID ? Number : types.getTypeParser(oid, format)),
};

/** A few connections to one place, made as they are needed and made again after the server was away. */
export function makePool(location: PostgresLocation, setup: string): Sessions {
	const pool = new Pool({
		host: location.host,
		port: location.port,
		database: location.database,
		user: location.user,
		// As a function, because for an empty one `pg` would look into the environment and into a file of the user's.
		password: () => location.password,
		ssl: location.ssl === 'no-verify' ? { rejectUnauthorized: false } : location.ssl,
		application_name: APPLICATION_NAME,
		max: LIMITS.connections,
		connectionTimeoutMillis: LIMITS.connect,
		idleTimeoutMillis: LIMITS.idle,
		keepAlive: true,
		allowExitOnIdle: true,
		// Statements may be sent before the one before is answered: steps within a transaction cost no waiting of their own.
		pipeline: true,
		types: TYPES,
		// A cast: the pool waits for the promise, which its types do not say.
		onConnect: (async (client) => void (await client.query(setup))) as (client: ClientBase) => void,
	});
	// An idle connection that is lost: the pool makes another one. Without a listener it would end the process.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	const gate = makeGate(LIMITS.connections);

	return {
		lend: async (work) =>
			await gate(async () => {
				const client = await connectPatiently(pool);
				let lost = false;
				try {
					return await work(sessionOn(client));
				} catch (error) {
					lost = isConnectionLoss(error);
					throw error;
				} finally {
					// A connection that is gone, or in the middle of something, is not lent again.
					client.release(lost || client.getTransactionStatus() !== 'I');
				}
			}),
		close: async () => await pool.end(),
	};
}

/** Waits for a Postgres that is being restarted. Nothing was asked of it yet, so trying again can do nothing twice. */
async function connectPatiently(pool: Pool): Promise<PoolClient> {
	const deadline = performance.now() + LIMITS.reconnect;
	for (let wait = 50; ; wait = Math.min(wait * 2, 500)) {
		try {
			return await pool.connect();
		} catch (error) {
			if (!isConnectionLoss(error) || performance.now() + wait >= deadline) throw error;
		}
		await pause(wait);
	}
}

function sessionOn(client: PoolClient): Session {
	return {
		async query(text: string, params: readonly Param[]) {
			const { rows, rowCount } = await client.query<Record<string, unknown>>({ text, values: [...params], ...ANSWER_IN_TIME });
			return { rows, changes: rowCount ?? 0 };
		},
		async control(text: string) {
			await client.query({ text, ...ANSWER_IN_TIME });
		},
		async script(text: string) {
			await client.query(text);
		},
		async commit() {
			const { command } = await client.query({ text: 'COMMIT', ...ANSWER_IN_TIME });
			if (command !== 'COMMIT')
				throw new Error(
					`Postgres answered ${command} to COMMIT: a statement of the transaction had failed. Nothing of it was kept.`,
				);
		},
	};
}

/** `pg` knows this setting for a single query, its types do not. */
const ANSWER_IN_TIME = { query_timeout: LIMITS.answer };

import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { StoreError } from '../port/errors';
import type { Database } from '../sql/executor';
import { CHECKPOINT_AT_LATEST_PAGES, makeCheckpoints } from './checkpoints';
import { connect, type Connection } from './connection';
import { translate } from './errors';
import { LOCK_WAIT_MS, untilUnlocked } from './lockWait';
import { refuseVanished } from './mark';
import { makeRootScope } from './scope';
import { makeSteady } from './steadyConnection';

export const IN_MEMORY = ':memory:';

export interface SqliteOptions {
	/** Absolute path, or `:memory:`. */
	file: string;
	/** Milliseconds; default 5000. */
	lockWaitMs?: number;
}

/**
 * Opens a SQLite file through Node's own `node:sqlite`, and creates it if it is not there. Several processes, and several
 * connections of one process, may share a file.
 * @throws StoreError `cannot_open`, `store_locked`, `store_gone`
 */
export async function openSqlite({ file, lockWaitMs = LOCK_WAIT_MS }: SqliteOptions): Promise<Database> {
	if (file !== IN_MEMORY) createPrivately(file);
	const prepared = await connectAndPrepare(file, lockWaitMs);
	const steady = file === IN_MEMORY ? null : makeSteady(file, prepared, () => reconnect(file));
	const connection = steady ?? prepared;
	let open = true;
	const life = { isOpen: () => open, over: `The store ${file} has been closed.` };
	const checkpoints = makeCheckpoints(async () => await sql.script('PRAGMA wal_checkpoint(PASSIVE)'));
	const stillThere = () => steady?.check();
	const { sql, rebuild } = makeRootScope({ connection, location: file, lockWaitMs, life, stillThere, onCommit: checkpoints.committed });

	return {
		sql,
		transaction: (work) => sql.atomically(work),
		rebuild,
		async close() {
			// Stands in the queue behind everything that was asked for before.
			await sql.script('').catch(() => undefined);
			if (!open) return;
			open = false;
			checkpoints.stop();
			connection.close();
		},
	};
}

/** The file holds names and phone numbers: only its owner may read it. What is there already keeps its mode. */
function createPrivately(file: string): void {
	try {
		refuseOtherThings(file);
		refuseVanished(file);
		makeFolder(dirname(file));
		closeSync(openSync(file, 'a', 0o600));
	} catch (error) {
		if (error instanceof StoreError) throw error;
		throw new StoreError(
			'cannot_open',
			`The store ${file} cannot be created or written (${error instanceof Error ? error.message : String(error)}). Give the user that runs n8n write access to the folder, or choose another file in the Leasing Store credential.`,
			{ cause: error },
		);
	}
}

/** Step by step: in some places, such as `/proc`, Node's own recursive way never returns, and all of n8n stands still. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Another process may have been faster.
		if (!existsSync(folder)) throw error;
	}
}

/** Opening a named pipe waits until somebody writes into it, and all of n8n with it. */
function refuseOtherThings(file: string): void {
	const found = statSync(file, { throwIfNoEntry: false });
	if (found === undefined || found.isFile()) return;
	throw new StoreError(
		'cannot_open',
		`${file} is ${found.isDirectory() ? 'a folder' : 'no ordinary file'}. Choose another file in the Leasing Store credential, such as ${join(found.isDirectory() ? file : dirname(file), 'leasing.sqlite')}.`,
	);
}

async function connectAndPrepare(file: string, lockWaitMs: number): Promise<Connection> {
	let connection: Connection | undefined;
	try {
		connection = connect(file);
		await prepare(connection, file, lockWaitMs);
		return connection;
	} catch (error) {
		connection?.close();
		throw translate(error, file);
	}
}

async function prepare(connection: Connection, file: string, lockWaitMs: number): Promise<void> {
	// Readers and the writer do not wait for each other. Asked again while another process switches the new file over.
	const [row] = await untilUnlocked(() => connection.all('PRAGMA journal_mode = WAL', []), lockWaitMs);
	const mode = typeof row === 'object' && row !== null && 'journal_mode' in row ? row.journal_mode : undefined;
	if (file !== IN_MEMORY && mode !== 'wal') {
		throw new StoreError(
			'cannot_open',
			`The disk of ${file} does not support shared memory (network drives often do not), so several processes could not share the store safely. Choose a file on a local disk in the Leasing Store credential.`,
		);
	}
	settle(connection);
}

/** The file that took the place of one that was open: a moment's lock by others is met at the next step. */
function reconnect(file: string): Connection {
	const connection = connect(file);
	try {
		connection.all('PRAGMA journal_mode = WAL', []);
		settle(connection);
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

function settle(connection: Connection): void {
	// FULL: each commit is on the disk before it returns. With WAL the default (NORMAL) may lose the last commits at a power cut, and we
	// answer the phone system as soon as the event is committed: it would never send it again.
	connection.script('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
	// 32 MB of pages stay in memory instead of 2, so that the upper levels of every index are at hand in a large file.
	// In memory, too, what undoes a statement that fails half-way: it would go to a file beyond 64 kB, a twentieth of an import's time.
	connection.script(`PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${CHECKPOINT_AT_LATEST_PAGES};`);
}

import { StoreError } from '../port/errors';
import type { Connection } from './connection';
import { isBusy } from './errors';
import { goneFrom } from './mark';
import { isSamePlace, placeOf, setLogAside, type Place } from './place';

/** A connection to the file that stands at a path, not to the one that stood there once. */
export interface SteadyConnection extends Connection {
	/**
	 * Before each step and each commit: what is written to a file that was deleted or replaced would be lost, and was
	 * answered. When the right file is back, it is opened again. Costs one look at the folder, 4 µs on a local disk.
	 * @throws StoreError `store_gone`, `store_replaced`
	 */
	check(): void;
}

interface Opened {
	connection: Connection;
	place: Place | null;
	log: Place | null;
}

/** @param open opens the file and prepares it; throws what SQLite throws */
export function makeSteady(file: string, first: Connection, open: () => Connection): SteadyConnection {
	const look = (connection: Connection): Opened => ({ connection, place: placeOf(file), log: placeOf(`${file}-wal`) });
	let opened: Opened | null = look(first);
	let known: string | null = null;

	const current = (): Connection => {
		if (opened === null) throw replaced(file);
		return opened.connection;
	};
	const reopen = (): Opened => {
		const connection = open();
		try {
			if (whichStore(connection) !== known) throw replaced(file);
			return look(connection);
		} catch (error) {
			connection.close();
			throw error;
		}
	};

	return {
		check() {
			const now = placeOf(file);
			if (opened !== null && isSamePlace(now, opened.place)) {
				known ??= unlessBusy(opened.connection, whichStore);
				// The log is made by the first write.
				opened.log ??= placeOf(`${file}-wal`);
				return;
			}
			if (now === null) throw goneFrom(file, 'is gone');
			if (opened !== null) {
				// The caller undoes what is under way; the next step comes back here.
				if (opened.connection.inTransaction()) throw replaced(file);
				const { connection, log } = opened;
				opened = null;
				leaveWhole(connection);
				connection.close();
				setLogAside(file, log);
			}
			opened = reopen();
		},
		all: (text, params) => current().all(text, params),
		run: (text, params) => current().run(text, params),
		script: (text) => current().script(text),
		inTransaction: () => opened?.connection.inTransaction() ?? false,
		close() {
			opened?.connection.close();
			opened = null;
		},
	};
}

/** Another process may hold the file for a moment, such as one that opens it after a crash; the next step asks again. */
function unlessBusy<T>(connection: Connection, ask: (connection: Connection) => T): T | null {
	try {
		return ask(connection);
	} catch (error) {
		if (isBusy(error)) return null;
		throw error;
	}
}

/** The file that was moved away gets what stands in its log, so that it is whole wherever it is. */
function leaveWhole(connection: Connection): void {
	try {
		connection.script('PRAGMA wal_checkpoint(TRUNCATE)');
	} catch {
		// Another process reads it; then the log that is set aside keeps it.
	}
}

/** The id of the store in an open file and its tables' version; null while it has none. */
function whichStore(connection: Connection): string | null {
	const tables = connection.all("SELECT name FROM sqlite_master WHERE name IN ('store_identity', 'schema_version')", []);
	if (tables.length < 2) return null;
	const [row] = connection.all('SELECT id, (SELECT MAX(version) FROM schema_version) AS version FROM store_identity', []);
	return row === undefined ? null : JSON.stringify(row);
}

function replaced(file: string): StoreError {
	return new StoreError(
		'store_replaced',
		`Another file was put in place of the store ${file} while n8n was running, and it is not the same store. Nothing is written to it. Put the right file back and n8n goes on by itself; if the new file is meant, such as a backup from an older version, restart n8n.`,
	);
}

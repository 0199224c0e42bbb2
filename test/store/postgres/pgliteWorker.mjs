/**
 * PGlite in a thread of its own: it imports parts of itself while it runs, which jest's sandbox does not allow.
 * Answers `{ id, text, params? }` with `{ id, rows, changes }` or `{ id, error }`; without params the text may hold several statements.
 */
import { parentPort } from 'node:worker_threads';

import { PGlite } from '@electric-sql/pglite';

const BIGINT_OID = 20;
const pglite = await PGlite.create();

parentPort.on('message', async ({ id, text, params }) => {
	try {
		if (params === undefined) {
			await pglite.exec(text);
			parentPort.postMessage({ id, rows: [], changes: 0 });
			return;
		}
		const { rows, affectedRows } = await pglite.query(text, params, { parsers: { [BIGINT_OID]: Number } });
		parentPort.postMessage({ id, rows, changes: affectedRows ?? 0 });
	} catch (error) {
		// The fields of a Postgres error; an Error sent as it is would lose them.
		const { message, code, constraint, table, column, detail } = error;
		parentPort.postMessage({ id, error: { message, code, constraint, table, column, detail } });
	}
});
parentPort.postMessage('ready');

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { PostgresLocation } from '../../../store/location';
import { openOver, sessionSetup } from '../../../store/postgres/driver';
import type { Session, Sessions } from '../../../store/postgres/session';
import type { Database } from '../../../store/sql/executor';
import { makeQueue } from '../../../store/sql/queue';
import { onlySlow } from '../../helpers/onlySlow';

onlySlow('a Postgres (PGlite)');

/** A Postgres without a server, and with one connection: who is lent it has it alone. */
export interface InProcess {
	/** A database on this schema, as another process would open it. */
	open(schema: string): Promise<Database>;
	close(): Promise<void>;
}

type Answer = { id: number; rows: unknown[]; changes: number } | { id: number; error: { message: string } };

export async function startPglite(): Promise<InProcess> {
	const worker = new Worker(join(__dirname, 'pgliteWorker.mjs'));
	await once(worker, 'message');
	const ask = makeAsk(worker);
	const oneAtATime = makeQueue();
	const script = async (text: string) => void (await ask(text));
	const session: Session = { query: ask, control: script, script, commit: async () => await script('COMMIT') };

	return {
		async open(schema) {
			const sessions: Sessions = {
				lend: async (work) => await oneAtATime(async () => await work(session)),
				close: async () => undefined,
			};
			const location: PostgresLocation = {
				backend: 'postgres',
				host: 'pglite',
				port: 0,
				database: 'test',
				user: 'test',
				password: '',
				ssl: false,
				schema,
			};
			await oneAtATime(async () => await script(sessionSetup(location)));
			return await openOver(sessions, location);
		},
		close: async () => void (await worker.terminate()),
	};
}

function makeAsk(worker: Worker): (text: string, params?: readonly unknown[]) => Promise<{ rows: unknown[]; changes: number }> {
	const waiting = new Map<number, (answer: Answer) => void>();
	let count = 0;
	worker.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
	return async (text, params) => {
		const id = (count += 1);
		const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
		worker.postMessage({ id, text, ...(params === undefined ? {} : { params }) });
		const answer = await answered;
		waiting.delete(id);
		if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error);
		return answer;
	};
}

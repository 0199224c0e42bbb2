/** A test file's side of the lender. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Host } from '../../../sandbox/n8n/host';
import { leaveAsFound } from '../../../sandbox/n8n/leaveAsFound';
import { openSession } from '../../../sandbox/n8n/session';
import { ADDRESS, Answer, lineOf, type Ask } from './messages';
import { messageOf } from './shelf';

/**
 * Borrows an n8n that runs, has our package, and is empty: no workflow, no credential.
 * @throws when none could be started, with n8n's log
 */
export async function borrowHost(): Promise<Host> {
	const address = process.env[ADDRESS];
	if (address === undefined) throw new Error('Nobody lends an n8n: run this file with test/e2e/jest.config.js.');
	const lender = await talkTo(address);
	const file = (expect.getState().testPath ?? 'A test').replace(`${process.cwd()}/`, '');
	const { url, n8nFolder, folder } = await lender.ask({ what: 'borrow', file, worker: process.env.JEST_WORKER_ID ?? '' }, 'lent');
	const running = () => ({
		url,
		signIn: async () => await openSession(url, n8nFolder),
		exited: lender.next('ended').then(({ how }) => how),
	});
	let n8n = running();
	return {
		get n8n() {
			return n8n;
		},
		folder,
		restart: async () => {
			await lender.ask({ what: 'restart' }, 'restarted');
			n8n = running();
		},
		end: async () => {
			const trouble = await openSession(url, n8nFolder)
				.then(async (session) => await leaveAsFound(url, session))
				.then(() => null, messageOf);
			await lender.ask({ what: 'return', trouble }, 'taken back');
			lender.close();
		},
	};
}

type Named<What extends Answer['what']> = Extract<Answer, { what: What }>;

async function talkTo(address: string) {
	const socket = connect(address);
	await once(socket, 'connect');
	const waiting = new Set<(answer: Answer | Error) => void>();
	const tellAll = (answer: Answer | Error) => waiting.forEach((one) => one(answer));
	createInterface({ input: socket }).on('line', (line) => tellAll(Answer.parse(JSON.parse(line))));
	socket.on('error', tellAll);
	socket.on('close', () => tellAll(new Error('The lender of n8n is gone.')));

	/** The next answer of this kind; `orFail`: whatever goes wrong meanwhile is thrown. */
	async function next<What extends Answer['what']>(what: What, orFail: boolean): Promise<Named<What>> {
		return await new Promise((resolve, reject) => {
			const hear = (answer: Answer | Error) => {
				const failure = answer instanceof Error ? answer : answer.what === 'failed' ? new Error(answer.why) : null;
				if (failure !== null) {
					if (!orFail) return;
					reject(failure);
				} else if (!(answer instanceof Error) && answer.what === what) {
					resolve(answer as Named<What>);
				} else return;
				waiting.delete(hear);
			};
			waiting.add(hear);
		});
	}
	return {
		next: async <What extends Answer['what']>(what: What) => await next(what, false),
		ask: async <What extends Answer['what']>(ask: Ask, what: What) => {
			const answer = next(what, true);
			socket.write(lineOf(ask));
			return await answer;
		},
		close: () => socket.destroy(),
	};
}

/**
 * Lends started n8n to the test files of one run. Lives in jest's first process; the files, in jest's workers, reach it over a
 * socket. A connection is a loan: when it closes without a word, or the same worker comes with its next file, the file is over
 * and did not give its n8n back, which is ended then.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Ask, lineOf, type Answer } from './messages';
import { messageOf, Shelf, type Lent } from './shelf';

interface Loan {
	lent: Lent;
	file: string;
	worker: string;
}

const NOT_RETURNED = 'the file ended without giving it back';

export interface Lender {
	/** Path of its socket. */
	address: string;
	/** Ends every n8n and removes what they kept. */
	close(): Promise<void>;
}

export async function startLender(packageFolder: string, say: (line: string) => void): Promise<Lender> {
	const root = mkdtempSync(path.join(tmpdir(), 'leasing-e2e-'));
	// After Ctrl-C nobody closes it; n8n itself is ended by sandbox/services/program.ts.
	const removeRoot = () => rmSync(root, { recursive: true, force: true });
	process.once('exit', removeRoot);
	const shelf = new Shelf(root, packageFolder, say);
	const sockets = new Set<Socket>();
	const loans = new Set<Loan>();
	const files = new Set<string>();
	let loanCount = 0;

	async function end(loan: Loan, trouble: string | null): Promise<void> {
		if (loans.delete(loan)) await shelf.giveBack(loan.lent, loan.file, trouble);
	}

	async function serve(socket: Socket): Promise<void> {
		const tell = (answer: Answer) => void (socket.writable && socket.write(lineOf(answer)));
		const mine: Loan[] = [];

		async function answer(ask: Ask): Promise<void> {
			if (ask.what === 'borrow') {
				const { file, worker } = ask;
				for (const other of loans) if (other.worker === worker && other.file !== file) await end(other, NOT_RETURNED);
				const loan = { lent: await shelf.take(), file, worker };
				loans.add(loan);
				mine.push(loan);
				files.add(file);
				loanCount += 1;
				const folder = path.join(root, `loan-${loanCount}`);
				mkdirSync(folder);
				const { url, folder: n8nFolder } = loan.lent.n8n;
				tell({ what: 'lent', url, n8nFolder, folder });
				return;
			}
			const loan = mine.find((one) => loans.has(one));
			if (loan === undefined) throw new Error('Nothing is lent over this connection.');
			if (ask.what === 'restart') {
				await loan.lent.restart((how) => tell({ what: 'ended', how }));
				tell({ what: 'restarted' });
			} else {
				await end(loan, ask.trouble);
				tell({ what: 'taken back' });
			}
		}

		socket.on('error', () => socket.destroy());
		for await (const line of createInterface({ input: socket })) {
			await answer(Ask.parse(JSON.parse(line))).catch((error: unknown) => tell({ what: 'failed', why: messageOf(error) }));
		}
		sockets.delete(socket);
		for (const loan of mine) await end(loan, NOT_RETURNED);
	}

	const server = createServer((socket) => {
		sockets.add(socket);
		serve(socket).catch((error: unknown) => say(`The lender of n8n failed: ${messageOf(error)}`));
	});
	const address = path.join(root, 'lender.sock');
	server.listen(address);
	await once(server, 'listening');

	return {
		address,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await shelf.close();
			process.off('exit', removeRoot);
			removeRoot();
			if (files.size > 0) say(`${files.size} files shared ${shelf.started} started n8n.`);
		},
	};
}

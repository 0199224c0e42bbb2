/** Files that share an n8n: each finds it as new, and one that breaks it costs the others nothing but a new start. */
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openSession } from '../../sandbox/n8n/session';
import { borrowHost } from './lender/borrow';
import { startLender, type Lender } from './lender/lender';
import { ADDRESS, Answer, lineOf } from './lender/messages';
import { eventually } from './support/story';

const NOTHING = { name: 'Forgotten', nodes: [], connections: {} };

describe('a lender of n8n', () => {
	const said: string[] = [];
	const before = process.env[ADDRESS];
	let lender: Lender;

	beforeAll(async () => {
		lender = await startLender(path.resolve(__dirname, '../..'), (line) => said.push(line));
		process.env[ADDRESS] = lender.address;
	});
	afterAll(async () => {
		process.env[ADDRESS] = before;
		await lender?.close();
	});
	afterEach(() => said.splice(0));

	/** A file that borrows and then does as it pleases. */
	async function borrowRudely(file = 'rude.test.ts', worker = '7') {
		const socket = connect(lender.address);
		const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
		const ask = async (...[message]: Parameters<typeof lineOf>): Promise<Answer> => {
			socket.write(lineOf(message));
			return Answer.parse(JSON.parse(String((await lines.next()).value)));
		};
		await once(socket, 'connect');
		const lent = await ask({ what: 'borrow', file, worker });
		if (lent.what !== 'lent') throw new Error(`Nothing was lent: ${JSON.stringify(lent)}`);
		return { ...lent, ask, vanish: () => socket.destroy() };
	}

	test('a tidy file: the next one gets the same n8n, empty, though it was killed and has started again', async () => {
		const first = await borrowHost();
		const { url } = first.n8n;
		await (await first.n8n.signIn()).createWorkflow(NOTHING);
		const { exited } = first.n8n;
		await first.restart();
		expect(await exited).toBe('signal SIGKILL');
		await first.end();

		const second = await borrowHost();
		expect([second.n8n.url, second.folder === first.folder]).toEqual([url, false]);
		expect(await (await second.n8n.signIn()).rest('GET', '/rest/workflows')).toEqual([]);
		await second.end();
		expect(said).toEqual([]);
	});

	test('a file that leaves something behind: said, and the next one gets a new n8n', async () => {
		const rude = await borrowRudely();
		await (await openSession(rude.url, rude.n8nFolder)).createWorkflow(NOTHING);
		expect(await rude.ask({ what: 'return', trouble: null })).toEqual({ what: 'taken back' });
		expect(said).toEqual([expect.stringMatching(/^rude\.test\.ts did not leave .*: the workflow "Forgotten"\. .* a new one\.$/)]);
		rude.vanish();
	});

	test('a file whose process is gone: said, and its n8n is ended', async () => {
		const rude = await borrowRudely();
		rude.vanish();
		await eventually('the word about it', () => said.length > 0);
		expect(said[0]).toContain('without giving it back');
		await expect(fetch(`${rude.url}/healthz`)).rejects.toThrow();
	});

	test("a file that never returns its n8n: said when its worker's next file comes", async () => {
		const rude = await borrowRudely();
		const next = await borrowRudely('next.test.ts');
		expect(said).toEqual([expect.stringMatching(/^rude\.test\.ts .*without giving it back/)]);
		expect(next.url).not.toBe(rude.url);
		rude.vanish();
		await next.ask({ what: 'return', trouble: null });
		expect(said).toHaveLength(1);
		next.vanish();
	});
});

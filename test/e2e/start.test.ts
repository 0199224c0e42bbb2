/** `npm start` as a person meets it: a first start, a second one on the same data, and one that stays up until Ctrl-C. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axios from 'axios';
import * as z from 'zod/v4';

const PROJECT = path.resolve(__dirname, '../..');
const RESULT = {
	verdict: 'missed',
	leads: 1,
	texts: 1,
	tasks: 1,
	delivered: true,
	callEndToTextMs: expect.any(Number),
	deliveredMs: expect.any(Number),
	n8nVersion: expect.stringMatching(/^2\./),
	problems: [],
};

const folder = mkdtempSync(path.join(tmpdir(), 'leasing-start-'));
const started: ChildProcess[] = [];

interface Run {
	child: ChildProcess;
	out(): string;
	err(): string;
	/** Exit status. */
	ended: Promise<number | null>;
}

function npmStart(...args: string[]): Run {
	const { NODE_ENV: _test, ...env } = process.env;
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...args], {
		cwd: PROJECT,
		env: { ...env, LEASING_SANDBOX_DIR: folder },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	started.push(child);
	let out = '';
	let err = '';
	child.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
	child.stderr.on('data', (part: Buffer) => (err += part.toString('utf8')));
	return { child, out: () => out, err: () => err, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Resolves when the program has printed `text`. @throws with all it printed when it ends before */
async function printed(run: Run, text: string): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const look = () => {
			if (run.out().includes(text)) resolve();
		};
		run.child.stdout?.on('data', look);
		look();
		void run.ended.then((status) => reject(new Error(`Ended with ${status} before it printed "${text}":\n${run.out()}\n${run.err()}`)));
	});
}

/** Names of the workflows, or of the credentials, that the owner of this n8n sees. */
async function names(n8nUrl: string, kind: 'workflows' | 'credentials'): Promise<string[]> {
	const { apiKey } = z.object({ apiKey: z.string() }).parse(JSON.parse(readFileSync(path.join(folder, 'n8n', 'owner.json'), 'utf8')));
	const answer = await axios.get<unknown>(`${n8nUrl}/api/v1/${kind}`, { headers: { 'X-N8N-API-KEY': apiKey }, proxy: false });
	return z
		.object({ data: z.array(z.object({ name: z.string() })) })
		.parse(answer.data)
		.data.map(({ name }) => name);
}

afterAll(() => {
	for (const child of started) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

test('the first start with --exit --json: one JSON line, the story on stderr, status 0', async () => {
	const run = npmStart('--exit', '--json');
	const status = await run.ended;
	expect(`${status}\n${status === 0 ? '' : run.err()}`).toBe('0\n');
	expect(run.out().trim().split('\n')).toHaveLength(1);
	expect(JSON.parse(run.out())).toMatchObject(RESULT);
	expect(run.err()).toMatch(/What happened[\s\S]*calls Maple Court[\s\S]*Verdict: missed[\s\S]*Text: "/);
});

test('a start that stays up: addresses, nothing created twice, refused to a second one, gone after Ctrl-C', async () => {
	const run = npmStart();
	await printed(run, 'Stop with Ctrl-C');
	const phone = /Pretend phone +(\S+)/.exec(run.out())?.[1] ?? '';
	const canvas = /Canvas +(\S+)/.exec(run.out())?.[1] ?? '';
	const n8nUrl = new URL(canvas).origin;
	expect(run.out()).toMatch(/E-mail \S+@\S+, password \S+/);
	expect((await axios.get(phone, { proxy: false })).status).toBe(200);

	expect(await names(n8nUrl, 'workflows')).toHaveLength(1);
	expect(await names(n8nUrl, 'credentials')).toHaveLength(2);

	const second = npmStart('--exit');
	expect(await second.ended).toBe(1);
	expect(second.err()).toContain(`already running as process ${run.child.pid}. Its n8n is at ${n8nUrl}`);

	run.child.kill('SIGINT');
	expect(await run.ended).toBe(0);
	await expect(axios.get(`${n8nUrl}/healthz`, { proxy: false })).rejects.toThrow(/ECONNREFUSED/);
	await expect(axios.get(phone, { proxy: false })).rejects.toThrow(/ECONNREFUSED/);
});

/** Processes that are kept up as a container runtime would: back after they ended themselves, not after we ended them. */
import type { RealN8n } from '../../../../sandbox/n8n';
import { supervise } from '../../../../sandbox/n8n/queue/supervised';
import { eventually } from '../../../e2e/support/story';

interface Launched {
	kill(): Promise<void>;
	/** It answers that it is ready. */
	ready(): void;
	/** It ends by itself. */
	end(): void;
}

/** A process that does what the test says. */
function processes() {
	const launched: Launched[] = [];
	const launch = async (onSpawn: (spawned: Pick<RealN8n, 'kill'>) => void): Promise<RealN8n> =>
		await new Promise((resolve, reject) => {
			let end: () => void = () => undefined;
			const exited = new Promise<string>((resolveExit) => (end = () => resolveExit('exit code 1')));
			const kill = async () => {
				end();
				reject(new Error('n8n ended while it started (signal SIGKILL)'));
			};
			const n8n = { kill, stop: kill, exited, logTail: () => 'last line' } as unknown as RealN8n;
			launched.push({ kill, ready: () => resolve(n8n), end });
			onSpawn(n8n);
		});
	return { launched, launch };
}

async function started(one: ReturnType<typeof supervise>, launched: Launched[]): Promise<void> {
	const count = launched.length;
	const starting = one.start();
	await eventually('a launch', () => launched.length > count);
	launched.at(-1)?.ready();
	await starting;
}

test('a process that ends by itself is started again', async () => {
	const { launched, launch } = processes();
	const one = supervise('worker 1', launch);
	await started(one, launched);
	expect(one.running()).toBe(true);
	launched[0]?.end();
	await eventually('a second launch', () => launched.length === 2);
	expect(one.running()).toBe(false);
	launched[1]?.ready();
	await eventually('it runs', () => one.running());
	await one.kill();
});

test('a process that we kill stays down until we start it', async () => {
	const { launched, launch } = processes();
	const one = supervise('main', launch);
	await started(one, launched);
	await one.kill();
	expect(one.running()).toBe(false);
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(launched).toHaveLength(1);
	await started(one, launched);
	expect(one.running()).toBe(true);
	await one.kill();
});

test('killed while it starts: whoever waits for the start is told, and nothing is left', async () => {
	const { launched, launch } = processes();
	const one = supervise('webhook', launch);
	const starting = one.start();
	await eventually('a launch', () => launched.length === 1);
	const failed = expect(starting).rejects.toThrow('SIGKILL');
	await one.kill();
	await failed;
	expect(one.running()).toBe(false);
	await started(one, launched);
	expect(one.running()).toBe(true);
	await one.kill();
});

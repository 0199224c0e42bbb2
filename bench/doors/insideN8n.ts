import { freePort } from '../../sandbox/n8n/freePort';

/** Runs inside n8n before n8n itself: a timer that wants its turn every two milliseconds, and a server on loopback that says how long it waited at most. */
const SCRIPT = `
const { createServer } = require('node:http');
const cpu = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
let held = { wall: 0, cpu: 0 }, last = performance.now(), lastCpu = cpu();
const turn = () => {
	const now = performance.now(), nowCpu = cpu();
	held = { wall: Math.max(held.wall, now - last), cpu: Math.max(held.cpu, nowCpu - lastCpu) };
	last = now; lastCpu = nowCpu;
};
setInterval(turn, 2).unref();
const server = createServer((request, response) => {
	turn();
	if (request.url === '/reset') held = { wall: 0, cpu: 0 };
	response.end(JSON.stringify(held));
});
server.on('error', () => {});
server.listen(Number(process.env.LEASING_HELD_PORT), '127.0.0.1').unref();
`;

/** Milliseconds that n8n's thread gave nobody a turn, at most: on the clock, and computed by it (other programs do not show in this one). */
export interface HeldInside {
	wall: number;
	cpu: number;
}

export interface Watch {
	/** For n8n. */
	env: Record<string, string>;
	reset(): Promise<void>;
	read(): Promise<HeldInside>;
}

export async function watchN8n(): Promise<Watch> {
	const port = await freePort();
	const ask = async (path: string): Promise<HeldInside> => (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as HeldInside;
	// The module must not be one of n8n's; a data URL is an ES module, which has to make its own \`require\`.
	const source = `import { createRequire } from 'node:module'; const require = createRequire('file:///');${SCRIPT}`;
	return {
		env: {
			NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}`,
			LEASING_HELD_PORT: String(port),
		},
		reset: async () => void (await ask('/reset')),
		read: async () => await ask('/held'),
	};
}

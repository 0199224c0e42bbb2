import { once } from 'node:events';
import { createConnection } from 'node:net';
import { freePort, LOOPBACK } from '../n8n/freePort';
import { makeServer, serverFolder, type LocalServer } from './server';

/** As docs/queue-mode/compose.yaml starts it: what it took is on disk before it says so, and nobody's job is ever thrown out. */
export const REDIS_OPTIONS = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'] as const;

/** Starts a Redis of our own for n8n's queue. */
export async function startRedis(): Promise<LocalServer> {
	const folder = serverFolder('redis');
	const port = await freePort();
	const server = makeServer({
		program: 'redis-server',
		args: ['--port', String(port), '--bind', LOOPBACK, '--dir', folder.path, '--save', '', ...REDIS_OPTIONS],
		folder,
		port,
		stopSignal: 'SIGTERM',
		ask: async () => await ping(port),
	});
	await server.start();
	return server;
}

/** @throws while Redis does not listen, or still reads its file */
async function ping(port: number): Promise<void> {
	const signal = AbortSignal.timeout(2_000);
	const socket = createConnection({ host: LOOPBACK, port });
	try {
		await once(socket, 'connect', { signal });
		socket.write('PING\r\n');
		const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
		if (!answer.toString().startsWith('+PONG')) throw new Error(answer.toString().trim());
	} finally {
		socket.destroy();
	}
}

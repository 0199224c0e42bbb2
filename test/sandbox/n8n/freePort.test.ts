import { createServer, type Server } from 'node:net';
import { freePort, isPortFree, nextFreePort } from '../../../sandbox/n8n/freePort';

async function hold(port: number): Promise<Server> {
	const server = createServer().listen(port, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	return server;
}

test('a held port is not free, and the next free one is found', async () => {
	const port = await freePort();
	const server = await hold(port);
	try {
		expect(await isPortFree(port)).toBe(false);
		const next = await nextFreePort(port);
		expect(next).toBeGreaterThan(port);
		expect(await nextFreePort(port, 1)).toBeNull();
	} finally {
		await new Promise((resolve) => server.close(resolve));
	}
	expect(await isPortFree(port)).toBe(true);
});

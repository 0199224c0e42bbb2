import { createServer } from 'node:net';

/** Every server of the sandbox listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/**
 * Listens for a moment and lets go again.
 * @param port 0: any
 * @returns the port that was free, or null when something else holds it
 */
async function tryPort(port: number): Promise<number | null> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
			else reject(error);
		});
		server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
			const address = server.address();
			const found = typeof address === 'object' && address !== null ? address.port : null;
			server.close(() => resolve(found));
		});
	});
}

export async function isPortFree(port: number): Promise<boolean> {
	return (await tryPort(port)) !== null;
}

/** Whoever asked before may not listen yet, and the system gives the same port again. */
const given = new Set<number>();

/** Any port that is free right now and was not given to anybody else in this process. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = await tryPort(0);
		if (port === null) throw new Error('The system gave no free port on 127.0.0.1.');
		if (given.has(port)) continue;
		given.add(port);
		return port;
	}
}

/** @returns the first free port of `wanted`, `wanted + 1`, …; null when none of `tries` is free */
export async function nextFreePort(wanted: number, tries = 20): Promise<number | null> {
	for (let port = wanted; port < wanted + tries && port < 65_536; port++) {
		if (await isPortFree(port)) return port;
	}
	return null;
}

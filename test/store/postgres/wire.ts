import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

async function listen(server: Server, port = 0): Promise<number> {
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/**
 * A Postgres that refuses everybody with one error, on the real wire protocol: for what a test cannot ask of the server it was
 * given. https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function startRefusing(code: string, message: string): Promise<{ port: number; stop(): void }> {
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.once('data', () => socket.end(errorResponse(code, message)));
	});
	return { port: await listen(server), stop: () => server.close() };
}

function errorResponse(code: string, message: string): Buffer {
	const body = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
	const head = Buffer.alloc(5);
	head.write('E');
	head.writeInt32BE(body.length + 4, 1);
	return Buffer.concat([head, body]);
}

/** A way to a server that can be cut, as a restart of the server or of the network does. */
export async function startCuttable(target: {
	host: string;
	port: number;
}): Promise<{ port: number; cut(): Promise<void>; mend(): Promise<void> }> {
	const sockets = new Set<Socket>();
	const pipe = (near: Socket) => {
		const far = connect(target);
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			sockets.add(one);
			one.on('error', () => undefined);
			one.on('close', () => {
				sockets.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	};
	let server = createServer(pipe);
	const port = await listen(server);
	return {
		port,
		async cut() {
			const closed = once(server, 'close');
			server.close();
			for (const socket of sockets) socket.destroy();
			await closed;
		},
		async mend() {
			server = createServer(pipe);
			await listen(server, port);
		},
	};
}

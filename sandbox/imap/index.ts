import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import { Account } from './account';
import { CERTIFICATE, KEY } from './certificate';
import type { ImapSandbox, ImapSandboxOptions, SandboxFolder } from './contract';
import { Session } from './session';

export type { ImapSandbox, ImapSandboxOptions } from './contract';

const HOST = '127.0.0.1';

/** Starts the pretend mail server on free ports of loopback. */
export async function startImapSandbox(options: ImapSandboxOptions = {}): Promise<ImapSandbox> {
	const account = new Account(options);
	const sessions = new Map<Socket, Session>();
	const open = (socket: Socket, isSecure: boolean): void => {
		// Small pieces go out at once, as if they had a long way.
		socket.setNoDelay(true);
		sessions.set(socket, new Session(socket, account, isSecure));
		socket.on('close', () => sessions.delete(socket));
	};
	const plain = createServer((socket) => open(socket, false));
	const secure = createTlsServer({ cert: CERTIFICATE, key: KEY }, (socket) => open(socket, true));
	secure.on('tlsClientError', (_error, socket) => socket.destroy());
	const folderNamed = (name: string): SandboxFolder => {
		const folder = account.find(name);
		if (!folder) throw new Error(`The pretend mail server has no folder ${name}.`);
		return folder;
	};
	return {
		host: HOST,
		port: await listen(plain),
		tlsPort: await listen(secure),
		user: account.user,
		password: account.password,
		faults: account.faults,
		log: account.log,
		tokens: account.tokens,
		folder: folderNamed,
		addFolder: (name, attributes) => account.add(name, attributes),
		removeFolder: (name) => void account.folders.delete(name),
		deliver: (name, raw, more) => account.deliver(name, raw, more),
		renumber: (name) => account.renumber(name),
		connections: () => sessions.size,
		drop(how = 'reset') {
			for (const session of sessions.values()) {
				if (how === 'deaf') session.deaf = true;
				else if (how === 'bye') session.bye();
				else session.end();
			}
		},
		async close() {
			for (const session of sessions.values()) session.end();
			await Promise.all([plain, secure].map(async (server) => await new Promise((resolve) => server.close(resolve))));
		},
	};
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, HOST, resolve);
	});
	return (server.address() as AddressInfo).port;
}

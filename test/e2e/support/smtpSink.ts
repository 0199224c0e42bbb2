/** A mail server that takes everything and delivers nothing: what was sent can be looked at. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface SentMail {
	to: string[];
	/** Headers and body as they came over the wire. */
	data: string;
}

export interface SmtpSink {
	port: number;
	sent: SentMail[];
	close(): Promise<void>;
}

export async function startSmtpSink(): Promise<SmtpSink> {
	const sent: SentMail[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		converse(socket, sent);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		sent,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

function converse(socket: Socket, sent: SentMail[]): void {
	let buffer = '';
	let mail: SentMail | null = null;
	let to: string[] = [];
	const say = (line: string): void => void socket.write(`${line}\r\n`);
	say('220 sink.example ESMTP');
	socket.on('data', (chunk) => {
		buffer += chunk.toString('utf8');
		for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
			const line = buffer.slice(0, end);
			buffer = buffer.slice(end + 2);
			if (mail !== null) {
				if (line !== '.') {
					mail.data += `${line}\n`;
					continue;
				}
				sent.push(mail);
				mail = null;
				to = [];
				say('250 taken');
			} else if (/^EHLO|^HELO/i.test(line)) say('250 sink.example');
			else if (/^RCPT TO/i.test(line)) {
				to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
				say('250 ok');
			} else if (/^DATA/i.test(line)) {
				mail = { to, data: '' };
				say('354 go on');
			} else if (/^QUIT/i.test(line)) {
				say('221 bye');
				socket.end();
			} else say('250 ok');
		}
	});
}

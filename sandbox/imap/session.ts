import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import type { Account } from './account';
import { CERTIFICATE, KEY } from './certificate';
import type { SandboxFolder } from './contract';
import { signIn } from './login';
import { Mailboxes } from './mailboxes';
import { parseCommand, Reader, type Command } from './parse';

/** One connection of a client. */
export class Session {
	/** What stays on the line while the other side believes to be connected. */
	deaf = false;
	folder: SandboxFolder | null = null;
	isExamined = false;
	private isIn = false;
	private socket: Socket;
	private reader: Reader;
	/** Takes the next line instead of a command: a password, DONE. */
	private expecting: ((line: string) => void) | null = null;
	private queue = Promise.resolve();
	private readonly mailboxes: Mailboxes;
	private readonly unlisten: () => void;

	constructor(
		socket: Socket,
		readonly account: Account,
		private isSecure: boolean,
	) {
		this.socket = socket;
		this.reader = new Reader(() => this.say('+ go on'));
		this.mailboxes = new Mailboxes(this, account);
		const exists = (name: string): void => this.report(name, `${this.folder?.mails.length ?? 0} EXISTS`);
		const expunge = (name: string, index: number): void => this.report(name, `${index} EXPUNGE`);
		account.news.on('exists', exists).on('expunge', expunge);
		this.unlisten = () => account.news.off('exists', exists).off('expunge', expunge);
		this.attach(socket);
		if (account.strikes('noGreeting')) this.end();
		else this.say(`* OK [CAPABILITY ${this.capabilities()}] pretend mail server`);
	}

	say(line: string): void {
		if (!this.deaf && !this.socket.destroyed) this.socket.write(`${line}\r\n`);
	}

	send(data: Buffer | string): void {
		if (!this.deaf && !this.socket.destroyed) this.socket.write(data);
	}

	/** Without a word. */
	end(): void {
		this.unlisten();
		this.socket.destroy();
	}

	bye(): void {
		this.say('* BYE the server goes down');
		this.socket.end();
	}

	private attach(socket: Socket): void {
		socket.on('data', (chunk: Buffer) => {
			if (this.deaf) return;
			for (const { line, literals } of this.reader.push(chunk)) this.take(line, literals);
		});
		socket.on('error', () => this.end());
		socket.on('close', () => this.unlisten());
	}

	private take(line: string, literals: readonly string[]): void {
		if (this.expecting) {
			const expecting = this.expecting;
			this.expecting = null;
			expecting(line);
			return;
		}
		const command = parseCommand(line, literals);
		if (command === null) return this.say('* BAD what is that?');
		this.account.log.push(/^(LOGIN|AUTHENTICATE)$/.test(command.name) ? command.name : `${command.name} ${command.line.split(' ').slice(2).join(' ')}`.trim());
		const { slowMs } = this.account.faults;
		this.queue = this.queue.then(async () => {
			if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs));
			this.run(command);
		});
	}

	private run(command: Command): void {
		const { tag, name } = command;
		if (this.account.strikes('bye')) return this.bye();
		if (this.isIn && name !== 'LOGOUT' && this.account.strikes('throttle'))
			return this.say(`${tag} NO Request is throttled. Suggested Backoff Time: ${this.account.faults.throttleMs} milliseconds`);
		if (this.account.faults.chatty) this.say('* OK [ALERT] scheduled maintenance on Sunday');
		const ok = (text = 'done'): void => this.say(`${tag} OK ${text}`);
		switch (name) {
			case 'CAPABILITY':
				this.say(`* CAPABILITY ${this.capabilities()}`);
				return ok();
			case 'NOOP':
				return ok();
			case 'ID':
				this.say('* ID ("name" "pretend")');
				return ok();
			case 'LOGOUT':
				this.say('* BYE see you');
				ok();
				return void this.socket.end();
			case 'STARTTLS':
				return this.startTls(tag);
			case 'LOGIN':
			case 'AUTHENTICATE':
				return signIn(command, {
					account: this.account,
					isSecure: this.isSecure,
					say: (line) => this.say(line),
					ask: (then) => (this.expecting = then),
					done: () => (this.isIn = true),
					capabilities: () => this.capabilities(),
				});
			case 'IDLE':
				if (!this.isIn || !this.account.capabilities.includes('IDLE')) return this.say(`${tag} BAD unknown command`);
				this.say('+ idling');
				this.expecting = () => ok('idle is over');
				return;
			default:
				if (!this.isIn) return this.say(`${tag} BAD sign in first`);
				return this.mailboxes.run(command);
		}
	}

	/** Only for the folder that is open, and never in the middle of another answer: news wait for their turn. */
	private report(name: string, what: string): void {
		if (this.folder?.name !== name || this.account.faults.silentIdle) return;
		this.queue = this.queue.then(() => this.say(`* ${what}`));
	}

	private capabilities(): string {
		const { capabilities } = this.account;
		const signIns = this.isIn ? [] : ['AUTH=PLAIN', ...(this.account.tokens.size > 0 ? ['AUTH=XOAUTH2'] : [])];
		const usable = capabilities.filter((name) => name !== 'STARTTLS' || (!this.isSecure && !this.isIn));
		return ['IMAP4rev1', ...usable, ...signIns].join(' ');
	}

	private startTls(tag: string): void {
		if (this.isSecure || !this.account.capabilities.includes('STARTTLS')) return this.say(`${tag} BAD not now`);
		this.say(`${tag} OK go on`);
		const plain = this.socket;
		plain.removeAllListeners('data');
		const secure = new TLSSocket(plain, { isServer: true, cert: CERTIFICATE, key: KEY });
		this.socket = secure;
		this.isSecure = true;
		this.reader = new Reader(() => this.say('+ go on'));
		this.attach(secure);
	}
}

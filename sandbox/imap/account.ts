import { EventEmitter } from 'node:events';

import type { ImapFaults, ImapSandboxOptions, SandboxFolder, SandboxMail } from './contract';

const NO_FAULTS: ImapFaults = {
	dropInFetch: 0,
	dropAfterFetch: 0,
	dropAfterStore: 0,
	bye: 0,
	noGreeting: 0,
	wrongLiteral: null,
	emptyFetch: 0,
	throttle: 0,
	throttleMs: 200,
	slowMs: 0,
	refuseLogin: null,
	refuseMarks: false,
	silentIdle: false,
	noUidNext: false,
	chatty: false,
};

const CAPABILITIES = ['IDLE', 'UIDPLUS', 'MOVE', 'NAMESPACE', 'ID', 'SPECIAL-USE', 'LITERAL+', 'STARTTLS', 'SASL-IR'];

/** The mailbox behind all connections. */
export class Account {
	readonly user: string;
	readonly password: string;
	readonly capabilities: readonly string[];
	readonly delimiter: string;
	readonly tokens = new Set<string>();
	readonly faults: ImapFaults = { ...NO_FAULTS };
	readonly folders = new Map<string, SandboxFolder>();
	readonly log: string[] = [];
	/** `exists` and `expunge` with the folder's name. */
	readonly news = new EventEmitter().setMaxListeners(0);
	private readonly allMail: string | null;
	private validity = 1_700_000_000;

	constructor(options: ImapSandboxOptions) {
		this.user = options.user ?? 'leasing@maple.example';
		this.password = options.password ?? 'a good password';
		this.capabilities = options.capabilities ?? CAPABILITIES;
		this.delimiter = options.delimiter ?? '/';
		this.allMail = options.allMail ?? null;
		this.add('INBOX');
		if (this.allMail !== null) this.add(this.allMail, ['\\All']);
	}

	/** Uses up one time of a fault. */
	strikes(fault: { [Name in keyof ImapFaults]: ImapFaults[Name] extends number ? Name : never }[keyof ImapFaults]): boolean {
		if (this.faults[fault] <= 0) return false;
		this.faults[fault]--;
		return true;
	}

	add(name: string, attributes: readonly string[] = []): SandboxFolder {
		const known = this.find(name);
		if (known) return known;
		const folder: SandboxFolder = {
			name,
			attributes: new Set(attributes),
			uidValidity: this.validity++,
			uidNext: 1,
			mails: [],
			readOnly: false,
		};
		this.folders.set(name, folder);
		return folder;
	}

	/** INBOX in any case; all others as they are written. */
	find(name: string): SandboxFolder | undefined {
		return this.folders.get(/^inbox$/i.test(name) ? 'INBOX' : name);
	}

	deliver(name: string, raw: string | Buffer, { flags = [], receivedAt = Date.now() }: Parameters<Deliver>[2] = {}): number {
		const folder = this.add(name);
		const mail = { raw: Buffer.from(raw), flags: new Set(flags), receivedAt };
		if (this.allMail !== null && name !== this.allMail) this.append(this.add(this.allMail), mail);
		return this.append(folder, mail);
	}

	append(folder: SandboxFolder, mail: Omit<SandboxMail, 'uid'>): number {
		const uid = folder.uidNext++;
		// With Gmail a mail has one set of flags, under whatever label it is looked at.
		folder.mails.push({ ...mail, uid });
		this.news.emit('exists', folder.name);
		return uid;
	}

	expunge(folder: SandboxFolder, which: (mail: SandboxMail) => boolean): void {
		for (let index = folder.mails.length - 1; index >= 0; index--) {
			const mail = folder.mails[index];
			if (!mail || !which(mail)) continue;
			folder.mails.splice(index, 1);
			this.news.emit('expunge', folder.name, index + 1);
		}
	}

	renumber(name: string): void {
		const folder = this.add(name);
		folder.uidValidity = this.validity++;
		folder.mails.forEach((mail, index) => (mail.uid = index + 1));
		folder.uidNext = folder.mails.length + 1;
	}
}

type Deliver = (name: string, raw: string | Buffer, more?: { flags?: readonly string[]; receivedAt?: number }) => number;

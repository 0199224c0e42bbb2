/** A mail server on loopback, as awkward as the real ones. */
export interface ImapSandbox {
	host: string;
	/** In the clear; STARTTLS is offered unless `capabilities` leaves it out. */
	port: number;
	/** With TLS from the first byte. */
	tlsPort: number;
	user: string;
	password: string;
	faults: ImapFaults;
	/** What clients asked for, with nothing secret in it. */
	log: string[];
	/** Every access token that is good just now. */
	tokens: Set<string>;
	folder(name: string): SandboxFolder;
	/** Makes a folder, if there is none of the name. @param attributes such as `\All`, `\Noselect` */
	addFolder(name: string, attributes?: readonly string[]): SandboxFolder;
	removeFolder(name: string): void;
	/** A mail arrives; those who watch the folder hear of it. @returns its UID */
	deliver(name: string, raw: string | Buffer, more?: { flags?: readonly string[]; receivedAt?: number }): number;
	/** All folders get new numbers, as after a restored backup or a migration. */
	renumber(name: string): void;
	connections(): number;
	/** Ends every connection. `deaf`: they stay open, and nothing is answered any more, as behind a router that forgot them. */
	drop(how?: 'reset' | 'bye' | 'deaf'): void;
	close(): Promise<void>;
}

export interface SandboxMail {
	uid: number;
	raw: Buffer;
	flags: Set<string>;
	receivedAt: number;
}

export interface SandboxFolder {
	name: string;
	attributes: Set<string>;
	uidValidity: number;
	uidNext: number;
	mails: SandboxMail[];
	readOnly: boolean;
}

/** Bad habits, each for so many times, or until it is set back. */
export interface ImapFaults {
	/** The connection ends in the middle of a mail. */
	dropInFetch: number;
	/** A mail's data comes, and the connection ends before the answer's last line. */
	dropAfterFetch: number;
	/** What was asked for is done, and the connection ends before it is said. */
	dropAfterStore: number;
	/** The server says BYE to the next command. */
	bye: number;
	/** The connection ends before a greeting. */
	noGreeting: number;
	/** The length that is announced for a mail is not that which comes. */
	wrongLiteral: 'short' | 'long' | null;
	/** A mail is asked for, and the answer is OK without it. */
	emptyFetch: number;
	/** `NO`, with the time that Exchange wants to be left alone. */
	throttle: number;
	throttleMs: number;
	/** Every command waits so long. */
	slowMs: number;
	/** What is answered to a good password, instead of yes. */
	refuseLogin: string | null;
	/** STORE, COPY and MOVE are answered NO. */
	refuseMarks: boolean;
	/** IDLE is accepted, and nothing is ever reported. */
	silentIdle: boolean;
	/** SELECT names no UIDNEXT. */
	noUidNext: boolean;
	/** SELECT reports, and keeps on reporting, unsolicited lines of no use. */
	chatty: boolean;
}

export interface ImapSandboxOptions {
	user?: string;
	password?: string;
	/** Without what each session needs: `IMAP4rev1`. */
	capabilities?: readonly string[];
	/** A mail in any folder is in this one, too, as with Gmail. */
	allMail?: string;
	delimiter?: string;
}

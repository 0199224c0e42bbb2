import { sleep } from '../waiting';
import type { Account } from '../account';
import type { Call } from '../calls/call';
import type { Leg } from '../calls/leg';
import type { Party } from '../calls/party';
import type { TwimlDocument } from './parse';

/** How TwiML ended: all verbs done, hung up by a verb, or `<Leave>` while waiting in a queue. */
export type TwimlEnd = 'done' | 'hangup' | 'leave';

/** What a verb leads to. `go`: another document takes over and the rest of this one never runs. */
export type Outcome = { then: 'next' } | { then: 'go'; document: TwimlDocument } | { then: 'hangup' } | { then: 'leave' };

export type RunTwiml = (session: Session, document: TwimlDocument) => Promise<TwimlEnd>;

/** TwiML at work on one leg: the caller's, or a called staff phone's while it is screened. */
export class Session {
	constructor(
		readonly account: Account,
		readonly call: Call,
		readonly leg: Leg,
		readonly party: Party,
		/** Aborts when this leg is hung up, or the stand-in closes. */
		readonly signal: AbortSignal,
		/** Runs a document on this session; handed over so that verbs need not import the executor. */
		private readonly runner: RunTwiml,
	) {}

	get isCaller(): boolean {
		return this.leg === this.call.leg;
	}

	run(document: TwimlDocument): Promise<TwimlEnd> {
		return this.runner(this, document);
	}

	/** A session on a child leg of the same call. */
	onChild(leg: Leg, party: Party, signal: AbortSignal): Session {
		return new Session(this.account, this.call, leg, party, signal, this.runner);
	}

	/** The same session, ended by one more signal (a prompt that is cut short). */
	until(signal: AbortSignal): Session {
		return new Session(this.account, this.call, this.leg, this.party, AbortSignal.any([this.signal, signal]), this.runner);
	}

	/** Waits sandbox seconds. */
	wait(seconds: number): Promise<void> {
		return sleep(seconds * this.call.secondMs, this.signal);
	}

	/** The network answers the caller's leg, because a verb needs to be heard. */
	pickUp(): void {
		if (this.leg.answeredAt !== null) return;
		this.leg.answer();
		this.call.note('leg', 'Twilio answers the call to run TwiML');
	}

	hears(text: string): void {
		if (this.isCaller) this.call.listening = text;
		this.call.note('twiml', `${this.isCaller ? 'The caller' : this.leg.to} hears: ${text}`);
	}

	note(kind: string, text: string, data?: unknown): void {
		this.call.note(kind, this.isCaller ? text : `${text} (${this.leg.to})`, data);
	}
}

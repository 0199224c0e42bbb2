import { Leg } from './leg';
import { PageCaller } from './pageCaller';
import { ScriptedCaller } from './scriptedCaller';
import type { CallLogEntry, PlaceCall, PretendCall } from '../contract';
import type { Events } from '../events';
import type { NumberRecord } from '../numbers';
import type { Party } from './party';

/** What a call needs of the account that it belongs to. */
export interface CallHost {
	readonly events: Events;
	/** Aborts when the stand-in is reset or closed. */
	readonly life: AbortSignal;
	readonly secondMs: number;
}

/** One call to one of the account's numbers: the caller's leg, the staff legs it led to, and all that happened. */
export class Call implements PretendCall {
	readonly leg: Leg;
	/** Legs to staff phones, in the order they were dialled. */
	readonly children: Leg[] = [];
	readonly caller: Party;
	readonly secondMs: number;
	/** The number's settings as they were when the call came. */
	readonly line: NumberRecord;
	readonly ended: Promise<void>;
	/** Aborts when the stand-in is reset or closed; not when the call ends. */
	readonly life: AbortSignal;

	/** What the caller hears now, for the page. */
	listening = '[ringing]';
	/** What the TwiML waits for from the caller. */
	expects: 'nothing' | 'record' | 'gather' = 'nothing';
	phase: 'listening' | 'talking' | 'recording' = 'listening';
	rejected = false;
	/** Set by another app or by REST; otherwise the status follows from what happened. */
	forcedStatus: Leg['status'] | null = null;

	private readonly entries: CallLogEntry[] = [];
	private readonly late: Array<Promise<unknown>> = [];
	private settle: () => void = () => undefined;

	constructor(
		private readonly account: CallHost,
		readonly place: PlaceCall,
		line: NumberRecord,
	) {
		this.line = { ...line };
		this.life = account.life;
		this.secondMs = place.secondMs ?? account.secondMs;
		this.leg = new Leg({ from: place.from, to: line.phone, direction: 'inbound', parentSid: null, secondMs: this.secondMs });
		this.caller = place.interactive === true ? new PageCaller(this.secondMs) : new ScriptedCaller(place, this.secondMs);
		this.ended = new Promise((resolve) => {
			this.settle = resolve;
		});
	}

	get sid(): string {
		return this.leg.sid;
	}

	get from(): string {
		return this.leg.from;
	}

	get to(): string {
		return this.leg.to;
	}

	status(): string {
		return this.leg.status;
	}

	log(): CallLogEntry[] {
		return this.entries.map((entry) => ({ ...entry }));
	}

	endedAt(): number | null {
		return this.leg.endedAt;
	}

	/** Writes to the call's log and tells the listeners. @returns the entry, so that its data can be completed */
	note(kind: string, text: string, data?: unknown): CallLogEntry {
		const entry: CallLogEntry = { at: Date.now(), kind, text, ...(data === undefined ? {} : { data }) };
		this.entries.push(entry);
		this.account.events.emit('call', { sid: this.sid, status: this.leg.status, kind, text });
		return entry;
	}

	/** Ends the caller's leg now; what runs on it stops. */
	hangUp(reason = 'The caller hung up.'): void {
		if (this.leg.endedAt !== null) return;
		this.leg.end(this.finalStatus());
		this.listening = '';
		this.expects = 'nothing';
		this.note('hangup', reason, { status: this.leg.status });
	}

	keys(digits: string): void {
		if (this.caller instanceof PageCaller) this.caller.keys(digits);
	}

	say(words: string): void {
		if (this.caller instanceof PageCaller) this.caller.say(words);
	}

	/** Work that goes on after the caller is gone and that belongs to the call, such as a last `action` request. */
	afterHangUp(work: Promise<unknown>): void {
		this.late.push(work.catch((error: Error) => this.life.aborted || this.note('warning', error.message)));
	}

	/** Resolves when all such work is done. */
	async lateWork(): Promise<void> {
		await Promise.all(this.late);
	}

	/** Lets `ended` resolve. */
	close(): void {
		this.settle();
	}

	/**
	 * Why a missed call often shows `completed`: the caller's leg counts as answered as soon as Twilio itself answered it
	 * to run TwiML.
	 */
	private finalStatus(): Leg['status'] {
		if (this.forcedStatus !== null) return this.forcedStatus;
		if (this.rejected) return 'busy';
		return this.leg.answeredAt === null ? 'no-answer' : 'completed';
	}
}

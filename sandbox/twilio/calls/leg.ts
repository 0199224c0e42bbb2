import { newSid } from '../ids';
import { HungUp } from '../waiting';

export type LegStatus = 'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

export interface NewLeg {
	from: string;
	to: string;
	direction: 'inbound' | 'outbound-dial';
	parentSid: string | null;
	/** Length of a sandbox second in real ms. */
	secondMs: number;
}

/** One side of a call: the caller's way to Twilio, or Twilio's way to one staff phone. */
export class Leg {
	readonly sid = newSid('CA');
	readonly from: string;
	readonly to: string;
	readonly direction: NewLeg['direction'];
	readonly parentSid: string | null;
	status: LegStatus;
	/** Real ms since 1970, like the two below. */
	startedAt = Date.now();
	answeredAt: number | null = null;
	endedAt: number | null = null;
	/** Set where the length is given instead of lived through. */
	fixedSeconds: number | null = null;

	private readonly secondMs: number;
	private readonly line = new AbortController();

	constructor(leg: NewLeg) {
		this.from = leg.from;
		this.to = leg.to;
		this.direction = leg.direction;
		this.parentSid = leg.parentSid;
		this.secondMs = leg.secondMs;
		this.status = leg.direction === 'inbound' ? 'ringing' : 'queued';
	}

	/** Aborts (with HungUp) when the leg is hung up by either side. */
	get gone(): AbortSignal {
		return this.line.signal;
	}

	answer(): void {
		this.answeredAt = Date.now();
		this.status = 'in-progress';
	}

	/** Cuts the leg; whoever waits on it gets HungUp. Its final status is set by `end`. */
	hangUp(reason: string): void {
		this.line.abort(new HungUp(reason));
	}

	/** Sets the final status; later calls change nothing. */
	end(status: LegStatus): void {
		if (this.endedAt !== null) return;
		this.endedAt = Date.now();
		this.status = status;
		this.hangUp(`The leg ended (${status}).`);
	}

	/** Sandbox seconds from answer to end; null for a leg that was never answered or still runs. */
	get seconds(): number | null {
		if (this.answeredAt === null || this.endedAt === null) return null;
		return this.fixedSeconds ?? Math.round((this.endedAt - this.answeredAt) / this.secondMs);
	}
}

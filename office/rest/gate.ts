import { FULL_BUCKET, spend, waitFor, type Pace, type PaceLimits } from '../../../leasing/buildium/pace';
import type { Clock, Millis } from '../../../leasing/time';

/** What the transport needs of the world; passed in, so that tests can hold and move time. */
export interface BuildiumTools {
	clock: Clock;
	random(): number;
	sleep(milliseconds: number): Promise<unknown>;
}

/** Buildium's limit speaks of concurrent requests too, and a single answer may take fifteen seconds. */
const MOST_AT_ONCE = 8;

/** Lets the requests of one API key through in the order they came, no faster than Buildium allows. */
export class Gate {
	private pace: Pace = FULL_BUCKET;
	private heldUntil: Millis = Number.NEGATIVE_INFINITY;
	private atOnce = 0;
	private freed: (() => void) | undefined;
	private last: Promise<unknown> = Promise.resolve();

	/** Waits for its turn, runs `request`, and makes room for the next one. */
	async through<T>(limits: PaceLimits, tools: BuildiumTools, request: () => Promise<T>): Promise<T> {
		const turn = this.last.then(async () => await this.admit(limits, tools));
		this.last = turn.catch(() => undefined);
		await turn;
		try {
			return await request();
		} finally {
			this.atOnce -= 1;
			this.freed?.();
		}
	}

	/** After a 429: nobody uses this key until then, or every workflow would run into the same wall. */
	hold(until: Millis): void {
		this.heldUntil = Math.max(this.heldUntil, until);
	}

	private async admit(limits: PaceLimits, { clock, sleep }: BuildiumTools): Promise<void> {
		while (this.atOnce >= MOST_AT_ONCE) {
			await new Promise<void>((resolve) => {
				this.freed = resolve;
			});
		}
		for (;;) {
			const now = clock.now();
			const wait = Math.max(waitFor(this.pace, now, limits), this.heldUntil - now);
			if (wait <= 0) {
				this.pace = spend(this.pace, now, limits);
				this.atOnce += 1;
				return;
			}
			await sleep(wait);
		}
	}
}

/** One per API key, for all workflows of this process. Keys are few, so none is ever thrown away. */
const gates = new Map<string, Gate>();

export function gateOf(key: string): Gate {
	const known = gates.get(key);
	if (known) return known;
	const gate = new Gate();
	gates.set(key, gate);
	return gate;
}

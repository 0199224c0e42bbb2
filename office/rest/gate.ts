import { setBack, spend, UNUSED, waitFor, type Pace, type PaceLimit } from '../../leasing/rest/pace';
import type { Clock, Millis } from '../../leasing/time';

/** What calling a vendor needs of the world; passed in, so that tests can hold and move time. */
export interface RestTools {
	clock: Clock;
	random(): number;
	sleep(milliseconds: number): Promise<unknown>;
}

/** How much one key may ask for. */
export interface GateLimits {
	pace: readonly PaceLimit[];
	/** Requests that may wait for their answer at the same time. */
	atOnce: number;
}

/** Lets the requests of one key through in the order they came, no faster than the vendor allows. */
export class Gate {
	private pace: Pace = UNUSED;
	private heldUntil: Millis = Number.NEGATIVE_INFINITY;
	private lookedAt: Millis = Number.NEGATIVE_INFINITY;
	private atOnce = 0;
	private freed: (() => void) | undefined;
	private last: Promise<unknown> = Promise.resolve();

	/** Waits for its turn, runs `request`, and makes room for the next one. */
	async through<T>(limits: GateLimits, tools: RestTools, request: () => Promise<T>): Promise<T> {
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

	/** When the clock was set back, what was reckoned by it is set back as far: otherwise this key would rest until that time comes again. */
	private follow(now: Millis): Millis {
		const back = this.lookedAt - now;
		if (back > 0 && Number.isFinite(back)) {
			this.pace = setBack(this.pace, back);
			this.heldUntil -= back;
		}
		this.lookedAt = now;
		return now;
	}

	private async admit(limits: GateLimits, { clock, sleep }: RestTools): Promise<void> {
		while (this.atOnce >= limits.atOnce) {
			await new Promise<void>((resolve) => {
				this.freed = resolve;
			});
		}
		for (;;) {
			const now = this.follow(clock.now());
			const wait = Math.max(waitFor(this.pace, now, limits.pace), this.heldUntil - now);
			if (wait <= 0) {
				this.pace = spend(this.pace, now, limits.pace);
				this.atOnce += 1;
				return;
			}
			await sleep(wait);
		}
	}
}

/** One per key, for all workflows of this process. Keys are few, so none is ever thrown away. */
const gates = new Map<string, Gate>();

/** @param key names vendor, address and key together; never logged */
export function gateOf(key: string): Gate {
	const known = gates.get(key);
	if (known) return known;
	const gate = new Gate();
	gates.set(key, gate);
	return gate;
}

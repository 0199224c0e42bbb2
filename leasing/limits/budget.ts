import type { Clock, Millis } from '../time';
import type { Limits } from './limits';

type Counted = 'bytes' | 'leads';

/**
 * What is left of the limits of one item while it is read. It is passed along, so that all readers of one item draw on the same
 * account. Milliseconds need a clock; without one they do not count.
 */
export class Budget {
	private readonly spent: Record<Counted, number> = { bytes: 0, leads: 0 };
	private readonly began: Millis | null;

	constructor(
		readonly limits: Limits,
		private readonly clock: Clock | null = null,
	) {
		this.began = clock?.now() ?? null;
	}

	/** Takes from what is left. @returns false when that is not enough; then nothing is taken */
	take(what: Counted, amount: number): boolean {
		if (this.spent[what] + amount > this.limits[what]) return false;
		this.spent[what] += amount;
		return true;
	}

	/** Whether nothing more can be taken. */
	spentAll(what: Counted): boolean {
		return this.spent[what] >= this.limits[what];
	}

	/** Whether the time is up. A clock may be set back meanwhile. */
	get late(): boolean {
		return this.began !== null && this.clock !== null && Math.abs(this.clock.now() - this.began) > this.limits.millis;
	}
}

import type { Millis } from '../../leasing/time';

/** What a clock has written that was ahead, by hours perhaps, and has been set right since. */
export interface DatedAheadFamily {
	/**
	 * Brings back to now what would otherwise not be touched before the wrong time has come: calls that are to be asked after, texts that wait
	 * (the guard is asked again before each goes out), work that was due at once or waits to be tried again. Work with a time of its own keeps it.
	 * @returns how many rows it has changed
	 */
	bringBack(now: Millis): Promise<number>;
}

import { MINUTE, SECOND, type Millis } from './time';

/** No claim in the store is longer: events and work are claimed for half a minute, texts for a whole one. */
export const LONGEST_LEASE: Millis = MINUTE;
/** Clocks of two machines that share a store, both kept right by their system, differ by much less. */
export const CLOCKS_DIFFER: Millis = 30 * SECOND;

/**
 * How far ahead of `now` something can lie that lasts no longer than `length`. What lies further was written by a clock that was ahead
 * and has been set right since: it counts as over. Otherwise nobody would touch it until the wrong time has come, which may be hours.
 */
export function furthest(now: Millis, length: Millis = LONGEST_LEASE): Millis {
	return now + length + CLOCKS_DIFFER;
}

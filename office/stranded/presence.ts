import type { Consumer } from '../../store/port';

/** For so many looks in a row it has stood still: gone. n8n that starts again has its workflows back long before. */
const GONE_AFTER = 4;
/** So much later nobody has taken over who could. */
const GIVE_UP_AFTER = 8;

export type Presence = 'there' | 'gone' | 'given_up';

/**
 * Who of the triggers is still there, by looking again and again whether they count up. It counts looks and no time: a clock that jumps,
 * or n8n that stood still for a while, makes nobody look gone.
 */
export class PresenceBook {
	private readonly seen = new Map<string, { beats: number; still: number }>();

	/** Notes one look. @param all that ever counted @param others of whom there are rows though they never counted */
	look(all: readonly Consumer[], others: readonly string[]): void {
		const beats = new Map(others.map((consumer) => [consumer, 0]));
		for (const one of all) beats.set(one.consumer, one.beats);
		for (const known of this.seen.keys()) if (!beats.has(known)) this.seen.delete(known);
		for (const [consumer, now] of beats) {
			const before = this.seen.get(consumer);
			this.seen.set(consumer, { beats: now, still: before?.beats === now ? before.still + 1 : 0 });
		}
	}

	of(consumer: string): Presence {
		const still = this.seen.get(consumer)?.still ?? 0;
		if (still < GONE_AFTER) return 'there';
		return still < GIVE_UP_AFTER ? 'gone' : 'given_up';
	}
}

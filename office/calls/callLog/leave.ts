import type { Office } from '../../office';
import { readPosition, type Position } from './position';
import { served } from './servedLines';

/**
 * Notes that a trigger is being unpublished, before its lines are given back. Whoever mends a trigger that could not answer publishes it
 * anew: the calls that it missed before are looked for then, and those of the time between, which went elsewhere, are not.
 */
export async function leaveCallLog({ store, clock }: Office, consumer: string, provider: string): Promise<void> {
	const at = clock.now();
	for (const { cursor, lines } of await served(store, consumer, provider)) {
		const stored = await store.cursors.get(cursor);
		const position: Position = {
			upTo: readPosition(stored?.position)?.upTo ?? Math.min(...lines.map(({ since }) => since)),
			left: { at, lines: lines.map(({ phone }) => phone) },
		};
		await store.cursors.move(cursor, position, stored?.revision ?? 0);
	}
}

import { createHash } from 'node:crypto';

import type { Millis } from '../time';

/**
 * What tells a delivery from all others of its trigger: the sender's own id, for ever; or, where the sender gives none, the same
 * bytes within a time.
 */
export type Sameness = { id: string } | { bytes: Buffer; within: Millis };

/** Longer ids are somebody's text in the wrong field, and no index takes them. */
const LONGEST_ID = 300;

/** The keys under which the same delivery may stand already, and the one under which it is kept if it does not. */
export interface DeliveryKeys {
	keep: string;
	/** A delivery under one of these is the same if it came no longer ago than `within`. */
	lookFor: string[];
	/** Null: for ever. */
	within: Millis | null;
}

/**
 * Two equal bodies within the window are one delivery: senders that give no id repeat what they think got lost, within seconds or
 * minutes, and people press *Send* twice. Equal bodies hold the same name, number and words, so no second renter is lost; what the
 * same renter sends again later is another delivery.
 */
export function deliveryKeys(sameness: Sameness, at: Millis): DeliveryKeys {
	if ('id' in sameness) {
		const { id } = sameness;
		const key = `id:${id.length <= LONGEST_ID ? id : hashOf(Buffer.from(id))}`;
		return { keep: key, lookFor: [key], within: null };
	}
	const { bytes, within } = sameness;
	const hash = hashOf(bytes);
	if (within <= 0) return { keep: `at:${at}:${hash}`, lookFor: [`at:${at}:${hash}`], within: 0 };
	// Windows of fixed beginnings, so that one key stands for each: the one before and (a clock may be set back) the one after count, too.
	const window = Math.floor(at / within);
	const key = (nth: number): string => `body:${hash}:${within}:${nth}`;
	return { keep: key(window), lookFor: [key(window), key(window - 1), key(window + 1)], within };
}

function hashOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

import { createHash } from 'node:crypto';

import type { Param } from '../../store/sql/executor';

/** What a table holds, in short: the same for the same rows, in whatever order they are read. */
export interface Fingerprint {
	rows: number;
	/** The sum of the SHA-256 hashes of all rows, as 64 hex digits. */
	hash: string;
}

const MODULUS = 1n << 256n;

export function makeFingerprint(): { add(row: readonly Param[]): void; result(): Fingerprint } {
	let rows = 0;
	let sum = 0n;
	return {
		add(row) {
			rows += 1;
			// A sum and not a chain, because the two databases sort texts differently.
			sum = (sum + BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`)) % MODULUS;
		},
		result: () => ({ rows, hash: sum.toString(16).padStart(64, '0') }),
	};
}

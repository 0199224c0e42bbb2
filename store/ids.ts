import type { Clock, Ids } from '../leasing/time';

/** Crockford's base 32: no I, L, O, U, and in ASCII order, so ids sort as text. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/** @param count how many random bytes are wanted, e.g. `crypto.randomBytes` */
export type RandomBytes = (count: number) => Uint8Array;

/** Draws many bytes at a time and hands them out piece by piece, each once: a draw takes as long for 16 as for some thousands. */
export function inStock(randomBytes: RandomBytes, stock = 4_096): RandomBytes {
	let bytes: Uint8Array = new Uint8Array(0);
	let used = 0;
	return (count) => {
		if (used + count > bytes.length) {
			bytes = randomBytes(Math.max(stock, count));
			used = 0;
		}
		used += count;
		return bytes.subarray(used - count, used);
	};
}

/**
 * Makes sortable ids such as `lead_01JD3Q…`: the prefix, 10 characters of time, 16 of randomness (a ULID).
 *
 * Ids of one maker always rise: within a millisecond, and when the clock is set back, the random part of the last id is
 * counted up instead of drawn again. Ids of different processes sort by millisecond only.
 */
export function makeIds(clock: Clock, randomBytes: RandomBytes): Ids {
	let lastTime = -1;
	let digits: number[] = [];

	return {
		next(prefix) {
			const now = clock.now();
			if (now > lastTime) {
				lastTime = now;
				digits = drawDigits(randomBytes);
			} else if (!countUp(digits)) {
				lastTime += 1;
				digits = drawDigits(randomBytes);
			}
			return `${prefix}_${encodeTime(lastTime)}${digits.map((digit) => ALPHABET.charAt(digit)).join('')}`;
		},
	};
}

/** One base-32 digit a byte; the upper three bits are thrown away, which keeps the draw even. */
function drawDigits(randomBytes: RandomBytes): number[] {
	return Array.from(randomBytes(RANDOM_CHARS), (byte) => byte & 31);
}

/** Adds one to the digits in place. @returns false when they overflow (practically never) */
function countUp(digits: number[]): boolean {
	for (let place = digits.length - 1; place >= 0; place -= 1) {
		const digit = digits[place] ?? 0;
		if (digit < 31) {
			digits[place] = digit + 1;
			return true;
		}
		digits[place] = 0;
	}
	return false;
}

function encodeTime(millis: number): string {
	let rest = millis;
	let text = '';
	for (let place = 0; place < TIME_CHARS; place += 1) {
		text = ALPHABET.charAt(rest % 32) + text;
		rest = Math.floor(rest / 32);
	}
	return text;
}

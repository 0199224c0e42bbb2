import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeWhole } from '../../../sandbox/start/folder';
import type { Random } from '../random';
import type { Trouble } from './contract';

const SECOND = 1_000;
const OFFSET_FILE = 'LEASING_TEST_CLOCK_OFFSET';

/**
 * Loaded into n8n before n8n itself. What a change of the machine's clock does to a Node process: `Date` jumps, timers do
 * not. n8n's own database is not shifted, nor is anybody else on this machine.
 */
const SHIFT_DATE = `'use strict';
const { readFileSync } = require('node:fs');
const file = process.env.${OFFSET_FILE};
if (file) {
	const RealDate = Date;
	// Taken now: some library of n8n wraps Date.now in a function that calls the one it found.
	const realNow = Date.now;
	let offset = 0;
	const read = () => { offset = Number(readFileSync(file, 'utf8')) || 0; };
	read();
	setInterval(read, 50).unref();
	const now = () => realNow() + offset;
	globalThis.Date = new Proxy(RealDate, {
		construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
		apply: () => new RealDate(now()).toString(),
		get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
	});
	RealDate.prototype.constructor = globalThis.Date;
}
`;

/** A wall clock for n8n processes that can be set. */
export interface ShiftedClock {
	/** To be loaded into every n8n process that shall follow it (preloads.ts), and its environment. */
	preload: string;
	env: Record<string, string>;
	/** How far n8n's clock is ahead of the machine's, in ms; negative: behind. Followed within a tenth of a second. */
	set(offsetMs: number): void;
	/** Seconds and minutes; claims run out, or do not. */
	trouble: Trouble;
}

export const HOUR_MS = 3_600 * SECOND;
/** As when a machine takes local time for UTC, or the other way round; the look-up of texts allows for twelve hours. */
export const HOURS_OFF = [1, 5, 8, 11.5, -1, -5, -8, -11.5] as const;

/** How far the clock jumps. Claims last half a minute and a minute; the longer jumps let all of them run out at once. */
const JUMPS = [
	{ weight: 3, ms: 45 * SECOND },
	{ weight: 2, ms: 150 * SECOND },
	{ weight: 3, ms: -45 * SECOND },
	{ weight: 2, ms: -150 * SECOND },
];

/** @param folder where its two small files may lie */
export function shiftedClock(folder: string): ShiftedClock {
	const script = path.join(folder, 'shiftDate.cjs');
	const offsetFile = path.join(folder, 'clockOffset');
	const set = (offsetMs: number) => writeWhole(offsetFile, String(Math.round(offsetMs)));
	writeFileSync(script, SHIFT_DATE);
	set(0);
	return {
		preload: script,
		env: { [OFFSET_FILE]: offsetFile },
		set,
		trouble: {
			name: 'clock jumps',
			weight: 3,
			async strike(random: Random) {
				const { ms } = random.weighted(JUMPS);
				const forMs = random.between(2 * SECOND, 25 * SECOND);
				set(ms);
				await sleep(forMs);
				set(0);
				return `n8n's clock is ${Math.abs(ms) / SECOND} s ${ms > 0 ? 'ahead' : 'behind'} for ${Math.round(forMs)} ms`;
			},
		},
	};
}

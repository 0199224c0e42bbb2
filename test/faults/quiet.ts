import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from './deployment/contract';

/**
 * Longer than the slowest way on: the third retry of a workflow that failed follows five minutes after the second, and
 * a text's claim has to run out before somebody else asks Twilio for it.
 */
const LIMIT_MS = 9 * 60_000;
const LOOK_EVERY_MS = 500;
const QUIET_FOR_MS = 3_000;
const PRINT_EVERY_MS = 5_000;

const UNFINISHED = `SELECT
	(SELECT COUNT(*) FROM calls WHERE state IN ('open', 'unclear')) AS calls,
	(SELECT COUNT(*) FROM events WHERE state IN ('waiting', 'running')) AS events,
	(SELECT COUNT(*) FROM texts WHERE state IN ('planned', 'held', 'claimed')) AS texts,
	(SELECT COUNT(*) FROM work WHERE state IN ('waiting', 'claimed')) AS work`;

/** Waits until nothing is left to be done, or nothing more can be hoped for. @returns how long it took, in ms */
export async function untilQuiet(deployment: Deployment, print: (line: string) => void, withinMs = LIMIT_MS): Promise<number> {
	const began = Date.now();
	let quietSince: number | null = null;
	let last = '';
	let printedAt = 0;
	while (Date.now() - began < withinMs) {
		const [left] = await deployment.look<{ calls: number; events: number; texts: number; work: number }>(UNFINISHED);
		if (!left) throw new Error('The store did not answer.');
		const rest = `${left.calls} calls undecided, ${left.events} events, ${left.texts} texts and ${left.work} pieces of work unfinished`;
		const isQuiet = left.calls + left.events + left.texts + left.work === 0;
		if (rest !== last && !isQuiet && Date.now() - printedAt >= PRINT_EVERY_MS) {
			print(`waiting: ${rest}`);
			printedAt = Date.now();
		}
		last = rest;
		quietSince = isQuiet ? (quietSince ?? Date.now()) : null;
		if (quietSince !== null && Date.now() - quietSince >= QUIET_FOR_MS) break;
		await sleep(LOOK_EVERY_MS);
	}
	return Date.now() - began;
}

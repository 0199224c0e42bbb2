import type { Store, StoreFamilies } from '../../../store/port';
import { readAhead } from '../../shared/matching/readAhead';
import { systemClock } from '../../shared/runtime';
import type { Deduplicated } from '../case';
import { deduplicate } from '../deduplicate';
import { rehearse } from '../rehearse';
import type { OfficeHours } from './officeHours';
import { LONGEST } from './pace';
import type { Job } from './result';

export type Done = { job: Job; result: Deduplicated } | { job: Job; thrown: unknown };

/**
 * Works on as many of the jobs as fit into one short transaction, the first at least. When one of them fails, all are undone and
 * tried again one by one, so that each stands by itself.
 * @returns what came of the first so many jobs, in order
 */
export async function runChunk(store: Store, jobs: readonly Job[], hours: OfficeHours): Promise<Done[]> {
	const [first] = jobs;
	if (first === undefined) return [];
	if (jobs.length === 1 || first.dryRun) return [await runAlone(store, first, hours)];
	const together = await store.batch(async (tx) => await untilLong(tx, jobs, hours)).catch(() => null);
	return together ?? (await untilFailed(store, jobs, hours));
}

async function untilLong(tx: StoreFamilies, jobs: readonly Job[], hours: OfficeHours): Promise<Done[]> {
	const started = systemClock.now();
	await readAhead(tx, jobs);
	const done: Done[] = [];
	for (const job of jobs) {
		done.push({ job, result: await work(tx, job, hours) });
		if (systemClock.now() - started >= LONGEST) break;
	}
	return done;
}

/** Stops at the first failure, as the run does unless it is told to continue. */
async function untilFailed(store: Store, jobs: readonly Job[], hours: OfficeHours): Promise<Done[]> {
	const done: Done[] = [];
	for (const job of jobs) {
		const one = await runAlone(store, job, hours);
		done.push(one);
		if ('thrown' in one) break;
	}
	return done;
}

async function runAlone(store: Store, job: Job, hours: OfficeHours): Promise<Done> {
	const step = async (tx: StoreFamilies) => await work(tx, job, hours);
	try {
		return { job, result: job.dryRun ? await rehearse(store, step) : await store.transaction(step) };
	} catch (thrown) {
		return { job, thrown };
	}
}

async function work(tx: StoreFamilies, { inquiry, people, settings, rules, callBackTask }: Job, hours: OfficeHours): Promise<Deduplicated> {
	const now = systemClock.now();
	return await deduplicate({ tx, inquiry, people, settings, rules, callBackTask, now, officeOpensAt: hours(now, settings) });
}

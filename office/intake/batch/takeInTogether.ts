import type { Clock } from '../../../leasing/time';
import type { Store, StoreFamilies } from '../../../store/port';
import { readAhead } from '../../matching/readAhead';
import type { Intake, TakenIn } from '../case';
import { takeInInquiry } from '../takeInInquiry';
import { rehearse } from '../rehearse';
import type { OfficeHours } from './officeHours';
import { LONGEST } from './pace';

export type Done<Job extends Intake> = { job: Job; result: TakenIn } | { job: Job; thrown: unknown };

/** What taking in needs besides the inquiries. */
export interface IntakeDesk {
	store: Store;
	clock: Clock;
	hours: OfficeHours;
}

/**
 * Works on as many of the jobs as fit into one short transaction, the first at least. When one of them fails, all are undone and
 * tried again one by one, so that each stands by itself.
 * @returns what came of the first so many jobs, in order
 */
export async function takeInTogether<Job extends Intake>(desk: IntakeDesk, jobs: readonly Job[]): Promise<Done<Job>[]> {
	const [first] = jobs;
	if (first === undefined) return [];
	if (jobs.length === 1 || first.dryRun) return [await runAlone(desk, first)];
	const together = await desk.store.batch(async (tx) => await untilLong(tx, jobs, desk)).catch(() => null);
	return together ?? (await untilFailed(desk, jobs));
}

async function untilLong<Job extends Intake>(tx: StoreFamilies, jobs: readonly Job[], desk: IntakeDesk): Promise<Done<Job>[]> {
	const started = desk.clock.now();
	await readAhead(tx, jobs);
	const done: Done<Job>[] = [];
	for (const job of jobs) {
		done.push({ job, result: await work(tx, job, desk) });
		if (desk.clock.now() - started >= LONGEST) break;
	}
	return done;
}

/** Stops at the first failure, as the run does unless it is told to continue. */
async function untilFailed<Job extends Intake>(desk: IntakeDesk, jobs: readonly Job[]): Promise<Done<Job>[]> {
	const done: Done<Job>[] = [];
	for (const job of jobs) {
		const one = await runAlone(desk, job);
		done.push(one);
		if ('thrown' in one) break;
	}
	return done;
}

async function runAlone<Job extends Intake>(desk: IntakeDesk, job: Job): Promise<Done<Job>> {
	const step = async (tx: StoreFamilies) => await work(tx, job, desk);
	try {
		return { job, result: job.dryRun ? await rehearse(desk.store, step) : await desk.store.transaction(step) };
	} catch (thrown) {
		return { job, thrown };
	}
}

async function work(
	tx: StoreFamilies,
	{ inquiry, people, settings, rules, callBackTask }: Intake,
	{ clock, hours }: IntakeDesk,
): Promise<TakenIn> {
	const now = clock.now();
	return await takeInInquiry({ tx, inquiry, people, settings, rules, callBackTask, now, officeOpensAt: hours(now, settings) });
}

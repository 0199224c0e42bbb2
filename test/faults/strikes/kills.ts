import { setTimeout as sleep } from 'node:timers/promises';
import type { DeployedProcess, Deployment } from '../deployment/contract';
import { HOUR_MS, HOURS_OFF } from '../deployment/shiftedClock';
import type { Random } from '../random';
import type { StrikeLog } from './log';
import { MOMENTS } from './moments';
import type { Points } from './points/points';

const WHILE_STARTING = 'while starting';
/** Share of kills that are followed by another while n8n starts: what that start was doing is left half done. */
const AGAIN = 0.15;
/** A start takes longer than this. */
const INTO_THE_START_MS = 4_000;
/** Sometimes an operator or a supervisor takes a moment to start it again. */
const LEFT_DOWN_MS = 3_000;
/** How long to wait for a point that was reached before; some come once in a run. */
const POINT_WITHIN_MS = 8_000;
/** A point that did not come so often is left to chance. */
const POINT_TRIES = 2;

export interface Killing {
	/** Words in the names of moments and faults to play; empty plays all. */
	only: readonly string[];
	/** Words in the names of the points to kill at (strikes/points); null kills at moments only, empty at any point. */
	points?: readonly string[] | null;
	/** Share of kills at a point, where there is a choice; the others come at a moment. */
	pointShare?: number;
	/** Share of kills that cut the power, too. */
	powerCuts?: number;
	/** Share of kills before which n8n's clock was hours off, and is right again afterwards. */
	hours?: number;
}

const POINT_SHARE = 0.5;
const POWER_CUTS = 0.25;
const HOURS = 0.12;
/** How often each point was waited for in vain or not, by run. */
const tries = new WeakMap<Points, Map<string, number>>();

/** kill -9 of one process at a moment drawn by chance, or at a named point, then a new start. */
export async function killOnce(
	deployment: Deployment,
	random: Random,
	log: StrikeLog,
	killing: Killing & { unlocked?: Promise<void> | undefined },
): Promise<void> {
	const { only } = killing;
	const victim = random.pick(deployment.processes());
	const leftDown = random.chance(0.3) ? random.between(0, LEFT_DOWN_MS) : 0;
	const clock = await setClockWrong(deployment, random, killing);
	const struck = (await killAtPoint(deployment, random, killing, victim)) ?? (await killAtMoment(deployment, random, only, victim));
	const { at } = struck;

	const noPower = deployment.powerCut !== null && random.chance(killing.powerCuts ?? (only.length === 0 ? POWER_CUTS : 0));
	if (noPower) {
		// Whoever else has the store open would keep writing into what is put back.
		await killing.unlocked;
		deployment.powerCut?.();
	}
	await sleep(leftDown);
	if (clock !== null) deployment.setClock(0);
	if (only.length === 0 ? random.chance(AGAIN) : only.some((word) => WHILE_STARTING.includes(word)))
		await killWhileStarting(struck.victim, random, log);
	if (!struck.victim.running()) await struck.victim.start();
	const how = [
		noPower ? ', and the power with it' : '',
		clock === null ? '' : `; its clock was ${Math.abs(clock)} h ${clock > 0 ? 'ahead' : 'behind'}, and is right again`,
	].join('');
	log.add(`kill -9 of ${struck.victim.name} ${struck.where}${how}; back after ${Date.now() - at} ms`, at, true);
}

interface Struck {
	victim: DeployedProcess;
	/** `at "event stored"`. */
	where: string;
	at: number;
}

async function setClockWrong(deployment: Deployment, random: Random, { hours, only }: Killing): Promise<number | null> {
	if (!random.chance(hours ?? (only.length === 0 ? HOURS : 0))) return null;
	const off = random.pick(HOURS_OFF);
	deployment.setClock(off * HOUR_MS);
	// Calls come and are worked under the wrong clock.
	await sleep(random.between(1_000, 6_000));
	return off;
}

/** @returns null when there is no point to kill at: none is known, or none was asked for */
async function killAtPoint(
	deployment: Deployment,
	random: Random,
	{ points, only, pointShare }: Killing,
	victim: DeployedProcess,
): Promise<Struck | null> {
	if (points === null || (points === undefined && only.length > 0)) return null;
	if (!random.chance(pointShare ?? (points !== undefined && points.length > 0 ? 1 : POINT_SHARE))) return null;
	const name = nextPoint(deployment, random, points ?? []);
	if (name === null) return null;
	const came = await deployment.points.killAt(name, POINT_WITHIN_MS);
	const at = Date.now();
	// Which process it was is not said: the one that does not run any more.
	const dead = came ? await whoDied(deployment, victim) : victim;
	await dead.kill();
	return { victim: dead, where: `at the point "${name}"${came ? '' : ' (which did not come)'}`, at };
}

/** One that was never hit, if any is left; else any. */
function nextPoint({ points }: Deployment, random: Random, words: readonly string[]): string | null {
	const known = points.seen().filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
	if (known.length === 0) return null;
	const visited = new Set(points.visited());
	const tried = tries.get(points) ?? new Map<string, number>();
	tries.set(points, tried);
	const fresh = known.filter((name) => !visited.has(name) && (tried.get(name) ?? 0) < POINT_TRIES);
	const name = random.pick(fresh.length > 0 ? fresh : known);
	tried.set(name, (tried.get(name) ?? 0) + 1);
	return name;
}

/** A process that kills itself is noticed a moment later. */
async function whoDied(deployment: Deployment, otherwise: DeployedProcess): Promise<DeployedProcess> {
	const processes = deployment.processes();
	if (processes.length === 1) return otherwise;
	const until = Date.now() + 1_000;
	for (;;) {
		const dead = processes.find((one) => !one.running());
		if (dead || Date.now() > until) return dead ?? otherwise;
		await sleep(5);
	}
}

async function killAtMoment(deployment: Deployment, random: Random, only: readonly string[], victim: DeployedProcess): Promise<Struck> {
	const moments = only.length === 0 ? MOMENTS : MOMENTS.filter(({ name }) => only.some((word) => name.includes(word)));
	const moment = random.weighted(moments.length > 0 ? moments : MOMENTS);
	const killed: Array<Promise<void>> = [];
	const strike = () => killed.push(victim.kill());
	const seen = await moment.await(deployment, random, strike);
	if (!seen) strike();
	// Struck later than the moment was seen, when some milliseconds were to pass.
	while (killed.length === 0) await sleep(1);
	const at = Date.now();
	await Promise.all(killed);
	return { victim, where: `at "${moment.name}"${seen ? '' : ' (which did not come)'}`, at };
}

async function killWhileStarting(victim: DeployedProcess, random: Random, log: StrikeLog): Promise<void> {
	const started = victim.start().catch(() => undefined);
	const after = random.between(100, INTO_THE_START_MS);
	await sleep(after);
	const at = Date.now();
	await victim.kill();
	await started;
	log.add(`kill -9 of ${victim.name} at "${WHILE_STARTING}", ${Math.round(after)} ms after its start began`, at, true);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { DeployedProcess, Deployment } from '../deployment/contract';
import type { Random } from '../random';
import type { StrikeLog } from './log';
import { MOMENTS } from './moments';

const WHILE_STARTING = 'while starting';
/** Share of kills that are followed by another while n8n starts: what that start was doing is left half done. */
const AGAIN = 0.15;
/** A start takes longer than this. */
const INTO_THE_START_MS = 4_000;
/** Sometimes an operator or a supervisor takes a moment to start it again. */
const LEFT_DOWN_MS = 3_000;

/** kill -9 of one process at a moment drawn by chance, then a new start. */
export async function killOnce(deployment: Deployment, random: Random, log: StrikeLog, only: readonly string[]): Promise<void> {
	const victim = random.pick(deployment.processes());
	const moments = only.length === 0 ? MOMENTS : MOMENTS.filter(({ name }) => only.some((word) => name.includes(word)));
	const moment = random.weighted(moments.length > 0 ? moments : MOMENTS);
	const leftDown = random.chance(0.3) ? random.between(0, LEFT_DOWN_MS) : 0;

	const killed: Array<Promise<void>> = [];
	const strike = () => killed.push(victim.kill());
	const seen = await moment.await(deployment, random, strike);
	if (!seen) strike();
	// Struck later than the moment was seen, when some milliseconds were to pass.
	while (killed.length === 0) await sleep(1);
	const at = Date.now();
	await Promise.all(killed);
	await sleep(leftDown);
	if (only.length === 0 ? random.chance(AGAIN) : only.some((word) => WHILE_STARTING.includes(word)))
		await killWhileStarting(victim, random, log);
	if (!victim.running()) await victim.start();
	log.add(
		`kill -9 of ${victim.name} at "${moment.name}"${seen ? '' : ' (which did not come)'}; back after ${Date.now() - at} ms`,
		at,
		true,
	);
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

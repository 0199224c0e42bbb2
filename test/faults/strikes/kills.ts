import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../deployment/contract';
import type { Random } from '../random';
import type { StrikeLog } from './log';
import { MOMENTS } from './moments';

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
	await victim.start();
	log.add(`kill -9 of ${victim.name} at "${moment.name}"${seen ? '' : ' (which did not come)'}; back after ${Date.now() - at} ms`, at, true);
}

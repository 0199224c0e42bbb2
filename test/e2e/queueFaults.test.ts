/**
 * A short run of the fault harness in queue mode (`npm run test:faults -- --backend postgres` for long ones): n8n's processes
 * are killed and its services restarted while renters call, and nothing may be lost or done twice.
 */
import type { Deployment } from '../faults/deployment/contract';
import { startQueuePostgres } from '../faults/deployment/queuePostgres';
import { runFaults } from '../faults/run';
import { describeWithServices } from './support/services';

/** One after another; which process it hits is drawn. */
const KILL_AT = ['inside the accept', 'event claimed', 'text attempted', 'any moment'];
const SEED = 8;

describeWithServices('n8n in queue mode is killed over and over', () => {
	let deployment: Deployment;
	beforeAll(async () => {
		deployment = await startQueuePostgres();
	}, 300_000);
	afterAll(async () => await deployment?.stop(false), 60_000);

	test(`${KILL_AT.length} kills while Postgres and Redis are restarted, seed ${SEED}: nothing lost, nothing doubled`, async () => {
		const lines: string[] = [];
		const outcome = await runFaults(
			deployment,
			{ minutes: 5, kills: KILL_AT.length, seed: SEED, only: ['restart'], killAt: KILL_AT },
			(line) => lines.push(line),
		);
		if (!outcome.ok) throw new Error([outcome.summary, ...lines].join('\n'));
		expect(outcome.kills).toBe(KILL_AT.length);
		expect(outcome.texted).toBeGreaterThan(0);
	}, 900_000);
});

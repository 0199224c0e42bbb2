/**
 * n8n dies while its clock is five hours ahead, and the clock is right when it comes back: nobody waits for the hours to pass.
 */
import { LINES } from '../../sandbox/start/company';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { eventually } from './support/story';

const LINE = LINES[0].phone;
const HOURS = 60 * 60_000;

describe('a clock that was wrong by hours, and a kill', () => {
	let deployment: RegularSqlite;

	beforeAll(async () => {
		deployment = await startRegularSqlite();
		deployment.staff.forEach((phone) => deployment.sandbox.setStaff(phone, { kind: 'ignore' }));
	}, 180_000);
	afterAll(async () => {
		await deployment?.stop(false);
	});

	test('every caller is texted once within minutes', async () => {
		const callers = ['+17375550170', '+17375550171', '+17375550172', '+17375550173', '+17375550174'];
		deployment.clock.set(5 * HOURS);
		// Some calls are over by then and their workflow runs, others still ring.
		callers.slice(0, 3).forEach((from) => deployment.sandbox.placeCall({ to: LINE, from }));
		await eventually('a run', async () => (await deployment.look("SELECT id FROM events WHERE state = 'running'")).length > 0, 60_000);
		callers.slice(3).forEach((from) => deployment.sandbox.placeCall({ to: LINE, from }));
		await eventually('the later calls', async () => (await deployment.look('SELECT id FROM calls')).length === callers.length, 20_000);
		const [n8n] = deployment.processes();
		await n8n?.kill();
		const [ahead] = await deployment.look<{ claimed: number; touched: number }>(
			'SELECT (SELECT MAX(claimed_until) FROM events) AS claimed, (SELECT MAX(updated_at) FROM calls) AS touched',
		);
		expect(Math.max(ahead?.claimed ?? 0, ahead?.touched ?? 0)).toBeGreaterThan(Date.now() + 4 * HOURS);

		deployment.clock.set(0);
		await n8n?.start();
		for (const from of callers) await deployment.sandbox.waitForMessage(({ to }) => to === from, 100_000);
		await eventually(
			'the end of every event',
			async () => (await deployment.look("SELECT id FROM events WHERE state <> 'done'")).length === 0,
			60_000,
		);
		for (const from of callers) expect(deployment.sandbox.messages({ to: from })).toHaveLength(1);
		expect(await deployment.look("SELECT id FROM calls WHERE state IN ('open', 'unclear')")).toEqual([]);
		expect(await deployment.look("SELECT id FROM tasks WHERE kind = 'call_back'")).toHaveLength(callers.length);
	}, 300_000);
});

/**
 * A short run of the fault harness (`npm run test:faults` for long ones): calls come in while n8n is killed over and over,
 * and nothing may be lost or done twice. LEASING_FAULTS_SEED chooses other calls and faults.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { runFaults } from '../faults/run';
import { eventually } from './support/story';

const SEED = Number(process.env.LEASING_FAULTS_SEED ?? 3);
/** The points at which a kill hurts most, each once; `while starting` kills twice. */
const KILL_AT = ['event stored', 'event claimed', 'text planned', 'text attempted', 'inside the accept', 'text accepted', 'while starting'];
const KILLS = KILL_AT.length + 1;
/** Kills at named points (test/faults/strikes/points). */
const AT_POINTS = 4;
/** Faults that are over within seconds; the others would make a short run long. */
const TROUBLES = ['locked', 'disk', 'message', 'callback'];

const DURING = '+15035550188';
const AFTERWARDS = '+15035550189';
/** n8n starts a trigger that fails five times within so long; then it does not start it any more, not even at later starts. */
const GIVEN_UP_AFTER_MS = 20_000;

describe('n8n is killed over and over', () => {
	let deployment: RegularSqlite;
	beforeAll(async () => {
		deployment = await startRegularSqlite();
	});
	afterAll(async () => await deployment?.stop(false));

	test("a restart while Twilio's API is out of reach: calls are answered then, and the workflow is still there after the next restart", async () => {
		const { sandbox, lines } = deployment;
		const [line = ''] = lines;
		const [n8n] = deployment.processes();
		const before = sandbox.number(line).voice_url;
		await n8n?.kill();
		sandbox.setOutage(true);
		await n8n?.start();
		await sleep(GIVEN_UP_AFTER_MS);
		await sandbox.placeCall({ to: line, from: DURING }).ended;
		expect(sandbox.number(line).voice_url).toBe(before);
		sandbox.setOutage(false);
		await n8n?.kill();
		await n8n?.start();
		await sandbox.placeCall({ to: line, from: AFTERWARDS }).ended;
		for (const renter of [DURING, AFTERWARDS]) {
			await sandbox.waitForMessage(({ to }) => to === renter, 120_000);
			expect(sandbox.messages({ to: renter })).toHaveLength(1);
		}
	}, 300_000);

	test.each([
		['ahead', 150_000, '+15035550190'],
		['behind', -150_000, '+15035550191'],
	])(
		'the clock is minutes %s, Twilio takes a text and its answer is lost: found there, not sent again',
		async (_what, offset, from) => {
			const { sandbox, lines, clock } = deployment;
			clock.set(offset);
			sandbox.failMessages({ kind: 'error_after_accept' });
			// No report either; some are still on their way from the test before.
			sandbox.failCallbacks({ on: 'message_status', kind: 'drop', times: 12 });
			await sandbox.placeCall({ to: lines[0] ?? '', from }).ended;
			await sandbox.waitForMessage(({ to }) => to === from, 60_000);
			clock.set(0);
			const text = await eventually(
				'the text to be found',
				async () => {
					const [row] = await deployment.look<{ state: string; attempts: number; sid: string }>(
						"SELECT state, attempts, provider_id AS sid FROM texts WHERE direction = 'out' AND phone = ?",
						[from],
					);
					return (row?.state === 'sent' || row?.state === 'delivered') && row;
				},
				60_000,
			);
			expect(sandbox.messages({ to: from }).map(({ sid }) => sid)).toEqual([text.sid]);
			expect(text.attempts).toBe(1);
		},
		150_000,
	);

	test(`killed ${KILLS} times at the worst moments, seed ${SEED}: nothing lost, nothing doubled`, async () => {
		const lines: string[] = [];
		const outcome = await runFaults(deployment, { minutes: 8, kills: KILLS, seed: SEED, only: TROUBLES, killAt: KILL_AT }, (line) =>
			lines.push(line),
		);
		if (!outcome.ok) throw new Error([outcome.summary, ...lines].join('\n'));
		expect(outcome.kills).toBe(KILLS);
		expect(outcome.texted).toBeGreaterThan(0);
	}, 1_200_000);

	test(`killed ${AT_POINTS} times at named points, with and without power and the right time, seed ${SEED}: the same`, async () => {
		const lines: string[] = [];
		const outcome = await runFaults(
			deployment,
			{
				minutes: 6,
				kills: AT_POINTS,
				seed: SEED,
				only: ['(nothing)'],
				points: ['commit of', 'answering'],
				powerCuts: 0.5,
				hours: 0.25,
				calmMs: 3_000,
				callersFrom: 1_000,
			},
			(line) => lines.push(line),
		);
		if (!outcome.ok) throw new Error([outcome.summary, ...lines].join('\n'));
		expect(outcome.points.visited.length).toBeGreaterThan(0);
	}, 900_000);
});

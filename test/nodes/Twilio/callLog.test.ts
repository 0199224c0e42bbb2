/** Twilio's list of calls, at the stand-in over real HTTP: as late, paged and limited as Twilio's own. */
import { twilioCallLog } from '../../../nodes/Twilio/callLog';
import type { LoggedCall } from '../../../office/calls/callLog/port';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { twilioContext } from './support/twilioContext';

jest.setTimeout(30_000);
const HOUR = 3_600_000;
const LINES = ['+15125550100', '+15125550101'];

describe("Twilio's call log", () => {
	let sandbox: TwilioSandbox;
	beforeAll(async () => {
		sandbox = await startTwilioSandbox({ secondMs: 2 });
		for (const phone of [...LINES, '+15125550102']) sandbox.addNumber({ phone });
	});
	afterEach(() => expect(sandbox.violations()).toEqual([]));
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	async function read(lines = LINES, from = Date.now() - HOUR, until = Date.now() + HOUR): Promise<LoggedCall[]> {
		const calls: LoggedCall[] = [];
		for await (const page of twilioCallLog(twilioContext(sandbox)).read({ lines, from, until })) calls.push(...page);
		return calls;
	}
	async function called(
		to: string,
		otherApp: Parameters<TwilioSandbox['placeCall']>[0]['otherApp'] = { childLegs: [], parentStatus: 'no-answer' },
	) {
		const call = sandbox.placeCall({ to, from: '+15125550123', otherApp });
		await call.ended;
		return call;
	}

	it('gives whole calls from outside to the lines asked for, with their own times, and no legs', async () => {
		const missed = await called(LINES[0] ?? '');
		const taken = await called(LINES[1] ?? '', { childLegs: [{ status: 'completed', durationSeconds: 20 }] });
		await called('+15125550102');
		const calls = await read();
		expect(calls.map(({ callKey }) => callKey).sort()).toEqual([missed.sid, taken.sid].sort());
		expect(calls.find(({ callKey }) => callKey === missed.sid)).toMatchObject({
			caller: '+15125550123',
			line: LINES[0],
			signal: { kind: 'ended', result: 'no_answer', via: 'log' },
		});
		expect(calls.find(({ callKey }) => callKey === taken.sid)?.signal).toMatchObject({ kind: 'ended', result: 'taken' });
		for (const { startedAt } of calls) expect(Math.abs(Date.now() - startedAt)).toBeLessThan(10_000);
	});

	it('is read to its last page, whether lines are asked for one by one or all at once', async () => {
		for (let index = 0; index < 620; index++)
			sandbox.placeCall({ to: LINES[0] ?? '', from: '+15125550123', otherApp: { childLegs: [], parentStatus: 'busy' } });
		await Promise.all(sandbox.calls().map(async ({ ended }) => await ended));
		expect(new Set((await read()).map(({ callKey }) => callKey)).size).toBe(620);
		const many = [...LINES, ...Array.from({ length: 20 }, (_none, index) => `+151255503${String(index).padStart(2, '0')}`)];
		expect(new Set((await read(many)).map(({ callKey }) => callKey)).size).toBe(620);
	});

	it('shows a call late, and as running after it has ended: then it still runs', async () => {
		sandbox.setCallLogLag(60_000);
		await called(LINES[0] ?? '');
		expect(await read()).toEqual([]);
	});

	it('is asked again when Twilio has too many requests, and says so when that goes on', async () => {
		await called(LINES[0] ?? '');
		sandbox.limitReads(1);
		expect(await read()).toHaveLength(1);
		sandbox.limitReads(50);
		await expect(read()).rejects.toThrow(/too many requests/);
	});

	it('that cannot be asked says why', async () => {
		sandbox.setOutage(true);
		await expect(read()).rejects.toThrow("Twilio's call log could not be read");
		sandbox.setOutage(false);
	});
});

import { createHmac } from 'node:crypto';

import { BUILDIUM_EVENTS, buildiumEventKey, isChosen, readBuildiumEvent } from '../../../leasing/buildium/webhook/events';
import { DEFAULT_REPLAY_WINDOW, verifyBuildiumSignature, type BuildiumRequestToVerify } from '../../../leasing/buildium/webhook/signature';

/** Made by hand from Buildium's description; Buildium publishes no vector. */
const SECRET = 'test-webhook-secret';
const SENT = 1_768_487_401;
const BODY =
	'{"EventName":"Task.Created","EventDateTime":"2026-01-15T14:30:00.1234567Z","AccountId":123456,"TaskId":98765,"TaskType":"ContactRequest"}';
const SIGNATURE = 'QWx6+nOuynzLYzn/mZuFJNjRrAf3mtX6VZ6zDBbja44=';

const REQUEST: BuildiumRequestToVerify = {
	secrets: [SECRET],
	signature: SIGNATURE,
	timestamp: String(SENT),
	rawBody: Buffer.from(BODY),
	now: SENT * 1000 + 2_000,
	replayWindow: DEFAULT_REPLAY_WINDOW,
};

function verify(change: Partial<Omit<BuildiumRequestToVerify, 'rawBody'>> & { body?: string } = {}) {
	const { body, ...rest } = change;
	return verifyBuildiumSignature({ ...REQUEST, rawBody: Buffer.from(body ?? BODY), ...rest });
}

describe('Buildium webhook signature', () => {
	it('accepts the vector', () => expect(verify()).toEqual({ ok: true }));
	it('accepts any of several secrets', () => expect(verify({ secrets: ['old', ` ${SECRET}\n`] })).toEqual({ ok: true }));
	it('accepts a body that was laid out anew on its way, leaving strings alone', () => {
		expect(verify({ body: JSON.stringify(JSON.parse(BODY), null, 2) })).toEqual({ ok: true });
		const note = '{"EventName":"A b: c","x":"\\" : \\\\"}';
		const signature = createHmac('sha256', SECRET).update(`${SENT}.${note}`).digest('base64');
		expect(verify({ body: note.replace('","x":', '" ,\n\t"x" : '), signature })).toEqual({ ok: true });
		expect(verify({ body: note.replace('A b', 'Ab'), signature }).ok).toBe(false);
	});

	it.each<[string, Parameters<typeof verify>[0], string]>([
		['another secret', { secrets: ['other'] }, 'buildium_signature_mismatch'],
		['no secret', { secrets: ['', '  '] }, 'no_webhook_secret'],
		['a changed id', { body: BODY.replace('98765', '98766') }, 'buildium_signature_mismatch'],
		['another time', { timestamp: String(SENT + 1) }, 'buildium_signature_mismatch'],
		['the body alone signed', { signature: createHmac('sha256', SECRET).update(BODY).digest('base64') }, 'buildium_signature_mismatch'],
		[
			'time and body without the full stop',
			{
				signature: createHmac('sha256', SECRET)
					.update(SENT + BODY)
					.digest('base64'),
			},
			'buildium_signature_mismatch',
		],
		['hex', { signature: Buffer.from(SIGNATURE, 'base64').toString('hex') }, 'buildium_signature_mismatch'],
		['a cut signature', { signature: SIGNATURE.slice(0, -1) }, 'buildium_signature_mismatch'],
		['other case', { signature: SIGNATURE.toLowerCase() }, 'buildium_signature_mismatch'],
		['no signature', { signature: undefined }, 'buildium_signature_missing'],
		['no timestamp', { timestamp: undefined }, 'buildium_timestamp_missing'],
		['milliseconds', { timestamp: `${SENT}000` }, 'buildium_timestamp_unreadable'],
		['no body', { body: '' }, 'buildium_body_empty'],
		['a recording', { now: SENT * 1000 + DEFAULT_REPLAY_WINDOW + 1 }, 'buildium_too_old'],
		['a narrow window', { now: SENT * 1000 + 300_001, replayWindow: 300_000 }, 'buildium_too_old'],
		['a time far ahead', { now: SENT * 1000 - 301_000 }, 'buildium_too_old'],
	])('refuses %s', (_, change, code) => {
		expect(verify(change)).toMatchObject({ ok: false, reason: { code } });
	});

	it.each<[string, string, string]>([
		['no signature to speak of', 'AAAA', 'buildium_signature_mismatch'],
		['a signature of the right shape', SIGNATURE, 'buildium_body_too_large'],
	])('refuses 16 MB with %s before it hashes anything', (_, signature, code) => {
		const rawBody = Buffer.alloc(16_000_000, ' ');
		const before = process.threadCpuUsage();
		expect(verifyBuildiumSignature({ ...REQUEST, signature, rawBody })).toMatchObject({ ok: false, reason: { code } });
		const { user, system } = process.threadCpuUsage(before);
		expect((user + system) / 1_000).toBeLessThan(20);
	});

	it('still accepts the last retry, an hour and eleven minutes later, if it carries the first time', () => {
		expect(verify({ now: SENT * 1000 + 71 * 60_000 })).toEqual({ ok: true });
	});
});

describe('Buildium events', () => {
	it('are 98 names', () => {
		expect(new Set(BUILDIUM_EVENTS).size).toBe(98);
		expect(BUILDIUM_EVENTS).toEqual(expect.arrayContaining(['Task.History.Created', 'Lease.MoveOut.Created', 'LeaseTenant.Updated']));
		expect(BUILDIUM_EVENTS).not.toContain('RentalOwner.Updated');
	});

	it('tell their record; names that we do not know are events, too', () => {
		const event = readBuildiumEvent(JSON.parse(BODY));
		expect(event).toMatchObject({
			eventName: 'Task.Created',
			record: 'Task',
			recordId: '98765',
			accountId: 123_456,
			at: Date.parse('2026-01-15T14:30:00.123Z'),
		});
		expect(
			readBuildiumEvent({ EventName: 'Showing.Booked', EventDateTime: '2026-01-15T14:30:00Z', AccountId: 1, ShowingId: 4 }),
		).toMatchObject({ record: 'Showing', recordId: null, fields: { ShowingId: 4 } });
		expect(
			readBuildiumEvent({
				EventName: 'Task.History.Created',
				EventDateTime: '2026-01-15T14:30:00Z',
				AccountId: 1,
				TaskId: 4,
				TaskHistoryId: 5,
			}),
		).toMatchObject({ record: 'Task.History', recordId: '5' });
		for (const nothing of [null, [], {}, { EventName: 'Task.Created' }, { EventName: 'x', EventDateTime: 'y', AccountId: 1 }])
			expect(readBuildiumEvent(nothing)).toBeNull();
	});

	it('have one key however often they come, and another for every other event', () => {
		const keyOf = (change: object) => {
			const event = readBuildiumEvent({ ...(JSON.parse(BODY) as object), ...change });
			return event && buildiumEventKey(event);
		};
		expect(keyOf({})).toBe(keyOf({}));
		const keys = [
			keyOf({}),
			keyOf({ TaskId: 1 }),
			keyOf({ AccountId: 2 }),
			keyOf({ EventName: 'Task.Updated' }),
			keyOf({ EventDateTime: '2026-01-15T14:30:00.1234568Z' }),
			keyOf({ TaskType: 'ToDo' }),
		];
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('are chosen by name, by record, or all', () => {
		expect(isChosen('Task.Created', [])).toBe(true);
		expect(isChosen('Task.Created', ['Task.Created'])).toBe(true);
		expect(isChosen('Task.Created', ['Task.*'])).toBe(true);
		expect(isChosen('TaskCategory.Created', ['Task.*'])).toBe(false);
		expect(isChosen('Showing.Booked', ['Showing.Booked'])).toBe(true);
		expect(isChosen('Task.Updated', ['Task.Created'])).toBe(false);
	});
});

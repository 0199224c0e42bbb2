import { missedCallEvent, type MissedCallFacts } from '../../../leasing/call/missedCall';
import { looksLikeMissedCall, parseMissedCallEvent } from '../../../leasing/call/missedCallSchema';
import { parsePhone } from '../../../leasing/phone/parsePhone';
import { reason } from '../../../leasing/reason';

const NOBODY = { own: new Set<string>(), staff: new Set<string>() };
const STARTED = Date.UTC(2026, 0, 31, 18, 5);

function facts(change: Partial<MissedCallFacts> = {}): MissedCallFacts {
	return {
		provider: 'twilio',
		callKey: 'CA1',
		callId: 'call_1',
		portfolio: 'main',
		outcome: 'no_answer',
		caller: parsePhone('+15125550123', { country: 'US', known: NOBODY }),
		line: { e164: '+15125550100', label: 'Maple Court main' },
		property: { key: 'maple-court', name: 'Maple Court' },
		startedAt: STARTED,
		endedAt: STARTED + 20_000,
		receivedAt: STARTED + 20_100,
		decidedAt: STARTED + 20_130,
		verified: 'signature',
		reasons: [reason('no_answer', 'Nobody answered the call.')],
		raw: { CallSid: 'CA1' },
		...change,
	};
}

describe('missedCallEvent', () => {
	it('holds everything a workflow needs, times as ISO', () => {
		expect(missedCallEvent(facts())).toEqual({
			event: 'missed_call',
			eventId: 'missed_call:twilio:CA1',
			provider: 'twilio',
			callKey: 'CA1',
			callId: 'call_1',
			portfolio: 'main',
			outcome: 'no_answer',
			direction: 'inbound',
			caller: expect.objectContaining({ raw: '+15125550123', e164: '+15125550123', name: null, withheld: false }),
			line: { e164: '+15125550100', providerId: null, label: 'Maple Court main' },
			property: { key: 'maple-court', name: 'Maple Court' },
			startedAt: '2026-01-31T18:05:00.000Z',
			endedAt: '2026-01-31T18:05:20.000Z',
			ringSeconds: null,
			voicemail: null,
			forwardedFrom: null,
			receivedAt: '2026-01-31T18:05:20.100Z',
			latencyMs: 30,
			verified: 'signature',
			reasons: [{ code: 'no_answer', sentence: 'Nobody answered the call.' }],
			raw: { CallSid: 'CA1' },
		});
	});

	it('has one id per call, whatever the outcome', () => {
		expect(missedCallEvent(facts({ outcome: 'busy' })).eventId).toBe(missedCallEvent(facts()).eventId);
		expect(missedCallEvent(facts({ callKey: 'CA2' })).eventId).not.toBe(missedCallEvent(facts()).eventId);
	});

	it('marks a caller who hid the number', () => {
		const event = missedCallEvent(facts({ caller: parsePhone('+266696687', { country: 'US', known: NOBODY }) }));
		expect(event.caller).toMatchObject({ raw: '+266696687', e164: null, withheld: true, textable: 'no' });
		expect(event.caller.reason).toContain('hid');
	});

	it('never reports a negative delay', () => {
		expect(missedCallEvent(facts({ decidedAt: STARTED })).latencyMs).toBe(0);
	});
});

describe('parseMissedCallEvent', () => {
	it('accepts what the builder makes, after a trip through JSON', () => {
		const event = missedCallEvent(facts({ voicemail: { url: 'https://example.com/r', durationSeconds: 9, transcript: null } }));
		expect(parseMissedCallEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
	});

	it('ignores fields that a workflow added', () => {
		const event = missedCallEvent(facts());
		expect(parseMissedCallEvent({ ...event, note: 'x', caller: { ...event.caller, crm: 7 } })).toEqual({ ok: true, event });
	});

	it('fills in what a hand-made item may leave out', () => {
		const parsed = parseMissedCallEvent({
			event: 'missed_call',
			eventId: 'e1',
			provider: 'hand',
			callKey: 'k1',
			callId: 'call_1',
			portfolio: 'main',
			outcome: 'missed',
			caller: { raw: '512-555-0123' },
			line: { e164: '+15125550100' },
			startedAt: '2026-01-31T12:05:00-06:00',
			endedAt: '2026-01-31T12:05:20-06:00',
			receivedAt: '2026-01-31T12:05:20-06:00',
		});
		expect(parsed).toMatchObject({
			ok: true,
			event: { startedAt: '2026-01-31T18:05:00.000Z', property: null, verified: 'none', reasons: [], raw: null },
		});
	});

	it('names every field that is wrong', () => {
		const event = missedCallEvent(facts());
		const parsed = parseMissedCallEvent({ ...event, callKey: '', startedAt: 'yesterday', line: {} });
		expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.field).sort()).toEqual(['callKey', 'line.e164', 'startedAt']);
		expect(parsed.ok ? '' : parsed.problems.find((problem) => problem.field === 'startedAt')?.sentence).toMatch(
			/^startedAt: found "yesterday"\..*Missed Call Trigger/,
		);
	});

	it.each([null, undefined, 'x', {}, { event: 'other' }])('refuses %j', (input) => {
		expect(parseMissedCallEvent(input).ok).toBe(false);
		expect(looksLikeMissedCall(input)).toBe(false);
	});
});

import type { FirstCall } from '../../../sandbox/start/firstCall';
import { judge } from '../../../sandbox/start/result';
import { tellStory } from '../../../sandbox/start/story';

const BEGAN = Date.parse('2026-11-22T15:00:00Z');
const CALLER = '+17375550100';

/** A first call as it should be. */
function goodCall(): FirstCall {
	const reason = { code: 'hung_up', sentence: 'The caller hung up while the phones were ringing.' };
	return {
		caller: CALLER,
		startedAt: BEGAN,
		endedAt: BEGAN + 4_000,
		call: {
			id: 'call_1',
			portfolio: 'main',
			provider: 'twilio',
			providerCallId: 'CA1',
			mode: 'ring_staff',
			consumer: 'w:n',
			callerRaw: CALLER,
			callerE164: CALLER,
			callerName: null,
			withheld: false,
			lineE164: '+15125550100',
			lineLabel: null,
			propertyKey: 'maple-court',
			forwardedFrom: null,
			startedAt: BEGAN,
			screening: true,
			raw: {},
			state: 'missed',
			outcome: 'hung_up',
			reasons: [reason],
			endedAt: BEGAN + 4_000,
			leadId: 'lead_1',
			voicemail: null,
			updatedAt: BEGAN + 4_320,
		},
		decidedAt: BEGAN + 4_050,
		leads: [
			{
				id: 'lead_1',
				portfolio: 'main',
				firstName: null,
				lastName: null,
				fullName: null,
				phone: CALLER,
				email: null,
				source: 'Phone call',
				status: 'new',
				owner: 'Leasing Team',
				nextAction: 'Call back',
				nextActionAt: BEGAN,
				propertyKey: 'maple-court',
				interest: null,
				statusSince: 0,
				lostReason: null,
				takenOver: null,
				erasedAt: null,
				createdAt: BEGAN + 4_300,
				updatedAt: BEGAN + 4_300,
			},
		],
		messages: [
			{
				sid: 'SM1',
				direction: 'outbound-api',
				from: '+15125550100',
				to: CALLER,
				body: 'Sorry we missed you',
				status: 'delivered',
				errorCode: null,
				createdAt: BEGAN + 4_500,
				deliveredAt: BEGAN + 4_900,
				statusCallback: null,
			},
		],
		texts: [],
		tasks: [
			{
				id: 'task_1',
				portfolio: 'main',
				key: 'k',
				kind: 'call_back',
				title: 'Call back (737) 555-0100',
				leadId: 'lead_1',
				callId: 'call_1',
				owner: 'Leasing Team',
				dueAt: BEGAN,
				priority: 1,
				reasons: [],
				state: 'open',
				createdAt: BEGAN + 4_310,
				updatedAt: BEGAN,
				doneAt: null,
				doneBy: null,
				doneNote: null,
			},
		],
	};
}

test('a call as it should be has no problems, and its times count from the end of the call', () => {
	expect(judge(goodCall(), '2.41.1')).toEqual({
		verdict: 'missed',
		outcome: 'hung_up',
		leads: 1,
		texts: 1,
		tasks: 1,
		delivered: true,
		callEndToTextMs: 500,
		deliveredMs: 900,
		n8nVersion: '2.41.1',
		problems: [],
	});
});

test('the story is told in the order of time', () => {
	expect(tellStory(goodCall()).map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
		'0.00 s (737) 555-0100 calls Maple Court, (512) 555-0100. The phones of Dana and Sam ring.',
		'4.00 s The caller hangs up. Nobody had answered.',
		'4.05 s Verdict: missed. The caller hung up while the phones were ringing.',
		'4.30 s Lead: source "Phone call", owner Leasing Team, next action "Call back".',
		'4.31 s Call-back task for Leasing Team: "Call back (737) 555-0100", due Sunday 9:00 AM at the office.',
		'4.50 s Text: "Sorry we missed you"',
		"4.90 s The text is on the caller's phone.",
	]);
});

test.each<[string, (call: FirstCall) => Partial<FirstCall>, RegExp]>([
	['an unknown call', () => ({ call: null }), /knows nothing of the call/],
	['an answered call', ({ call }) => ({ call: call && { ...call, state: 'answered' } }), /counts as "answered"/],
	['no lead', () => ({ leads: [] }), /0 leads/],
	['two leads', ({ leads }) => ({ leads: [...leads, ...leads] }), /2 leads/],
	['no text', () => ({ messages: [] }), /0 texts/],
	['two texts', ({ messages }) => ({ messages: [...messages, ...messages] }), /2 texts/],
	[
		'an undelivered text',
		({ messages }) => ({ messages: messages.map((one) => ({ ...one, status: 'undelivered', deliveredAt: null })) }),
		/not delivered/,
	],
	['no task', () => ({ tasks: [] }), /0 open call-back tasks/],
])('%s is a problem, and the story can still be told', (_what, change, sentence) => {
	const seen = { ...goodCall(), ...change(goodCall()) };
	expect(judge(seen, '2.41.1').problems).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
	expect(tellStory(seen).length).toBeGreaterThan(2);
});

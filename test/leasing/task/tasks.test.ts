import type { MatchDecision } from '../../../leasing/match/match';
import { reason } from '../../../leasing/reason';
import { callBackDueAt } from '../../../leasing/task/callBackDue';
import { callBackTask, type CallBackInput } from '../../../leasing/task/callBackTask';
import { reviewTask } from '../../../leasing/task/reviewTask';
import type { NewTask } from '../../../store/port/tasks';
import { SETTINGS } from '../inquiry/exampleSettings';
import { inquiry, missedCall } from '../match/exampleInquiry';

const NOW = Date.UTC(2026, 0, 31, 18, 0);
const MONDAY_9 = Date.UTC(2026, 1, 2, 15, 0);
const NEW: MatchDecision = {
	decision: 'new',
	leadId: null,
	candidates: [],
	score: 0,
	reasons: [reason('not_seen_before', 'No lead yet.')],
};

function callBack(change: Partial<CallBackInput> = {}): NewTask {
	// The type says that the store takes it as it is.
	return callBackTask({
		inquiry: missedCall('+15125550123'),
		match: NEW,
		settings: SETTINGS,
		leadId: 'lead_1',
		callId: 'call_1',
		now: NOW,
		officeOpensAt: null,
		...change,
	});
}

describe('callBackTask', () => {
	it('says in plain words what to do, for whom, by when', () => {
		expect(callBack()).toEqual({
			portfolio: 'main',
			key: 'call_back:twilio:CA1',
			kind: 'call_back',
			title: 'Call back (512) 555-0123, about Maple Court',
			leadId: 'lead_1',
			callId: 'call_1',
			owner: 'Dana',
			dueAt: NOW + 15 * 60_000,
			priority: 1,
			reasons: [
				{ code: 'missed_call', sentence: 'A call was missed (no answer).' },
				{ code: 'not_seen_before', sentence: 'No lead yet.' },
			],
		});
	});

	const plain = inquiry([]).interest;
	it.each<[string, Partial<CallBackInput>, string]>([
		[
			'name, phone and property',
			{ inquiry: inquiry([{ name: 'Ana Ruiz', phones: ['512-555-0123'] }]) },
			'Call back Ana Ruiz, (512) 555-0123, about Maple Court',
		],
		[
			'no property',
			{ inquiry: inquiry([{ name: 'Ana Ruiz', phones: ['512-555-0123'] }], { interest: { ...plain, propertyName: null } }) },
			'Call back Ana Ruiz, (512) 555-0123',
		],
		[
			'an address only',
			{ inquiry: inquiry([{ name: 'Ana Ruiz', emails: ['ana@gmail.com'] }]) },
			'Write to Ana Ruiz, ana@gmail.com, about Maple Court',
		],
		[
			"a listing site's relay",
			{ inquiry: inquiry([{ name: 'Ana Ruiz', emails: ['a1b2@convo.zillow.com'] }]) },
			'Write to Ana Ruiz, a1b2@convo.zillow.com, about Maple Court',
		],
		['a toll-free caller', { inquiry: missedCall('+18005550123') }, 'Call back (800) 555-0123, about Maple Court'],
		['nothing but a hidden number', { inquiry: missedCall('anonymous') }, 'Call back a caller with a hidden number, about Maple Court'],
	])('title with %s', (_name, change, title) => {
		expect(callBack(change).title).toBe(title);
	});

	it('after hours is due when the office opens, and less urgent', () => {
		expect(callBack({ officeOpensAt: MONDAY_9 })).toMatchObject({ dueAt: MONDAY_9, priority: 2 });
	});

	it('stays with the owner of a known lead', () => {
		expect(callBack({ leadOwner: 'Sam' }).owner).toBe('Sam');
	});

	it('is one task per inquiry', () => {
		expect(callBack({ now: NOW + 5, leadId: null }).key).toBe(callBack().key);
		expect(callBack({ inquiry: missedCall('+15125550123', { providerId: 'CA2' }) }).key).not.toBe(callBack().key);
	});

	it('mentions a voicemail', () => {
		const call = {
			callKey: 'CA1',
			outcome: 'mailbox',
			withheld: false,
			line: null,
			lineLabel: null,
			voicemail: { url: null, durationSeconds: 8, transcript: null },
		};
		expect(callBack({ inquiry: missedCall('+15125550123', { call }) }).reasons[0]?.sentence).toBe(
			'A call was missed (mailbox). The caller left a voicemail.',
		);
	});
});

describe('reviewTask', () => {
	const review = (candidates: string[], from = missedCall('+15125550123')): NewTask =>
		reviewTask({
			inquiry: from,
			match: { ...NEW, decision: 'review', candidates },
			settings: SETTINGS,
			callId: 'call_1',
			now: NOW,
			officeOpensAt: null,
		});

	it('asks whose inquiry it is', () => {
		expect(review(['lead_1', 'lead_2'])).toMatchObject({
			key: 'review_match:twilio:CA1',
			kind: 'review_match',
			title: 'Decide whose inquiry this is: (512) 555-0123, about Maple Court',
			leadId: null,
			callId: 'call_1',
			owner: 'Dana',
			dueAt: NOW + 15 * 60_000,
			priority: 1,
		});
	});

	it('asks to look at a caller whom nothing identifies', () => {
		expect(review([], missedCall('anonymous')).title).toBe('Look at the call from a caller with a hidden number, about Maple Court');
	});

	it('points out the voicemail', () => {
		const withheld = missedCall('anonymous');
		const call = withheld.call && { ...withheld.call, voicemail: { url: null, durationSeconds: 8, transcript: null } };
		expect(review([], { ...withheld, call }).reasons.map((why) => why.code)).toContain('voicemail');
	});
});

describe('callBackDueAt', () => {
	it.each([
		['the office is open', null, NOW + 15 * 60_000],
		['the office opens later', MONDAY_9, MONDAY_9],
		['the opening has just passed', NOW - 1, NOW + 15 * 60_000],
	])('%s', (_name, opensAt, due) => {
		expect(callBackDueAt(NOW, opensAt)).toBe(due);
	});
});

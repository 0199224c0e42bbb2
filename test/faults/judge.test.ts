/** The judge itself: a harness that cannot see a loss proves nothing. */
import type { CallLogEntry, SandboxMessage } from '../../sandbox/twilio/contract';
import type { PlacedCall } from './calls/placedCall';
import { judge } from './judge/judge';
import type { CallRecord, EventRecord, Records, TaskRecord, TextRecord } from './judge/records';
import { NOTHING } from './judge/nothing';
import { randomFrom } from './random';

const FROM = '+17375550123';
const LINE = '+15125550100';
const WORDS = 'Sorry we missed your call.';

interface World {
	log: Array<Partial<CallLogEntry>>;
	call: Partial<CallRecord> | null;
	events: Array<Partial<EventRecord>>;
	texts: Array<Partial<TextRecord>>;
	tasks: Array<Partial<TaskRecord>>;
	leads: string[];
	messages: number;
	/** How many of the messages, the first ones, were not delivered. */
	undelivered: number;
	/** Texts of a second call of the same renter; null: there was only one call. */
	redial: Array<Partial<TextRecord>> | null;
}

const ANSWERED_BY_US = { kind: 'webhook', text: 'Voice: POST', data: { status: 200, contentType: 'text/xml; charset=utf-8' } };
const STARTING_UP = { kind: 'callback', text: 'Status callback: completed', data: { outcome: '200 text/html; charset=utf-8' } };
const CONNECTED = { kind: 'leg', text: 'The caller and +15125550110 are connected' };
const CALL_BACK = { kind: 'call_back', lead_id: 'lead', state: 'open', title: 'Call back' };

const GOOD: World = {
	log: [ANSWERED_BY_US],
	call: { state: 'missed' },
	events: [{ state: 'done' }],
	texts: [{ state: 'delivered', provider_id: 'SM1' }],
	tasks: [CALL_BACK],
	leads: ['lead'],
	messages: 1,
	undelivered: 0,
	redial: null,
};

function judged(change: Partial<World>) {
	const world = { ...GOOD, ...change };
	const log = world.log.map((entry) => ({ at: 0, kind: '', text: '', ...entry }));
	const placed = (sid: string) =>
		({ kind: 'unanswered', at: 0, call: { sid, from: FROM, to: LINE, log: () => log } }) as unknown as PlacedCall;
	const calls = world.redial === null ? ['CA1'] : ['CA1', 'CA2'];
	const record = (sid: string): CallRecord => ({
		id: sid === 'CA1' ? 'call' : 'redial',
		sid,
		outcome: null,
		caller: FROM,
		withheld: 0,
		reasons: '[]',
		lead_id: 'lead',
		state: 'missed',
		voicemail_recording_id: null,
		voicemail_url: null,
		...world.call,
	});
	const textRecord = (text: Partial<TextRecord>): TextRecord => ({
		id: 'text',
		call_id: 'call',
		phone: FROM,
		line: LINE,
		body: WORDS,
		state: 'sent',
		attempts: 1,
		provider_id: null,
		provider_status: null,
		reasons: '[]',
		...text,
	});
	const messages = Array.from(
		{ length: world.messages },
		(_, index) =>
			({
				sid: `SM${index + 1}`,
				to: FROM,
				direction: 'outbound-api',
				status: index < world.undelivered ? 'undelivered' : 'delivered',
			}) as SandboxMessage,
	);
	const records: Records = {
		...NOTHING,
		callBySid: new Map(world.call ? calls.map((sid) => [sid, record(sid)] as const) : []),
		eventsByKey: new Map(
			calls.map((sid) => [
				`missed_call:twilio:${sid}`,
				world.events.map((event) => ({ id: 'event', key: '', state: 'done', attempts: 1, last_error: null, ...event })),
			]),
		),
		textsByCall: new Map([
			['call', world.texts.map(textRecord)],
			['redial', (world.redial ?? []).map(textRecord)],
		]),
		tasks: world.tasks.map((task) => ({
			key: '',
			owner: 'Leasing Team',
			kind: 'other',
			title: '',
			lead_id: null,
			call_id: null,
			state: 'open',
			reasons: '[]',
			...task,
		})),
		leadsByPhone: new Map([[FROM, world.leads.map((id) => ({ id, phone: FROM }))]]),
	};
	return judge(calls.map(placed), messages, records).findings.map(({ kind }) => kind);
}

const REASON = '[{"code":"opted_out","sentence":"…"}]';
const ROWS: Array<[string, Partial<World>, string[]]> = [
	['one text, one lead, one call-back', {}, []],
	['n8n was never reached', { log: [], call: null, messages: 0, tasks: [], leads: [] }, []],
	['only n8n\'s own "starting up" page answered', { log: [STARTING_UP], call: null, messages: 0 }, []],
	['answered with success, but not stored', { call: null }, ['lost']],
	['never decided', { call: { state: 'open' } }, ['lost']],
	['connected with staff, taken for missed', { log: [ANSWERED_BY_US, CONNECTED] }, ['lost']],
	['connected with staff, taken for answered', { log: [ANSWERED_BY_US, CONNECTED], call: { state: 'answered' }, messages: 0 }, []],
	['answered and texted all the same', { log: [ANSWERED_BY_US, CONNECTED], call: { state: 'answered' }, messages: 1 }, ['doubled']],
	['taken for answered, but nobody was connected', { call: { state: 'answered' }, messages: 0 }, ['lost']],
	['the same, and a task asks', { call: { state: 'answered' }, messages: 0, tasks: [{ call_id: 'call' }] }, ['person']],
	['no event', { events: [] }, ['lost']],
	['event never finished', { events: [{ state: 'running' }] }, ['lost']],
	['event failed without a task', { events: [{ state: 'failed' }] }, ['lost']],
	['event failed with its task', { events: [{ state: 'failed' }], tasks: [{ key: 'failed_event:event' }] }, ['person']],
	['two texts to one caller, of one row', { messages: 2 }, ['doubled', 'doubled']],
	['two texts to one caller, of two calls', { messages: 2, redial: [{ state: 'sent', provider_id: 'SM2' }] }, ['doubled']],
	['a second request for a text that was not delivered', { messages: 2, undelivered: 1 }, ['doubled']],
	[
		'a text that was not delivered, and one for the call after it',
		{ texts: [{ state: 'failed', provider_id: 'SM1' }], messages: 2, undelivered: 1, redial: [{ state: 'sent', provider_id: 'SM2' }] },
		[],
	],
	['two leads of one caller', { leads: ['lead', 'other'] }, ['doubled']],
	['no lead', { leads: [] }, ['lost']],
	['two call-backs', { tasks: [CALL_BACK, CALL_BACK] }, ['doubled']],
	['text never planned', { texts: [], messages: 0 }, ['lost']],
	['text left behind', { texts: [{ state: 'claimed' }], messages: 0 }, ['lost', 'lost']],
	['text marked as sent that the phone company does not have', { messages: 0 }, ['lost', 'lost']],
	['no text and the reason is kept', { texts: [{ state: 'not_sent', reasons: REASON }], messages: 0 }, ['person']],
	['no text and no reason', { texts: [{ state: 'not_sent' }], messages: 0 }, ['lost']],
];

test.each(ROWS)('judges: %s', (_what, change, findings) => {
	expect(judged(change)).toEqual(findings);
});

test('a seed gives the same sequence again, and its streams do not follow one another', () => {
	const draw = (seed: number, stream: string) => {
		const random = randomFrom(seed, stream);
		return Array.from({ length: 5 }, () => random.next());
	};
	expect(draw(7, 'calls')).toEqual(draw(7, 'calls'));
	expect(draw(7, 'calls')).not.toEqual(draw(7, 'faults'));
	expect(draw(7, 'calls')).not.toEqual(draw(8, 'calls'));
});

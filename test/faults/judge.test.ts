/** The judge itself: a harness that cannot see a loss proves nothing. */
import type { CallLogEntry, SandboxMessage } from '../../sandbox/twilio/contract';
import type { PlacedCall } from './calls/placer';
import { judge } from './judge/judge';
import type { CallRecord, EventRecord, Records, TaskRecord, TextRecord } from './judge/records';
import type { AnsweredRequest, Evidence } from './judge/evidence';
import type { Finding } from './judge/finding';
import { judgeDeliveries } from './judge/rules/deliveries';
import { judgeForms } from './judge/rules/forms';
import { judgeInbound } from './judge/rules/inbound';
import { judgeOptOuts, ON_ITS_WAY_MS } from './judge/rules/optOuts';
import { judgeShare } from './judge/rules/share';
import { judgeTasks } from './judge/rules/tasks';
import { judgeVoicemail } from './judge/rules/voicemail';
import { judgeWording } from './judge/rules/wording';
import { judgeWriteBacks } from './judge/rules/writeBacks';
import { randomFrom } from './random';
import type { SentReply } from './renters/replies';

const FROM = '+17375550123';
const LINE = '+15125550100';
const WORDS = 'Sorry we missed your call.';
const NOTHING = {
	callBySid: new Map(),
	eventsByKey: new Map(),
	texts: [],
	textsByCall: new Map(),
	inbound: [],
	optOuts: [],
	holds: [],
	inquiries: [],
	writeBacks: [],
	tasks: [],
	leadsByPhone: new Map(),
} satisfies Records;

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

describe('what is judged beside calls', () => {
	const RECORDING = { RecordingStatus: 'completed', CallSid: 'CA1', RecordingSid: 'RE1', RecordingUrl: 'https://x/RE1' };
	const KEPT_CALL: CallRecord = {
		id: 'call',
		sid: 'CA1',
		state: 'missed',
		outcome: null,
		caller: FROM,
		withheld: 0,
		reasons: '[]',
		lead_id: 'lead',
		voicemail_recording_id: 'RE1',
		voicemail_url: 'https://x/RE1',
	};
	const TASK: TaskRecord = {
		key: '',
		owner: 'Leasing Team',
		kind: 'call_back',
		title: 'Call back',
		lead_id: 'lead',
		call_id: 'call',
		state: 'open',
		reasons: '[]',
	};
	const TEXT: TextRecord = {
		id: 'text',
		call_id: 'call',
		phone: FROM,
		line: LINE,
		body: WORDS,
		state: 'delivered',
		attempts: 1,
		provider_id: 'SM1',
		provider_status: null,
		reasons: '[]',
	};
	const MESSAGE = {
		sid: 'SM1',
		from: LINE,
		to: FROM,
		direction: 'outbound-api',
		body: WORDS,
		createdAt: 1_000,
		statusCallback: 'https://x',
	} as SandboxMessage;
	const REPLY: SentReply = {
		sid: 'SM9',
		phone: FROM,
		line: LINE,
		body: 'Is it "free"?',
		meaning: 'ask',
		sentAt: 2_000,
		settledAt: 2_100,
		accepted: true,
	};
	const KEPT_REPLY = { provider_id: 'SM9', phone: FROM, line: LINE, body: REPLY.body, lead_id: 'lead', inquiry_id: 'inquiry' };
	const STOP: SentReply = { ...REPLY, body: 'no more', meaning: 'out' };
	const FORM = { id: 'form-1', phone: FROM, sentAt: 0, accepted: true };
	const KEPT_FORM = { id: 'inquiry', inquiry: `{"id":"form-1","phone":"${FROM}"}`, lead_id: 'lead' };
	const LEADS = new Map([[FROM, [{ id: 'lead', phone: FROM }]]]);
	const TWO_LEADS = new Map([
		[
			FROM,
			[
				{ id: 'lead', phone: FROM },
				{ id: 'other', phone: FROM },
			],
		],
	]);
	const EVENT = { id: 'event', key: '', state: 'done', attempts: 1, last_error: null };
	const EVENTS = new Map([['missed_call:twilio:CA1', [EVENT]]]);

	const call = (log: Array<Partial<CallLogEntry>> = [ANSWERED_BY_US]) =>
		({ kind: '', at: 0, call: { sid: 'CA1', from: FROM, to: LINE, log: () => log } }) as unknown as PlacedCall;
	const request = (step: string, fields: Record<string, string>, accepted = true): AnsweredRequest => ({
		step,
		fields,
		sentAt: 0,
		settledAt: 0,
		accepted,
	});
	const report = (...statuses: string[]) => statuses.map((MessageStatus) => request('text', { MessageSid: 'SM1', MessageStatus }));
	const shown = (words: string) => ({ ...TASK, reasons: JSON.stringify([{ code: 'x', sentence: `it says: "${words}"` }]) });

	type Rule = (evidence: Evidence) => Finding[];
	type Seen = Partial<Omit<Evidence, 'records'>> & { records?: Partial<Records> };
	const SEEN: Array<[string, Rule, Seen, string[]]> = [
		['most calls heard', judgeShare, { placed: Array.from({ length: 20 }, () => call()) }, []],
		['one of a few not heard', judgeShare, { placed: [call(), call([])] }, []],
		['nobody heard', judgeShare, { placed: [call([])] }, ['lost']],
		['nobody called', judgeShare, { placed: [] }, ['lost']],
		['a third not heard', judgeShare, { placed: [call(), call([]), call(), call([]), call(), call()] }, ['lost']],

		['the right words to who called', judgeWording, { messages: [MESSAGE], placed: [call()], records: { texts: [TEXT] } }, []],
		['other words', judgeWording, { messages: [{ ...MESSAGE, body: 'x' }], placed: [call()] }, ['wrong']],
		['to somebody else', judgeWording, { messages: [{ ...MESSAGE, to: '+17375550199' }], placed: [call()] }, ['wrong']],
		['from another line', judgeWording, { messages: [{ ...MESSAGE, from: '+15125550101' }], placed: [call()] }, ['wrong']],
		[
			'kept otherwise',
			judgeWording,
			{ messages: [MESSAGE], placed: [call()], records: { texts: [{ ...TEXT, body: 'y' }] } },
			['wrong'],
		],

		[
			'a wish not to be texted that is kept',
			judgeOptOuts,
			{ replies: [STOP], records: { optOuts: [{ phone: FROM, action: 'out' }] } },
			[],
		],
		['one that holds texts back', judgeOptOuts, { replies: [STOP], records: { holds: [{ phone: FROM, lifted_at: null }] } }, []],
		[
			'one that was never answered nor kept',
			judgeOptOuts,
			{ replies: [{ ...STOP, accepted: false }], messages: [{ ...MESSAGE, createdAt: 90_000 }] },
			[],
		],
		['one that the log does not know', judgeOptOuts, { replies: [STOP] }, ['lost']],
		[
			'one that is taken back by nobody',
			judgeOptOuts,
			{
				replies: [STOP],
				records: {
					optOuts: [
						{ phone: FROM, action: 'out' },
						{ phone: FROM, action: 'in' },
					],
				},
			},
			['lost'],
		],
		[
			'a text after it',
			judgeOptOuts,
			{
				replies: [STOP],
				messages: [{ ...MESSAGE, createdAt: 2_101 + ON_ITS_WAY_MS }],
				records: { optOuts: [{ phone: FROM, action: 'out' }] },
			},
			['wrong'],
		],
		[
			'a text after one that was kept and whose answer was lost',
			judgeOptOuts,
			{
				replies: [{ ...STOP, accepted: false }],
				messages: [{ ...MESSAGE, createdAt: 90_000 }],
				records: { inbound: [KEPT_REPLY], optOuts: [{ phone: FROM, action: 'out' }] },
			},
			['wrong'],
		],

		[
			'a text kept and shown',
			judgeInbound,
			{ replies: [REPLY], messages: [MESSAGE], records: { inbound: [KEPT_REPLY], leadsByPhone: LEADS, tasks: [shown(REPLY.body)] } },
			[],
		],
		['a text that nobody answered', judgeInbound, { replies: [{ ...REPLY, accepted: false }] }, []],
		['a text answered and not kept', judgeInbound, { replies: [REPLY] }, ['lost']],
		[
			'a text kept twice',
			judgeInbound,
			{
				replies: [STOP],
				records: {
					inbound: [
						{ ...KEPT_REPLY, body: STOP.body },
						{ ...KEPT_REPLY, body: STOP.body },
					],
				},
			},
			['doubled'],
		],
		['a text kept in other words', judgeInbound, { replies: [STOP], records: { inbound: [KEPT_REPLY] } }, ['wrong']],
		[
			'a text on no lead',
			judgeInbound,
			{
				replies: [STOP],
				messages: [MESSAGE],
				records: { inbound: [{ ...KEPT_REPLY, body: STOP.body, lead_id: null }], leadsByPhone: LEADS },
			},
			['lost'],
		],
		[
			'a question that no task shows',
			judgeInbound,
			{ replies: [REPLY], records: { inbound: [KEPT_REPLY], leadsByPhone: LEADS, tasks: [TASK] } },
			['lost'],
		],
		[
			'a question on a task that is done',
			judgeInbound,
			{ replies: [REPLY], records: { inbound: [KEPT_REPLY], leadsByPhone: LEADS, tasks: [{ ...shown(REPLY.body), state: 'done' }] } },
			['lost'],
		],

		[
			'a voicemail on call and task',
			judgeVoicemail,
			{
				placed: [call()],
				requests: [request('recording', RECORDING)],
				records: { callBySid: new Map([['CA1', KEPT_CALL]]), tasks: [shown('https://x/RE1')] },
			},
			[],
		],
		['a voicemail that nobody answered', judgeVoicemail, { requests: [request('recording', RECORDING, false)] }, []],
		['a voicemail of a call that nobody knows', judgeVoicemail, { requests: [request('recording', RECORDING)] }, ['lost']],
		[
			'a voicemail that is not on its call',
			judgeVoicemail,
			{
				requests: [request('recording', RECORDING)],
				records: { callBySid: new Map([['CA1', { ...KEPT_CALL, voicemail_recording_id: null }]]), tasks: [shown('https://x/RE1')] },
			},
			['lost'],
		],
		[
			'a voicemail that is not on the task',
			judgeVoicemail,
			{ requests: [request('recording', RECORDING)], records: { callBySid: new Map([['CA1', KEPT_CALL]]), tasks: [TASK] } },
			['lost'],
		],

		['delivered', judgeDeliveries, { requests: report('sent', 'delivered'), records: { texts: [TEXT] } }, []],
		[
			'delivered, and then an old report',
			judgeDeliveries,
			{ requests: report('delivered', 'sent'), records: { texts: [{ ...TEXT, state: 'sent' }] } },
			['lost'],
		],
		[
			'not delivered, and somebody is told',
			judgeDeliveries,
			{
				requests: report('undelivered'),
				records: { texts: [{ ...TEXT, state: 'failed' }], tasks: [{ ...TASK, reasons: '[{"code":"provider_30003"}]' }] },
			},
			[],
		],
		[
			'not delivered, and nobody is told',
			judgeDeliveries,
			{ requests: report('undelivered'), records: { texts: [{ ...TEXT, state: 'failed' }], tasks: [TASK] } },
			['lost'],
		],
		[
			'not delivered, and nobody noticed',
			judgeDeliveries,
			{ requests: report('failed'), records: { texts: [TEXT], tasks: [{ ...TASK, reasons: '[{"code":"provider_30003"}]' }] } },
			['lost'],
		],
		[
			'a report that nobody answered',
			judgeDeliveries,
			{ requests: report('delivered').map((one) => ({ ...one, accepted: false })), records: { texts: [{ ...TEXT, state: 'sent' }] } },
			[],
		],

		['a text that nobody will report about', judgeDeliveries, { messages: [{ ...MESSAGE, statusCallback: null }] }, ['lost']],

		['one call-back', judgeTasks, { records: { leadsByPhone: LEADS, tasks: [TASK] } }, []],
		['no call-back', judgeTasks, { records: { leadsByPhone: LEADS } }, ['lost']],
		['two call-backs of one lead', judgeTasks, { records: { leadsByPhone: LEADS, tasks: [TASK, TASK] } }, ['doubled']],
		['a task without an owner', judgeTasks, { records: { tasks: [{ ...TASK, owner: ' ' }] } }, ['wrong']],

		['a form on its lead', judgeForms, { forms: [FORM], records: { inquiries: [KEPT_FORM], leadsByPhone: LEADS } }, []],
		['a form that nobody answered', judgeForms, { forms: [{ ...FORM, accepted: false }] }, []],
		['a form answered and gone', judgeForms, { forms: [FORM] }, ['lost']],
		['a form twice', judgeForms, { forms: [FORM], records: { inquiries: [KEPT_FORM, KEPT_FORM], leadsByPhone: LEADS } }, ['doubled']],
		[
			'a form on no lead',
			judgeForms,
			{ forms: [FORM], records: { inquiries: [{ ...KEPT_FORM, lead_id: null }], leadsByPhone: LEADS } },
			['lost'],
		],
		['a form with two leads', judgeForms, { forms: [FORM], records: { inquiries: [KEPT_FORM], leadsByPhone: TWO_LEADS } }, ['doubled']],

		['written back once', judgeWriteBacks, { placed: [call()], records: { eventsByKey: EVENTS }, writtenBack: () => 1 }, []],
		['no system connected', judgeWriteBacks, { placed: [call()], records: { eventsByKey: EVENTS }, writtenBack: null }, []],
		['written back twice', judgeWriteBacks, { placed: [call()], writtenBack: () => 2 }, ['doubled']],
		['never written back', judgeWriteBacks, { placed: [call()], records: { eventsByKey: EVENTS }, writtenBack: () => 0 }, ['lost']],
		[
			'refused, and the reason is kept',
			judgeWriteBacks,
			{
				placed: [call()],
				records: { eventsByKey: EVENTS, writeBacks: [{ key: 'missed_call:twilio:CA1', state: 'refused', reasons: '[]' }] },
				writtenBack: () => 0,
			},
			['person'],
		],
	];

	test.each(SEEN)('judges: %s', (_what, rule, { records, ...seen }, findings) => {
		const evidence: Evidence = {
			placed: [],
			messages: [],
			replies: [],
			forms: [],
			requests: [],
			wordings: () => [WORDS],
			writtenBack: null,
			...seen,
			records: { ...NOTHING, ...records },
		};
		expect(rule(evidence).map(({ kind }) => kind)).toEqual(findings);
	});
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

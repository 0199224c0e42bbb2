/** The rules beside calls: each sees what it is for, and nothing where all is well. */
import type { CallLogEntry, SandboxMessage } from '../../sandbox/twilio/contract';
import type { PlacedCall } from './calls/placedCall';
import type { Evidence } from './judge/evidence';
import type { AnsweredRequest } from './renters/answered';
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
import type { SentReply } from './renters/replies';
import { NOTHING } from './judge/nothing';
import type { CallRecord, Records, TaskRecord, TextRecord } from './judge/records';

const FROM = '+17375550123';
const LINE = '+15125550100';
const WORDS = 'Sorry we missed your call.';
const ANSWERED_BY_US = { kind: 'webhook', text: 'Voice: POST', data: { status: 200, contentType: 'text/xml; charset=utf-8' } };

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

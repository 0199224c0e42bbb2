/** Portfolio: Check, over a real store and the Twilio stand-in, as an office that was connected and then changed would see it. */
import type { IDataObject } from 'n8n-workflow';
import { Portfolio } from '../../../nodes/Portfolio/Portfolio.node';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { setFallback } from '../../e2e/support/twimlBins';
import { rest } from '../../sandbox/twilio/support/client';
import { missedCallDescription } from '../Twilio/support/missedCallDescription';
import { runNode } from '../support/runNode';
import { CEDAR_LINE, companyForm, MAIN_LINE, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';
import { TriggerRig } from '../support/triggerRig';

jest.setTimeout(60_000);
const TOLL_FREE = '+18885550100';
const BIN = 'https://handler.twilio.com/twiml/EH1';

describe('Portfolio: Check', () => {
	const temp = useTempStore();
	let twilio: TwilioSandbox;
	let rig: TriggerRig;
	beforeEach(async () => {
		twilio = await startTwilioSandbox();
		for (const phone of [MAIN_LINE, CEDAR_LINE, TOLL_FREE]) twilio.addNumber({ phone });
		await saveCompany(temp);
		const { nodeType, parameters, credentials } = missedCallDescription(() => twilio);
		rig = new TriggerRig({
			nodeType,
			parameters,
			credentials: { ...credentials(), ...temp.credentials },
			onEmit: (emitted) => emitted.end(),
		});
		await rig.publish();
		for (const phone of [MAIN_LINE, CEDAR_LINE]) await setFallback(twilio, phone, BIN);
		twilio.addMessagingService({ phones: [MAIN_LINE, CEDAR_LINE], campaigns: ['VERIFIED'] });
	});
	afterEach(async () => {
		twilio.setOutage(false);
		await rig.unpublish();
		expect(twilio.violations()).toEqual([]);
		await twilio.close();
	});

	async function check(
		parameters: object = {},
		credentials = { ...temp.credentials, ...missedCallDescription(() => twilio).credentials() },
	) {
		const { json } = await runNode({ nodeType: Portfolio, parameters: { operation: 'check', ...parameters }, credentials });
		return json[0] ?? [];
	}
	/** What needs somebody, without what depends on the machine that runs this test. */
	const problems = async (credentials?: Parameters<typeof check>[1]) =>
		(await check({ showInOrder: false }, credentials)).filter(
			({ check: name }) => !['n8n_setting', 'store_disk'].includes(String(name)),
		);
	const brief = (items: IDataObject[]) => items.map(({ check: name, severity, about }) => `${severity} ${name} ${about}`);
	/** Twilio sends a call to an address where nothing answers. */
	async function sendTo(address: string): Promise<void> {
		twilio.addNumber({ phone: '+15125550188', voiceUrl: address });
		const alerts = twilio.alerts().length;
		await twilio.placeCall({ to: '+15125550188', from: '+15125550123', secondMs: 5 }).ended;
		expect(twilio.alerts().length).toBeGreaterThan(alerts);
	}
	async function change(phone: string, form: Record<string, string>): Promise<void> {
		const path = `/2010-04-01/Accounts/${twilio.accountSid}/IncomingPhoneNumbers/${String(twilio.number(phone).sid)}.json`;
		expect((await rest(twilio, 'POST', path, form)).status).toBe(200);
	}

	test('of an office where all is well has nothing that needs anybody, and says what was looked at', async () => {
		expect(await problems()).toEqual([]);
		const all = await check();
		expect([...new Set(all.map(({ check: name }) => name))]).toEqual(
			expect.arrayContaining([
				'line_quiet',
				'events',
				'work',
				'texts',
				'tasks',
				'store',
				'credential',
				'clock',
				'line_address',
				'line_fallback',
				'line_registration',
			]),
		);
		for (const item of all) expect(item).toMatchObject({ portfolio: 'main', checkedAt: expect.stringMatching(/^20/) as unknown });
	});

	test.each<[string, () => Promise<unknown>, string[]]>([
		[
			'calls point to another app',
			async () => await change(MAIN_LINE, { VoiceUrl: 'https://other.example.com/voice?key=secret' }),
			['urgent line_address Gate sign (+15125550100)'],
		],
		['calls point nowhere', async () => await change(MAIN_LINE, { VoiceUrl: '' }), ['urgent line_address Gate sign (+15125550100)']],
		[
			'reports point nowhere',
			async () => await change(CEDAR_LINE, { StatusCallback: '' }),
			['urgent line_address Cedar House (+15125550101)'],
		],
		[
			'texts point to a chat tool',
			async () => await change(CEDAR_LINE, { SmsUrl: 'https://chat.example.com/in' }),
			['urgent line_address Cedar House (+15125550101)'],
		],
		[
			'a TwiML app took the number',
			async () => await change(MAIN_LINE, { VoiceApplicationSid: `AP${'1'.repeat(32)}` }),
			['urgent line_address Gate sign (+15125550100)'],
		],
		['the fallback is gone', async () => await setFallback(twilio, MAIN_LINE, ''), ['warning line_fallback Gate sign (+15125550100)']],
	])('finds that %s', async (_name, act, expected) => {
		await act();
		const items = await problems();
		expect(brief(items)).toEqual(expected);
		expect(items[0]).toMatchObject({ sentence: expect.any(String) as unknown, whatToDo: expect.any(String) as unknown });
		expect(JSON.stringify(items)).not.toContain('secret');
	});

	test.each<[string, Parameters<TwilioSandbox['addMessagingService']>[0] | null, string[]]>([
		['no Messaging Service', null, ['urgent line_registration', 'urgent line_registration']],
		['a service without a campaign', {}, ['urgent line_registration', 'urgent line_registration']],
		['a campaign in vetting', { campaigns: ['IN_PROGRESS'] }, ['urgent line_registration', 'urgent line_registration']],
		['a failed campaign beside an approved one', { campaigns: ['FAILED', 'VERIFIED'] }, []],
		[
			'a service that drops texts',
			{ campaigns: ['VERIFIED'], useInboundWebhookOnNumber: false },
			['urgent line_texts', 'urgent line_texts'],
		],
		[
			'a service that sends texts elsewhere',
			{ campaigns: ['VERIFIED'], useInboundWebhookOnNumber: false, inboundRequestUrl: 'https://chat.example.com' },
			['warning line_texts', 'warning line_texts'],
		],
	])('with %s', async (_name, service, expected) => {
		twilio.reset();
		if (service) twilio.addMessagingService({ phones: [MAIN_LINE, CEDAR_LINE], ...service });
		expect((await problems()).map(({ check: name, severity }) => `${severity} ${name}`)).toEqual(expected);
	});

	test('asks for the verification of a toll-free line', async () => {
		await rig.unpublish();
		const lines = { line: [{ phone: TOLL_FREE, label: 'Free line' }] };
		await saveCompany(temp, { ...companyForm, lines });
		const { nodeType, parameters, credentials } = missedCallDescription(() => twilio);
		rig = new TriggerRig({
			nodeType,
			parameters: { ...parameters, lines: [TOLL_FREE] },
			credentials: { ...credentials(), ...temp.credentials },
		});
		await rig.publish();
		await setFallback(twilio, TOLL_FREE, BIN);
		expect((await problems()).map(({ check: name }) => name)).toEqual(['line_registration']);
		twilio.setTollFreeVerification(TOLL_FREE, 'TWILIO_APPROVED');
		expect(await problems()).toEqual([]);
	});

	test('finds a line that no published workflow serves', async () => {
		await rig.unpublish();
		expect(brief(await problems())).toEqual([
			'warning line_served Gate sign (+15125550100)',
			'warning line_served Cedar House (+15125550101)',
		]);
	});

	test('finds what Twilio has met at n8n, and what it means; errors at other addresses are not ours', async () => {
		await sendTo(`${rig.address()}?step=voice`);
		await sendTo('http://127.0.0.1:9/other');
		const items = await problems();
		expect(brief(items)).toEqual(['warning twilio_errors 11205']);
		expect(items[0]?.whatToDo).toContain('could not be reached');
	});

	test.each([
		['3.20', ['warning']],
		['-0.10', ['urgent']],
		['10.00', []],
	])('with %s dollars left', async (balance, severities) => {
		twilio.setBalance(balance);
		expect((await problems()).map(({ severity }) => severity)).toEqual(severities);
	});

	test('finds that n8n has moved since the lines were connected', async () => {
		process.env.WEBHOOK_URL = 'https://new.example.com/';
		try {
			expect(brief(await problems())).toEqual([expect.stringMatching(/^urgent webhook_address /)]);
		} finally {
			delete process.env.WEBHOOK_URL;
		}
	});

	test('while Twilio is down says so and still looks at all else', async () => {
		twilio.setOutage(true);
		const items = await check();
		expect(items.filter(({ check: name }) => name === 'not_checked').length).toBeGreaterThanOrEqual(3);
		expect(items.map(({ check: name }) => name)).toEqual(expect.arrayContaining(['store', 'tasks', 'events']));
	});

	test('with a token that Twilio refuses names the credential', async () => {
		const { leasingTwilioApi } = missedCallDescription(() => twilio).credentials();
		const items = await problems({ ...temp.credentials, leasingTwilioApi: { ...leasingTwilioApi, authToken: 'wrong' } });
		expect(items.map(({ sentence }) => sentence).join(' ')).toContain('Twilio refused the credential');
	});

	test('without a Twilio credential says that the lines were not asked about', async () => {
		expect((await problems({ ...temp.credentials } as never)).map(({ check: name, severity }) => `${severity} ${name}`)).toEqual([
			'hint not_checked',
		]);
	});

	test('of a store that does not open is one urgent finding, and no error of the node', async () => {
		const items = await problems({ leasingStoreApi: { backend: 'sqlite', file: '/dev/null/not-a-folder/leasing.sqlite' } } as never);
		expect(items).toEqual([expect.objectContaining({ check: 'store', severity: 'urgent' })]);
	});

	test('of a company that nobody saved is one urgent finding', async () => {
		expect((await check({ portfolio: 'unknown' })).map(({ check: name, severity }) => `${severity} ${name}`)).toEqual([
			'urgent settings',
		]);
	});

	test('finds events that wait, overdue tasks and work', async () => {
		const store = await temp.store();
		const old = Date.now() - 26 * 3_600_000;
		await store.events.record({ consumer: 'gone:node', key: 'k', kind: 'missed_call', payload: {}, receivedAt: old });
		await store.work.put({ portfolio: 'main', kind: 'follow_up', key: 'k', payload: {}, dueAt: old }, 'replace', old);
		await store.tasks.open({
			portfolio: 'main',
			key: 't',
			kind: 'other',
			title: 'Call',
			leadId: null,
			callId: null,
			owner: 'Dana',
			dueAt: old,
			priority: 2,
			reasons: [],
		});
		expect(brief(await problems())).toEqual(['urgent events gone', 'warning work follow_up', 'warning tasks null']);
	});
});

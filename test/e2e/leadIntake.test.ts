/** Every channel's sample through template 20 on a real n8n: over HTTP where it comes by HTTP, else as its trigger gives it. */
import axios from 'axios';
import * as z from 'zod/v4';
import { sentKey } from '../../leasing/inquiry/sentKey';
import type { BuildiumSandbox } from '../../sandbox/buildium';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { AD_TRIGGER, filledIn, FORM_SECRET, formPath, INBOX_CREDENTIAL, LINE, MAIL_TRIGGER, sample } from './support/leadIntake';
import { startRig, type Rig } from './support/rig';
import { startSmtpSink, type SmtpSink } from './support/smtpSink';
import { eventually } from './support/story';
import { recordsOf, withWriteBack } from './support/writeBack';

const FIRST_RUN_MS = 60_000;

const Decided = z.object({
	inquiry: z.object({
		provider: z.string(),
		providerId: z.string(),
		fingerprint: z.string(),
		people: z.array(z.object({ fullName: z.string().nullable() })),
		format: z.object({ id: z.string() }),
	}),
	match: z.object({ decision: z.enum(['new', 'known', 'review']) }),
	lead: z
		.object({
			id: z.string(),
			name: z.string().nullable(),
			owner: z.string(),
			nextAction: z.string(),
			property: z.object({ key: z.string() }).nullable(),
		})
		.nullable(),
});
type Decided = z.infer<typeof Decided>;

describe('lead intake on a real n8n', () => {
	let rig: Rig;
	let buildium: BuildiumSandbox;
	let smtp: SmtpSink;
	let credentials: Rig['credentials'];
	let workflowId: string;
	let url: string;
	const leads = new Map<string, Decided[]>();
	/** What came by webhook, through the published workflow. */
	const posted: Decided[] = [];

	beforeAll(async () => {
		rig = await startRig({ buildium: {} });
		if (!rig.buildium) throw new Error('The rig has no Buildium stand-in.');
		buildium = rig.buildium;
		rig.sandbox.addNumber({ phone: LINE, friendlyName: 'Maple Court' });
		smtp = await startSmtpSink();
		const mail = await rig.session.createCredential({
			name: 'Pretend Mail',
			type: 'smtp',
			data: { host: '127.0.0.1', port: smtp.port, secure: false, disableStartTls: true, user: '', password: '', hostName: '' },
		});
		const inbox = await rig.session.createCredential(INBOX_CREDENTIAL);
		credentials = {
			...rig.credentials,
			smtp: { id: mail.id, name: 'Pretend Mail' },
			leadInboxApi: { id: inbox.id, name: INBOX_CREDENTIAL.name },
		};
		const workflow = filledIn();
		url = `${rig.n8n.url}/${formPath(workflow)}`;
		workflowId = (
			await rig.session.createWorkflow(await assignCredentials(rig.session, withWriteBack(workflow, buildium), credentials))
		).id;
		const saved = await rig.session.runManually(workflowId, 'Save Settings Once');
		expect(saved).toMatchObject({ status: 'success', error: null });
		await rig.session.publish(workflowId);
	}, FIRST_RUN_MS * 3);
	afterAll(async () => {
		await smtp?.close();
		await rig?.stop();
	});

	/** What the run says about each inquiry, and whether nobody was found. */
	function read(outputs: Record<string, unknown[][]>): { decided: Decided[]; nobody: unknown[] } {
		const decided = (outputs['Deduplicate Lead'] ?? []).flat().map((item) => Decided.parse(item));
		for (const one of decided) if (one.lead !== null) leads.set(one.lead.id, [...(leads.get(one.lead.id) ?? []), one]);
		return { decided, nobody: (outputs['Nobody Found'] ?? []).flat() };
	}

	async function post(body: unknown, contentType = 'application/json') {
		const before = (await rig.session.executions(workflowId)).map(({ id }) => id);
		const answer = await axios.post(url, body, { headers: { 'Content-Type': contentType, 'x-lead-secret': FORM_SECRET } });
		expect(answer.status).toBe(200);
		const run = await rig.session.waitForExecution(workflowId, ({ id }) => !before.includes(id));
		expect(run).toMatchObject({ status: 'success', error: null });
		const result = read(run.outputs);
		posted.push(...result.decided);
		return result;
	}

	/** Runs a copy of the workflow from one of its triggers, with items such as that trigger gives. */
	async function fromTrigger(trigger: string, items: unknown[]) {
		const workflow = filledIn();
		const nodes = workflow.nodes.map((node) => (node.name === trigger ? { ...node, disabled: false } : node));
		const copy = await assignCredentials(
			rig.session,
			{ ...workflow, name: `By hand from ${trigger}`, nodes, pinData: { [trigger]: items.map((json) => ({ json })) } },
			credentials,
		);
		const { id } = await rig.session.createWorkflow(copy);
		const run = await rig.session.runManually(id, trigger);
		expect(run).toMatchObject({ status: 'success', error: null });
		return read(run.outputs);
	}

	const bodyOf = (name: string): unknown => (sample(name)[0] as { body?: unknown }).body ?? sample(name)[0];
	const asForm = (body: unknown): string => new URLSearchParams(body as Record<string, string>).toString();

	test.each<[string, string, string | null, string | null]>([
		['web-form', 'form', 'Nadia Ferris', 'maple-court'],
		['couple-form', 'wordpress_form', 'Kate Smith', 'maple-court'],
		['typeform', 'typeform', 'Omar Haddad', 'oak-park'],
		['gravity-forms', 'gravity_forms', 'Priya Raman', 'oak-park'],
		['hubspot', 'hubspot', 'Lena Berg', null],
		['wordpress-form', 'wordpress_form', 'Sam Okafor', 'maple-court'],
		['jotform', 'jotform', 'Ivy Chen', null],
		['chat', 'chat', 'Tomas Vega', null],
		['chat-transcript', 'chat', 'Rosa Medina', 'maple-court'],
		['google-lead-form', 'google_lead_form', 'Victor Hugo Lima', null],
		['google-local-services', 'google_local_services', 'Olga Petrova', null],
		['call-tracking', 'call_tracking', null, 'maple-court'],
		['walk-in', 'form', 'Kofi Mensah', 'maple-court'],
		['appfolio-guest-card', 'appfolio_guest_card', 'Omar Haddad', 'oak-park'],
		['raw-email', 'email', 'Nadia Ferris', 'maple-court'],
	])('%s by webhook: %s, %s', async (name, format, who, property) => {
		const { decided } = await post(bodyOf(name));
		expect(decided).toMatchObject([{ inquiry: { format: { id: format } }, lead: { name: who } }]);
		if (property !== null && decided[0]?.match.decision === 'new') expect(decided[0].lead?.property).toMatchObject({ key: property });
		// A lead without a property is the fallback queue's; none is nobody's.
		if (property === null && decided[0]?.match.decision === 'new') expect(decided[0].lead?.owner).toBe('Lead Desk');
		expect(decided[0]?.lead?.nextAction).toBeTruthy();
	});

	test.each<[string, string, (name: string) => unknown, string, string]>([
		['zillow-push', 'application/x-www-form-urlencoded', (name) => asForm(bodyOf(name)), 'zillow_push', 'Nadia Ferris'],
		['wufoo', 'application/x-www-form-urlencoded', (name) => asForm(bodyOf(name)), 'wufoo', 'Kate Marsh'],
		['mits', 'application/x-www-form-urlencoded', (name) => asForm(bodyOf(name)), 'mits', 'Ewa Nowak'],
		['text-message', 'application/x-www-form-urlencoded', (name) => asForm(bodyOf(name)), 'sms', ''],
		['adf', 'application/xml', (name) => (bodyOf(name) as { xml: string }).xml, 'adf', 'Nadia Ferris'],
	])('%s as %s', async (name, contentType, body, format, who) => {
		const { decided } = await post(body(name), contentType);
		expect(decided).toMatchObject([{ inquiry: { format: { id: format } }, lead: who === '' ? {} : { name: who } }]);
	});

	test('every row of a file is a lead of its own or joins one', async () => {
		const { decided } = await post(sample('csv-rows'));
		expect(decided.map(({ lead }) => lead?.name)).toEqual(expect.arrayContaining(['Nadia Ferris', 'Ben Achebe']));
	});

	test.each(['meta-ids-only', 'unreadable'])("%s becomes nobody's lead, and says why", async (name) => {
		const { decided, nobody } = await post(bodyOf(name));
		expect(decided).toEqual([]);
		expect(nobody).toMatchObject([{ reasons: [{ sentence: expect.stringMatching(/\.$/) }] }]);
	});

	test('e-mails of listing sites, forms and renters, as the e-mail trigger gives them', async () => {
		const names = [
			'zillow-email',
			'apartments-com-email',
			'rent-email',
			'realtor-email',
			'zumper-email',
			'apartment-list-email',
			'craigslist-email',
			'facebook-marketplace-email',
			'yelp-email',
			'avail-digest-email',
			'unknown-layout-email',
			'renter-email',
			'forwarded-email',
			'website-form-email',
			'adf-email',
		];
		const { decided, nobody } = await fromTrigger(MAIL_TRIGGER, names.flatMap(sample));
		expect(nobody).toEqual([]);
		const whose = decided.filter(({ lead }) => lead !== null).map(({ lead }) => lead?.name);
		expect(whose).toEqual(
			expect.arrayContaining([
				'Omar Haddad',
				'Grace Lindqvist',
				'Helen Mbeki',
				'Jonas Weber',
				'Ines Duarte',
				'Peter Novak',
				'Dario Conti',
				'Tessa Hart',
				'Bruno Silva',
				'Nadia Ferris',
				'Yusuf Demir',
				'Carla Reyes',
				'Aiko Mori',
			]),
		);
		// A mail of a known site in a layout that nobody knows is a person's question, and so is one without any contact.
		const asked = decided.filter(({ match }) => match.decision === 'review').map(({ inquiry }) => inquiry.provider);
		expect(asked).toEqual(expect.arrayContaining(['apartments_com', 'facebook_marketplace']));
	});

	test("an ad's lead, as n8n's Facebook trigger gives it", async () => {
		const { decided } = await fromTrigger(AD_TRIGGER, sample('meta-lead-ad'));
		expect(decided).toMatchObject([
			{ inquiry: { format: { id: 'meta_lead_ad' } }, match: { decision: 'known' }, lead: { name: 'Nadia Ferris' } },
		]);
	});

	test('the same renter by many ways is one lead', () => {
		const named = [...leads.values()].filter((all) => all.some(({ lead }) => lead?.name === 'Nadia Ferris'));
		expect(named).toHaveLength(1);
		expect(new Set(named[0]?.map(({ inquiry }) => inquiry.format.id))).toEqual(
			new Set(['form', 'zillow_push', 'adf', 'email', 'meta_lead_ad']),
		);
		expect([...leads.values()].filter((all) => all.some(({ lead }) => lead?.name === 'Omar Haddad'))).toHaveLength(1);
	});

	test('each new renter was acknowledged once: by text, or by mail where there is no phone', () => {
		const texts = rig.sandbox.messages({ direction: 'outbound-api' }).map(({ to }) => to);
		expect(texts).toContain('+12065550149');
		expect(new Set(texts).size).toBe(texts.length);
		const mails = smtp.sent.flatMap(({ to }) => to);
		expect(mails).toEqual(expect.arrayContaining(['ines.duarte@example.com', 'bruno.silva@example.com']));
		expect(new Set(mails).size).toBe(mails.length);
		expect(mails).not.toContain('nadia.ferris@example.com');
	});

	test('each inquiry that came by webhook is in Buildium, once', async () => {
		expect(posted.length).toBeGreaterThan(15);
		for (const { inquiry } of posted) {
			const key = `inquiry:${sentKey(inquiry)}`;
			const [asInquiry, asCall] = [key, key.replace('inquiry', 'missed_call')];
			const written = async (one: string) =>
				(await rig.store.writeBacks.get({ portfolio: 'main', provider: 'buildium', key: one }))?.state === 'written';
			await eventually(`the inquiry ${key} in Buildium`, async () => (await written(asInquiry)) || (await written(asCall)), 60_000);
			expect([key, recordsOf(buildium, [asInquiry, asCall])]).toEqual([
				key,
				[expect.stringMatching(/^(?:contactRequest|message|note|phoneLog)$/)],
			]);
		}
	}, 120_000);

	test('each lead has an owner and an open task', async () => {
		for (const id of leads.keys()) {
			const lead = await rig.store.leads.get(id);
			expect(lead).toMatchObject({
				owner: expect.stringMatching(/^(?:Dana|Leasing Team|Lead Desk)$/),
				nextAction: expect.any(String),
			});
			expect((await rig.store.tasks.list({ portfolio: 'main', leadId: id, state: 'open', limit: 5 })).length).toBeGreaterThan(0);
		}
	});
});

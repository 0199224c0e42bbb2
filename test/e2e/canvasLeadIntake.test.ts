/** Template 20 in n8n's editor: imported as it is, then filled in. */
import type { Browser, Page } from 'playwright-core';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { Canvas } from './support/canvas';
import { layoutProblems } from './support/canvasLayout';
import { AD_TRIGGER, filledIn, FORM_TRIGGER, INBOX_CREDENTIAL, MAIL_TRIGGER, TEMPLATE } from './support/leadIntake';
import { startRig, type Rig } from './support/rig';
import { WRITE_BACK } from './support/writeBack';

describeInBrowser('the lead-intake template on the canvas', () => {
	let rig: Rig;
	let browser: Browser;
	let page: Page;
	let canvas: Canvas;
	let errors: string[];

	beforeAll(async () => {
		rig = await startRig();
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1900, height: 860 } });
		errors = watchErrors(page);
		for (const { id } of Object.values(rig.credentials)) await rig.session.rest('DELETE', `/rest/credentials/${id}`);
		canvas = await Canvas.signIn(page, rig);
		await canvas.importFile(TEMPLATE);
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});

	test('imports without a warning, and n8n knows every node', async () => {
		expect(await canvas.messages()).toEqual([]);
		for (const name of [FORM_TRIGGER, 'Normalize Lead', 'Deduplicate Lead', 'Acknowledge by Text', 'Next Action', 'Portfolio Settings'])
			expect(await canvas.icon(name)).toContain('/icons/n8n-nodes-leasing/');
		expect(errors).toEqual([]);
	});

	test('can be read from left to right', async () => {
		await canvas.zoomToFit();
		expect(await layoutProblems(page)).toEqual([]);
	});

	test('marks what is to be filled in and nothing else', async () => {
		expect((await canvas.marked()).sort()).toEqual(
			['Acknowledge by E-Mail', 'Acknowledge by Text', AD_TRIGGER, FORM_TRIGGER, MAIL_TRIGGER, 'Portfolio Settings'].sort(),
		);
	});

	test('filled in, no red mark is left', async () => {
		// Makes the credentials anew that were deleted above.
		await rig.installTemplate();
		const mail = await rig.session.createCredential({
			name: 'Pretend Mail',
			type: 'smtp',
			data: { host: '127.0.0.1', port: 2525, secure: false, user: '', password: '', disableStartTls: true, hostName: '' },
		});
		const inbox = await rig.session.createCredential({
			name: 'Pretend Inbox',
			type: 'imap',
			data: { host: '127.0.0.1', port: 1143, secure: false, user: 'leads', password: 'pretend', allowUnauthorizedCerts: false },
		});
		const ads = await rig.session.createCredential({
			name: 'Pretend Ads',
			type: 'facebookLeadAdsOAuth2Api',
			data: { clientId: 'pretend', clientSecret: 'pretend' },
		});
		const site = await rig.session.createCredential(INBOX_CREDENTIAL);
		const workflow = filledIn();
		const chosen = (value: string): object => ({ __rl: true, mode: 'id', value });
		const nodes = workflow.nodes.map((node) => ({
			...node,
			disabled: WRITE_BACK.includes(node.name),
			parameters: { ...node.parameters, ...(node.name === AD_TRIGGER ? { page: chosen('1'), form: chosen('2') } : {}) },
		}));
		const accounts = {
			...rig.credentials,
			smtp: { id: mail.id, name: 'Pretend Mail' },
			imap: { id: inbox.id, name: 'Pretend Inbox' },
			leadInboxApi: { id: site.id, name: INBOX_CREDENTIAL.name },
			facebookLeadAdsOAuth2Api: { id: ads.id, name: 'Pretend Ads' },
		};
		const { id } = await rig.session.createWorkflow(await assignCredentials(rig.session, { ...workflow, nodes }, accounts));
		await canvas.open(id);
		await canvas.icon('Normalize Lead');
		expect(await canvas.marked()).toEqual([]);
		await canvas.zoomToFit();
		expect(await layoutProblems(page)).toEqual([]);
		await takePicture(page, 'lead-intake');
	});
});

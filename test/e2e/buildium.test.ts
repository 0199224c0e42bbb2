/** The Buildium node on a real n8n against the stand-in: every operation, the credential's test, and the form in a browser. */
import type { Browser, Page } from 'playwright-core';

import { resources } from '../../nodes/Buildium/actions';
import type { BuildiumSandbox } from '../../sandbox/buildium';
import { MISSING, specification, violationsOf } from '../../sandbox/buildium/specification';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { allSteps, importSteps, nameOf, START } from './support/buildium';
import { Canvas } from './support/canvas';
import { startRig, type Rig } from './support/rig';

/** These two work on our own store, too, and have tests of their own. */
const ELSEWHERE = ['directory', 'writeBack'];

let rig: Rig;
let buildium: BuildiumSandbox;

beforeAll(async () => {
	rig = await startRig({ buildium: {} });
	if (!rig.buildium) throw new Error('The rig has no Buildium stand-in.');
	buildium = rig.buildium;
});
afterAll(async () => await rig?.stop());

/** What the node asked for since the file began; the stand-in's own pictures and links are no requests of the node. */
const checked = specification() === null ? it.skip : it;
const unlessMissing = specification() === null ? ` [skipped: ${MISSING}]` : '';

describe('every operation, from a workflow', () => {
	it('is in the workflow', () => {
		const operations = resources
			.filter(({ value }) => !ELSEWHERE.includes(value))
			.flatMap(({ value, operations: all }) => all.map((one) => nameOf({ resource: value, operation: one.value })));
		expect([...new Set(allSteps(buildium).map(nameOf))].sort()).toEqual(operations.sort());
	});

	it("runs to its end, within Buildium's limit, and gives records", async () => {
		const steps = allSteps(buildium);
		buildium.requests.length = 0;
		const id = await importSteps(rig, 'Every operation of Buildium', steps);
		const run = await rig.session.runManually(id, START);
		expect([run.status, run.error]).toEqual(['success', null]);
		const empty = steps.map(nameOf).filter((name) => Object.keys((run.outputs[name]?.[0]?.[0] ?? {}) as object).length === 0);
		expect(empty).toEqual([]);
		expect(buildium.requests.filter(({ status }) => status === 429)).toEqual([]);
		expect(buildium.requests.filter(({ status }) => status === null || status >= 400)).toEqual([]);
	});

	it('leaves in Buildium what it was told', () => {
		const stranger = buildium.data.contactRequests.find(({ Title }) => String(Title).startsWith('Missed call about Maple Court'));
		expect(stranger).toMatchObject({
			TaskStatus: 'InProgress',
			Priority: 'High',
			ContactDetail: { FirstName: 'Stella', PhoneNumbers: { Mobile: '(512) 555-0165' } },
		});
		expect(buildium.data.applicants.find(({ LastName }) => LastName === 'Okafor')).toMatchObject({
			Email: 'nadia.okafor@example.com',
			PhoneNumbers: [{ Number: '(512) 555-0167', Type: 'Cell' }],
		});
		expect(
			buildium.data.phoneLogs.find(({ Subject, Description }) => Subject === 'Missed call' && Description === 'Rang out.'),
		).not.toBeNull();
	});

	checked(`asks for nothing outside of the vendor's specification${unlessMissing}`, () => {
		expect(buildium.requests.length).toBeGreaterThan(50);
		expect(violationsOf(buildium.requests)).toEqual([]);
	});
});

describe('when something is wrong', () => {
	it('the run says it in words, with the permission to tick', async () => {
		buildium.setPermissions({ leases: 'none' });
		const id = await importSteps(rig, 'Not permitted', [{ resource: 'lease', operation: 'getAll' }]);
		const run = await rig.session.runManually(id, START);
		buildium.setPermissions('edit');
		expect(run.status).toBe('error');
		expect(run.error).toContain('Buildium accepts the API keys, but they may not do this: GET /v1/leases (403)');
		expect(run.error).toContain('Rentals > Leases (View)');
	});

	it('an answer that is lost after the write leaves one record', async () => {
		buildium.faults.failNext({ match: /^POST/, status: 'drop_after_write' });
		const before = buildium.data.todos.count();
		const parameters = { title: 'Only once', assignedToId: { __rl: true, mode: 'id', value: String(buildium.people.staff.id) } };
		const id = await importSteps(rig, 'Lost answer', [{ resource: 'toDo', operation: 'create', parameters }]);
		expect((await rig.session.runManually(id, START)).status).toBe('success');
		expect(buildium.data.todos.count()).toBe(before + 1);
	});
});

describe("the credential's test", () => {
	const test = async (more: Record<string, unknown> = {}) => {
		const { url, clientId, clientSecret } = buildium;
		const data = { environment: 'custom', baseUrl: url, clientId, clientSecret, ...more };
		const { id } = await rig.session.createCredential({ name: `Test ${Math.random()}`, type: 'buildiumApi', data });
		return await rig.session.testCredential(id);
	};

	it('says yes, also to an address with a slash at its end', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(await test({ baseUrl: `${buildium.url}/` })).toMatchObject({ status: 'OK' });
	});

	it('tells wrong keys from a missing permission and from a wrong address', async () => {
		expect(await test({ clientSecret: 'wrong' })).toMatchObject({ status: 'Error', message: expect.stringContaining('Wrong keys') });
		buildium.setPermissions({ account: 'none' });
		expect(await test()).toMatchObject({ status: 'Error', message: expect.stringContaining('The keys are right, but') });
		buildium.setPermissions('edit');
		expect(await test({ baseUrl: `${buildium.url}/other` })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('no Buildium API at this address'),
		});
	});
});

describeInBrowser('the form in a browser', () => {
	let browser: Browser;
	let page: Page;
	let canvas: Canvas;
	let errors: string[];

	beforeAll(async () => {
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		errors = watchErrors(page);
		canvas = await Canvas.signIn(page, rig);
		const parameters = {
			title: 'Missed call',
			assignedToId: { __rl: true, mode: 'list', value: '' },
			firstName: '',
			additionalFields: { propertyId: { __rl: true, mode: 'list', value: '' }, unitId: { __rl: true, mode: 'list', value: '' } },
		};
		await canvas.open(await importSteps(rig, 'Form', [{ resource: 'contactRequest', operation: 'create', parameters }]));
	});
	afterAll(async () => await browser?.close());
	afterEach(() => expect(errors).toEqual([]));

	test('shows the node with its icon and what it does', async () => {
		expect(await canvas.icon('contactRequest create')).toBe('/icons/n8n-nodes-leasing/dist/nodes/Buildium/buildium.svg');
		await canvas.node('contactRequest create').getByText('Create a contact request').waitFor();
	});

	test('offers staff, properties and the units of the chosen property by name', async () => {
		const panel = await canvas.openPanel('contactRequest create');
		const input = (id: string): string => `input[data-test-id="${id}"], [data-test-id="${id}"] input`;
		const fieldOf = (field: string) => panel.getByTestId(`resource-locator-${field}`).locator(input('rlc-input'));
		const choose = async (field: string, typed: string, name: string): Promise<void> => {
			await fieldOf(field).click();
			await page.locator(input('rlc-search')).filter({ visible: true }).fill(typed);
			await page.getByTestId('rlc-item').filter({ hasText: name, visible: true }).first().click();
			expect(await fieldOf(field).inputValue()).toBe(name);
		};
		await choose('assignedToId', 'whit', 'Dana Whitaker');
		await choose('propertyId', 'maple', 'Maple Court, Round Rock');
		await choose('unitId', '', 'Maple Court 101');
		expect(await canvas.messages()).toEqual([]);
		await takePicture(page, 'buildium-contact-request');
	});
});

/**
 * Template 11 on a real n8n with pretend Twilio and Buildium: who calls is recognized, renters alone get the text, and every
 * call is in Buildium once, whatever Buildium does meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import type { BuildiumSandbox } from '../../sandbox/buildium';
import { LINES, PORTFOLIO } from '../../sandbox/start/company';
import { fillTemplate, Template } from '../../sandbox/start/fillTemplate';
import { startRig, type Rig } from './support/rig';
import { eventually } from './support/story';
import { recordsOf } from './support/writeBack';

const FOLDER = path.resolve(__dirname, '../../workflows-templates');
const LINE = LINES[0].phone;

function template(folder: string): Template {
	return Template.parse(JSON.parse(readFileSync(path.join(FOLDER, folder, 'workflow.json'), 'utf8')));
}

describe('missed call text-back with Buildium, on a real n8n', () => {
	let rig: Rig;
	let buildium: BuildiumSandbox;
	let renter = 0;

	beforeAll(async () => {
		rig = await startRig({ buildium: {} });
		if (!rig.buildium) throw new Error('The rig has no Buildium stand-in.');
		buildium = rig.buildium;
		const { workflow, settingsStart } = fillTemplate(template('11-missed-call-text-back-buildium'), randomUUID);
		const changes: Record<string, Record<string, unknown>> = {
			'Queue for Buildium': { assignTo: { __rl: true, mode: 'id', value: String(buildium.people.staff.id) } },
			// The pauses of a day in seconds: what is waited for is the same.
			'Leasing Work Trigger': { options: { attempts: 20, firstPauseSeconds: 1, longestPauseMinutes: 1 } },
		};
		const nodes = workflow.nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...changes[node.name] } }));
		const { id } = await rig.session.createWorkflow(await assignCredentials(rig.session, { ...workflow, nodes }, rig.credentials));
		expect(await rig.session.runManually(id, settingsStart)).toMatchObject({ status: 'success', error: null });
		const sync = await rig.session.createWorkflow(
			await assignCredentials(rig.session, template('10-buildium-directory-sync'), rig.credentials),
		);
		const synced = await rig.session.runManually(sync.id, 'Every Hour');
		expect(synced).toMatchObject({ status: 'success', error: null });
		expect(synced.outputs.Summary?.[0]?.[0]).toMatchObject({
			complete: true,
			summary: expect.stringContaining('The directory is up to date.'),
		});
		await rig.session.publish(id);
	}, 240_000);
	afterAll(async () => await rig?.stop());

	interface Call {
		who: string;
		from: string;
		sid: string;
	}

	/** Rings the line and waits until it is known as missed. */
	async function call(who: string, from: string): Promise<Call> {
		const placed = rig.sandbox.placeCall({ to: LINE, from });
		await placed.ended;
		return { who, from, sid: placed.sid };
	}

	const keyOf = ({ sid }: Call) => `missed_call:twilio:${sid}`;
	const workOf = async (one: Call) => await rig.store.work.byKey('buildium_write_back', `${PORTFOLIO}:${keyOf(one)}`);
	const written = async (one: Call) => {
		const writeBack = await rig.store.writeBacks.get({ portfolio: PORTFOLIO, provider: 'buildium', key: keyOf(one) });
		return writeBack?.state === 'written' && writeBack;
	};

	const recordsLeftBy = (one: Call): string[] => recordsOf(buildium, [keyOf(one)]);

	const newNumber = () => `+1737555${String(120 + (renter += 1)).padStart(4, '0')}`;

	/** The five of the promise: whom Buildium knows, a renter whom we know, and somebody new. */
	async function callAll(): Promise<Call[]> {
		const { resident, rentalOwner, vendor } = buildium.people;
		return await Promise.all([
			call('resident', resident.phone),
			call('owner', rentalOwner.phone),
			call('vendor', vendor.phone),
			call('known renter', known.from),
			call('stranger', newNumber()),
		]);
	}
	let known: Call;

	const RIGHT: Record<string, string[]> = {
		resident: ['phoneLog'],
		owner: ['phoneLog'],
		vendor: ['phoneLog'],
		'known renter': ['message'],
		stranger: ['contactRequest'],
	};
	async function expectRight(calls: Call[], timeoutMs = 60_000): Promise<void> {
		for (const one of calls) await eventually(`the record of the ${one.who} in Buildium`, async () => await written(one), timeoutMs);
		expect(Object.fromEntries(calls.map((one) => [one.who, recordsLeftBy(one)]))).toEqual(RIGHT);
	}

	test('a call from somebody new becomes one text, one lead and one contact request', async () => {
		known = await call('stranger', newNumber());
		await eventually('the contact request', async () => await written(known));
		expect(recordsLeftBy(known)).toEqual(['contactRequest']);
		await eventually('the text', () => rig.sandbox.messages({ to: known.from }).length === 1);
		expect(await rig.store.leads.search({ portfolio: PORTFOLIO, text: known.from, limit: 5 })).toHaveLength(1);
	});

	test('resident, owner, vendor, known renter and stranger: each the right record, once', async () => {
		const calls = await callAll();
		await expectRight(calls);
		for (const one of calls.slice(0, 3)) {
			// No leasing text and no lead, but a person calls back.
			expect(rig.sandbox.messages({ to: one.from, direction: 'outbound-api' })).toEqual([]);
			expect(await rig.store.leads.search({ portfolio: PORTFOLIO, text: one.from, limit: 5 })).toEqual([]);
			expect(await rig.store.tasks.byKey(PORTFOLIO, `call_back:twilio:${one.sid}`)).toMatchObject({
				kind: 'call_back',
				title: expect.stringContaining(`(${one.who}`),
			});
		}
		const stored = await rig.store.calls.byProviderId('twilio', calls[0]?.sid ?? '');
		const story = (await rig.store.timeline.ofCall(stored?.id ?? '')).map(({ sentence }) => sentence);
		expect(story).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^Recognized/),
				'To be written to Buildium as a phone log.',
				expect.stringMatching(/^Written to Buildium as a phone log/),
			]),
		);
	});

	test('Buildium is down: texts go out all the same, and everything is there once when it is back', async () => {
		buildium.faults.down('unreachable');
		const calls = await callAll();
		const stranger = calls[4];
		await eventually('the text to the stranger', () => rig.sandbox.messages({ to: stranger?.from ?? '' }).length === 1);
		for (const one of calls)
			await eventually(`three tries for the ${one.who}`, async () => ((await workOf(one))?.attempts ?? 0) >= 3, 90_000);
		expect(calls.flatMap(recordsLeftBy)).toEqual([]);
		buildium.faults.down(false);
		await expectRight(calls, 90_000);
	}, 240_000);

	test('Buildium does it but never answers: nothing is written twice', async () => {
		for (const status of [
			'timeout_after_write',
			'error_after_write',
			'drop_after_write',
			'error_after_write',
			'drop_after_write',
		] as const)
			buildium.faults.failNext({ match: /^(POST|PUT) /, status });
		await expectRight(await callAll(), 150_000);
		buildium.faults.clear();
	}, 240_000);

	test('fifty times 429: everything is there once', async () => {
		buildium.requests.length = 0;
		buildium.faults.failNext({ status: 429, times: 50 });
		await expectRight(await callAll(), 150_000);
		expect(buildium.requests.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(50);
	}, 240_000);

	test('kill -9 in the middle of writing: everything is there once', async () => {
		buildium.faults.slow(3_000);
		const calls = await callAll();
		await eventually('a request under way', async () => await rig.store.writeBacks.isUnderWay('buildium', 0));
		await rig.killAndRestart();
		buildium.faults.slow(0);
		await expectRight(calls, 240_000);
	}, 360_000);
});

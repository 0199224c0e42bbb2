/** The whole way on a real n8n, and what is left of it after a kill -9. */
import { randomUUID } from 'node:crypto';
import { LINES } from '../../sandbox/start/company';
import { startRig, type Rig } from './support/rig';

const LINE = LINES[0].phone;

describe('missed call text-back on a real n8n', () => {
	let rig: Rig;
	let workflowId: string;

	beforeAll(async () => {
		rig = await startRig();
		workflowId = await rig.installTemplate();
	});
	afterAll(async () => await rig?.stop());

	/** Calls, lets it ring out, and waits for the workflow's run for this call. */
	async function missedCall(from: string): Promise<void> {
		const began = Date.now();
		await rig.sandbox.placeCall({ to: LINE, from }).ended;
		const run = await rig.session.waitForExecution(workflowId, (one) => Date.parse(one.startedAt) >= began && one.mode !== 'manual');
		expect(run).toMatchObject({ status: 'success', error: null });
		await rig.sandbox.waitForMessage((message) => message.to === from && message.status === 'delivered');
	}

	test('publishing points the line at this n8n', () => {
		expect(String(rig.sandbox.number(LINE).voice_url)).toContain(`${rig.n8n.url}/webhook/`);
	});

	test('a call that nobody answers becomes one text, one lead and one call-back task', async () => {
		await missedCall('+17375550123');
		expect(rig.sandbox.messages({ to: '+17375550123' })).toHaveLength(1);
		const leads = await rig.store.leads.search({ portfolio: 'main', text: '+17375550123', limit: 5 });
		expect(leads).toHaveLength(1);
		expect(
			await rig.store.tasks.list({ portfolio: 'main', leadId: leads[0]?.id ?? randomUUID(), kind: 'call_back', limit: 5 }),
		).toHaveLength(1);
		expect(rig.sandbox.violations()).toEqual([]);
		expect(rig.sandbox.alerts()).toEqual([]);
	});

	test('after kill -9 and a new start the same line works without publishing again', async () => {
		await rig.killAndRestart();
		await missedCall('+12105550123');
		expect(rig.sandbox.messages({ to: '+12105550123' })).toHaveLength(1);
		// The renter of before is not texted a second time by the restart.
		expect(rig.sandbox.messages({ to: '+17375550123' })).toHaveLength(1);
	});
});

/** The longest that a phone system may be kept waiting: the store is locked for longer than anybody waits for a lock. */
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';
import { TriggerRig } from '../support/triggerRig';
import { missedCallDescription } from '../Twilio/support/missedCallDescription';
import { whileLocked } from './phoneTrigger';

jest.setTimeout(30_000);

describe('a store that is locked for long', () => {
	const temp = useTempStore();
	let twilio: TwilioSandbox;
	beforeAll(async () => void (twilio = await startTwilioSandbox()));
	afterAll(async () => await twilio.close());

	it('nothing is acknowledged, and the repeat is taken', async () => {
		await saveCompany(temp);
		const { nodeType, parameters, credentials, nobodyAnswered } = missedCallDescription(() => twilio);
		const rig = new TriggerRig({ nodeType, parameters, credentials: { ...credentials(), ...temp.credentials } });
		const [request] = nobodyAnswered({ index: 1, from: '+15125550123', to: '+15125550100' }, rig.address());
		if (!request) throw new Error('There is nothing to send.');
		expect((await whileLocked(temp, 20_000, async () => await rig.deliver(request))).status).toBe(503);
		const { events } = await temp.store();
		expect(await events.countByState(rig.consumer)).toMatchObject({ waiting: 0 });
		expect((await rig.deliver(request)).status).toBe(200);
		expect(await events.countByState(rig.consumer)).toMatchObject({ waiting: 1 });
	});
});

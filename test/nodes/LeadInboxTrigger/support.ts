import { createHmac } from 'node:crypto';

import { LeadInboxTrigger } from '../../../nodes/LeadInboxTrigger/LeadInboxTrigger.node';
import type { StoredEvent } from '../../../store/port';
import type { TestCredentials } from '../support/credentials';
import { saveCompany } from '../support/samples';
import { useTempStore, type TempStore } from '../support/tempStore';
import { TriggerRig, type Delivered, type Purpose } from '../support/triggerRig';

export const SECRET = 'a-good-secret';
export const sign = (body: string, encoding: 'hex' | 'base64' = 'hex', algorithm = 'sha256', key = SECRET): string =>
	createHmac(algorithm, key).update(body).digest(encoding);

export interface Sent {
	body?: string | Buffer;
	headers?: Record<string, string>;
	query?: string;
	ip?: string;
	method?: 'GET' | 'POST';
	purpose?: Purpose;
}

export interface Inboxes {
	temp: TempStore;
	make(parameters: Record<string, unknown>, credentials?: TestCredentials, onEmit?: 'fail first'): TriggerRig;
	send(rig: TriggerRig, sent: Sent): Promise<Delivered>;
	counts(rig: TriggerRig): Promise<Record<StoredEvent['state'], number>>;
	/** Starts the published trigger, and waits until so many runs have begun and all are done. */
	run(rig: TriggerRig, runs: number): Promise<object[]>;
}

/** A Lead Inbox Trigger in n8n-core's own contexts, and a store of its own. */
export function useInboxes(): Inboxes {
	const temp = useTempStore();
	const rigs: TriggerRig[] = [];
	beforeEach(async () => void (await saveCompany(temp)));
	afterEach(async () => {
		for (const rig of rigs.splice(0)) await rig.shutDown();
	});
	const counts = async (rig: TriggerRig) => await (await temp.store()).events.countByState(rig.consumer);

	return {
		temp,
		counts,
		make(parameters, credentials = { leadInboxApi: { secret: SECRET } }, onEmit) {
			const rig = new TriggerRig({
				nodeType: LeadInboxTrigger,
				parameters,
				credentials: { ...temp.credentials, ...credentials },
				onEmit: (emitted) => emitted.end(onEmit === 'fail first' && rig.emitted.length === 1 ? 'the workflow broke' : undefined),
			});
			rigs.push(rig);
			return rig;
		},
		send: async (rig, { body = '', headers = {}, query = '', ip = '203.0.113.7', method = 'POST', purpose = 'live' }) =>
			await rig.deliver({ url: `${rig.address(purpose)}${query}`, headers: { ...headers }, body, method, ip }, purpose),
		async run(rig, runs) {
			await rig.publish();
			const deadline = Date.now() + 10_000;
			for (;;) {
				const { waiting, running } = await counts(rig);
				if (rig.emitted.length >= runs && waiting + running === 0) break;
				if (Date.now() > deadline) throw new Error(`Only ${rig.emitted.length} runs, ${waiting} wait and ${running} run.`);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
			return rig.emitted.map(({ json }) => json);
		},
	};
}

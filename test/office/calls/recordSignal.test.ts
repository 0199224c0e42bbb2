import type { CallSignal } from '../../../leasing/call/signal';
import { lineOf } from '../../../office/calls/lineOf';
import { recordSignal } from '../../../office/calls/recordSignal';
import { openStore } from '../../../store/openStore';
import type { NewCall, Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company, LINE } from '../../nodes/shared/company';

const CONSUMER = 'workflow:trigger';
const ENDED: CallSignal = { kind: 'ended', result: 'taken', durationSeconds: 9, via: 'lookup' };
const ACCEPTED: CallSignal = { kind: 'accepted' };
const PICKED_UP: CallSignal = { kind: 'legs_seen', answered: true, count: 1 };
const BRIDGED: CallSignal = { kind: 'ringing_ended', legKey: 'CA2', result: 'answered', conversed: true };

describe('a call that staff accepted with 1', () => {
	const clock = heldClock();
	const folder = tempFolder();
	let store: Store;
	let calls = 0;

	beforeAll(async () => {
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterAll(async () => {
		await store.close();
		folder.remove();
	});

	async function hear(signals: CallSignal[]) {
		const call: NewCall = {
			portfolio: company.key,
			provider: 'twilio',
			providerCallId: `CA${++calls}`,
			mode: 'ring_staff',
			consumer: CONSUMER,
			callerRaw: '+15125550123',
			callerE164: '+15125550123',
			callerName: null,
			withheld: false,
			lineE164: LINE,
			lineLabel: 'Gate sign',
			propertyKey: null,
			forwardedFrom: null,
			startedAt: clock.now(),
			screening: true,
			raw: {},
		};
		for (const signal of signals) {
			await recordSignal(
				{ store, clock, consumer: CONSUMER, recordEvent: true, verified: 'signature' },
				{ call, line: await lineOf(store, LINE) },
				signal,
			);
		}
		const stored = await store.calls.byProviderId('twilio', call.providerCallId);
		const tasks = await store.tasks.list({ portfolio: company.key, state: 'open', callId: stored?.id ?? '', limit: 5 });
		const event = await store.events.byKey(CONSUMER, `missed_call:twilio:${call.providerCallId}`);
		return { state: stored?.state, tasks, event };
	}

	test('and whose bridge was reported: answered, and nobody has to do anything', async () => {
		expect(await hear([{ kind: 'incoming' }, ACCEPTED, BRIDGED, ENDED])).toEqual({ state: 'answered', tasks: [], event: null });
	});

	test('and whose end only a look-up found: answered, no text, and a person asks whether they were connected', async () => {
		const { state, tasks, event } = await hear([{ kind: 'incoming' }, ACCEPTED, ENDED, PICKED_UP, PICKED_UP]);
		expect({ state, event }).toEqual({ state: 'answered', event: null });
		expect(tasks).toMatchObject([{ title: expect.stringContaining('(512) 555-0123'), reasons: [{ code: 'connection_unseen' }] }]);
	});
});

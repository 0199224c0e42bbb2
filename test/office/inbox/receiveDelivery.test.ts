import { bytesOf, deliveredBody, readDelivery } from '../../../leasing/inbox/delivery';
import { HOUR, MINUTE } from '../../../leasing/time';
import { giveUpDelivery } from '../../../office/inbox/giveUpDelivery';
import { receiveDelivery, type IncomingDelivery } from '../../../office/inbox/receiveDelivery';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company } from '../../nodes/shared/company';

const TRIGGER = 'workflow:trigger';

describe('receiving a delivered lead', () => {
	let clock: HeldClock;
	let store: Store;
	let folder: ReturnType<typeof tempFolder>;

	beforeEach(async () => {
		folder = tempFolder();
		clock = heldClock();
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterEach(async () => {
		await store.close();
		folder.remove();
	});

	const incoming = (bytes: Buffer): IncomingDelivery => ({
		portfolio: 'main',
		via: 'webhook',
		sender: 'other',
		name: 'Tour page',
		channel: 'form',
		source: null,
		contentType: 'application/json',
		headers: {},
		query: {},
		body: deliveredBody(bytes),
		doubts: [],
	});
	const receive = async (text: string, within = 10 * MINUTE) => {
		const bytes = Buffer.from(text);
		return await receiveDelivery({ store, clock }, TRIGGER, incoming(bytes), { bytes, within });
	};
	const count = async () => (await store.events.countByState(TRIGGER)).waiting;

	it('keeps the bytes as they came, whatever they are', async () => {
		const odd = Buffer.from([0x6e, 0x61, 0xef, 0x76, 0xe9, 0x00, 0xff]);
		await receiveDelivery({ store, clock }, TRIGGER, incoming(odd), { id: 'a' });
		const [event] = await store.events.claim(TRIGGER, 'me', 5, clock.now(), clock.now() + 1);
		const delivery = readDelivery(event?.payload);
		expect(bytesOf(delivery.body)).toEqual(odd);
		expect(delivery).toMatchObject({
			event: 'lead_delivery',
			deliveryId: 'id:a',
			receivedAt: '2026-11-17T18:00:00.000Z',
			name: 'Tour page',
		});
	});

	it('takes a delivery with an ID once for ever, and another ID with the same words as another', async () => {
		const send = async (id: string) => await receiveDelivery({ store, clock }, TRIGGER, incoming(Buffer.from('x')), { id });
		expect((await send('1')).repeated).toBe(false);
		clock.advance(400 * 24 * HOUR);
		expect((await send('1')).repeated).toBe(true);
		expect((await send('2')).repeated).toBe(false);
		expect(await count()).toBe(2);
	});

	it('takes the same words within the window as one, also over its edge, and later as another', async () => {
		clock.set(Date.parse('2026-11-17T18:09:59.000Z'));
		expect((await receive('{"name":"Ann"}')).repeated).toBe(false);
		clock.advance(2_000);
		expect((await receive('{"name":"Ann"}')).repeated).toBe(true);
		expect((await receive('{"name":"Bob"}')).repeated).toBe(false);
		clock.advance(10 * MINUTE);
		expect((await receive('{"name":"Ann"}')).repeated).toBe(false);
		expect(await count()).toBe(3);
	});

	it('is not deceived by a clock that is set back in between', async () => {
		await receive('{"name":"Ann"}');
		clock.advance(-5 * MINUTE);
		expect((await receive('{"name":"Ann"}')).repeated).toBe(true);
		expect(await count()).toBe(1);
	});

	it('keeps what belongs to it in the same transaction, and not again for a repeat', async () => {
		const bytes = Buffer.from('x');
		let written = 0;
		const send = async () =>
			await receiveDelivery({ store, clock }, TRIGGER, incoming(bytes), { id: '1' }, async () => {
				written++;
				if (written === 1) throw new Error('the disk is full');
			});
		await expect(send()).rejects.toThrow('the disk is full');
		expect(await count()).toBe(0);
		await send();
		await send();
		expect([written, await count()]).toEqual([2, 1]);
	});

	it('tells a person when the workflow failed every time', async () => {
		await receive('{"name":"Ann"}');
		const [event] = await store.events.claim(TRIGGER, 'me', 5, clock.now(), clock.now() + 1);
		if (!event) throw new Error('nothing was kept');
		await giveUpDelivery(store, clock, event, 'the node is gone.', 'Zillow');
		expect(await store.tasks.list({ portfolio: 'main', state: 'open', limit: 5 })).toMatchObject([
			{ kind: 'failed_event', priority: 1, title: expect.stringContaining('A lead from Zillow was not handled') },
		]);
	});
});

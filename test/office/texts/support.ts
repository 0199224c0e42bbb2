/** A store with one company in it, and texts planned there as the office plans them. */
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { MINUTE } from '../../../leasing/time';
import { openStore } from '../../../store/openStore';
import type { Hookup, NewText, Store } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company, LINE } from '../../nodes/shared/company';

export const RENTER = '+15125550123';
export const OTHER_LINE = '+15125550102';

export interface OfficeOfTest {
	clock: HeldClock;
	store: Store;
	/** Plans a text of LINE to RENTER that may go out now. @returns its id */
	plan(changes?: Partial<NewText>): Promise<string>;
	/** Hooks a line up to a published trigger. */
	hookUp(changes?: Partial<Hookup>): Promise<void>;
}

/** A fresh one for each test. */
export function useOffice(): OfficeOfTest {
	const office = {} as OfficeOfTest;
	let folder: ReturnType<typeof tempFolder>;
	beforeEach(async () => {
		folder = tempFolder();
		const clock = heldClock();
		const store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
		Object.assign(office, { clock, store });
	});
	afterEach(async () => {
		await office.store.close();
		folder.remove();
	});

	office.plan = async (changes = {}) => {
		const now = office.clock.now();
		const { text } = await office.store.texts.plan({
			portfolio: 'main',
			key: 'twilio:CA1:missed_call_reply',
			purpose: 'missed_call_reply',
			leadId: null,
			callId: null,
			provider: 'twilio',
			phone: RENTER,
			line: LINE,
			body: 'Hi, this is Maple. Sorry we missed your call. Reply STOP to opt out.',
			segments: 1,
			state: 'planned',
			dueAt: now,
			expiresAt: now + 10 * MINUTE,
			eventAt: now,
			guard: { toRaw: changes.phone ?? RENTER, directReply: true, propertyKey: null, policy: defaultTextPolicy },
			reasons: [],
			...changes,
		});
		return text.id;
	};
	office.hookUp = async (changes = {}) =>
		await office.store.hookups.save({
			provider: 'twilio',
			phone: LINE,
			channel: 'text',
			purpose: 'live',
			providerNumberId: 'PN1',
			consumer: 'workflow:trigger',
			previous: {},
			ours: {},
			textStatusUrl: 'https://n8n.example.com/webhook/1/twilio?step=text',
			installedAt: office.clock.now(),
			...changes,
		});
	return office;
}

import { leaveHousehold } from '../../../office/leads/leaveHousehold';
import { mergeTwo } from '../../../office/leads/mergeTwo';
import { undoMerge } from '../../../office/leads/undoMerge';
import { wholeLead } from '../../../office/leads/wholeLead';
import { recordOptOut } from '../../../office/optOuts/recordOptOut';
import { optOutStatus } from '../../../office/optOuts/optOutStatus';
import { typedPhone } from '../../../leasing/phone/typedPhone';
import type { Store } from '../../../store/port';
import { come, contact, NOON } from '../../nodes/DeduplicateLead/support';
import { useTempStore } from '../../nodes/support/tempStore';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';

const temp = useTempStore();
/** The store's own, since an undo asks what came in after the merge. */
const clock = { now: () => Date.now() };
const dana = { by: 'Dana', note: 'same voice' };
let store: Store;

beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

async function leadOf(name: string, phone: string): Promise<string> {
	const { lead } = await come(store, contact({ name, phones: [phone] }));
	if (!lead) throw new Error(`${name} became no lead.`);
	return lead.id;
}

/** As a page for staff calls them: without any node. */
describe('what a person does to leads', () => {
	it('a merge shows on the one lead, with either id, and is undone by the id of the merged lead', async () => {
		const [keptId, mergedId] = [await leadOf('Ana Ruiz', '512-555-0123'), await leadOf('Bea Ott', '512-555-0124')];
		const { merge } = await mergeTwo({ store, clock }, { keptId, mergedId }, dana);
		const whole = await wholeLead(store, mergedId);
		expect(whole).toMatchObject({ lead: { id: keptId }, people: ['Ana Ruiz', 'Bea Ott'], merges: [{ id: merge.id, by: 'Dana' }] });
		expect(whole.identities.map(({ value }) => value).sort()).toEqual(['+15125550123', '+15125550124']);
		// Of two call-backs to one renter, one stays.
		expect(whole.openTasks).toMatchObject([{ kind: 'call_back', leadId: keptId }]);
		await expect(mergeTwo({ store, clock }, { keptId, mergedId }, dana)).rejects.toThrow('These two are one lead already.');

		const undone = await undoMerge({ store, clock }, mergedId, dana);
		expect(undone).toMatchObject({ mergeId: merge.id, alreadyUndone: false, kept: { id: keptId }, merged: { id: mergedId } });
		expect(await undoMerge({ store, clock }, merge.id, dana)).toMatchObject({ alreadyUndone: true, movedInquiryIds: [] });
		expect((await wholeLead(store, mergedId)).people).toEqual(['Bea Ott']);
	});

	it('who left a household leaves it once', async () => {
		const [one, other] = [await leadOf('Ana Ruiz', '512-555-0123'), await leadOf('Bea Ott', '512-555-0124')];
		await store.households.join([one, other], 'Dana', NOON);
		expect(await leaveHousehold({ store, clock }, one, dana)).toMatchObject({ lead: { id: one }, leftLeadIds: [other] });
		expect(await leaveHousehold({ store, clock }, one, dana)).toMatchObject({ leftLeadIds: [] });
		const told = (await store.timeline.ofLead(one)).filter(({ kind }) => kind === 'household');
		expect(told).toMatchObject([{ sentence: 'Dana took this lead out of its household.', reasons: [{ sentence: 'same voice' }] }]);
	});

	it('an opt-out is told to whoever has the number, and stands for a number that is nobody\u2019s', async () => {
		const leadId = await leadOf('Ana Ruiz', '512-555-0123');
		const wish = { settings: SETTINGS, action: 'out' as const, evidence: 'Said so to Dana' };
		expect(await recordOptOut({ store, clock }, { ...wish, phone: typedPhone('(512) 555-0123', 'US') })).toMatchObject({
			leadIds: [leadId],
		});
		expect(await recordOptOut({ store, clock }, { ...wish, phone: typedPhone('512.555.0199', 'US') })).toMatchObject({ leadIds: [] });
		expect(await optOutStatus(store, SETTINGS.key, '+15125550199')).toMatchObject({ optedOut: true, since: expect.any(Number) });
		expect(() => typedPhone('call me', 'US')).toThrow('Phone Number holds no phone number.');
	});
});

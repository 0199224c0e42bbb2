import type { IDataObject } from 'n8n-workflow';

import { LookUpCaller } from '../../../nodes/LookUpCaller/LookUpCaller.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import type { DirectoryOf, NewPerson } from '../../../store/port';
import { runNode } from '../support/runNode';
import { missedCall, saveCompany, STAFF_PHONE } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const OF: DirectoryOf = { portfolio: 'main', provider: 'buildium' };
const RESIDENT = '+15125550131';
const OWNER = '+15125550132';
const VENDOR = '+15125550133';
const FORMER = '+15125550134';

function person(change: Partial<NewPerson>): NewPerson {
	return {
		kind: 'resident',
		providerId: '101',
		firstName: 'Ana',
		lastName: 'Ruiz',
		fullName: 'Ana Ruiz',
		active: true,
		phones: [],
		emails: ['ana@example.com'],
		details: {},
		...change,
	};
}

function living(state: 'current' | 'past') {
	return { tenancies: [{ leaseId: '9', propertyId: '1', unitId: '11', unitNumber: '2B', from: '2026-01-01', to: null, state }] };
}

describe('Look Up Caller', () => {
	const temp = useTempStore();
	beforeEach(async () => {
		await saveCompany(temp);
		const { directory } = await temp.store();
		await directory.savePlaces(
			OF,
			[{ kind: 'property', providerId: '1', propertyId: '1', name: 'Cedar Grove', active: true, details: {} }],
			1,
		);
		await directory.savePeople(
			OF,
			[
				person({ phones: [RESIDENT], details: living('current') }),
				person({ kind: 'owner', providerId: '7', fullName: 'Ben Old', phones: [OWNER] }),
				person({ kind: 'vendor', providerId: '8', fullName: 'Quick Plumbing', phones: [VENDOR], details: { trade: 'Plumbing' } }),
				person({ providerId: '55', fullName: 'Gone Guy', phones: [FORMER], details: living('past') }),
			],
			1,
		);
	});

	/** The output's number and the item in it. */
	const run = async (item: object, parameters: Record<string, unknown> = {}) => {
		const { json } = await runNode({ nodeType: LookUpCaller, items: [item], parameters, credentials: temp.credentials });
		const output = json.findIndex((items) => items.length > 0);
		return { output, item: json[output]?.[0] as { who: IDataObject; task?: IDataObject; event?: string } };
	};

	it.each([
		['a resident', RESIDENT, 1, 'resident', 'Call back Ana Ruiz (resident, unit 2B, Cedar Grove), (512) 555-0131'],
		['an owner', OWNER, 2, 'owner', 'Call back Ben Old (owner), (512) 555-0132'],
		['a vendor', VENDOR, 3, 'vendor', 'Call back Quick Plumbing (vendor), (512) 555-0133'],
	])('%s gets a task and not the way of renters', async (_, from, output, kind, title) => {
		const found = await run(missedCall(from));
		expect(found).toMatchObject({
			output,
			item: { event: 'missed_call', who: { kind }, task: { title, kind: 'call_back', owner: 'Dana', leadId: null } },
		});
		expect(await (await temp.store()).tasks.list({ portfolio: 'main', limit: 5 })).toHaveLength(1);
	});

	it('opens one task for one call, however often it runs', async () => {
		const call = missedCall(RESIDENT);
		const first = await run(call);
		expect((await run(call)).item.task?.id).toBe(first.item.task?.id);
		expect(await (await temp.store()).tasks.list({ portfolio: 'main', limit: 5 })).toHaveLength(1);
	});

	it.each([
		['a stranger', '+15125550199', 'stranger'],
		['somebody who moved out', FORMER, 'stranger'],
		['a hidden number', '+266696687', 'nobody'],
	])('%s goes the way of renters, unchanged and without a task', async (_, from, kind) => {
		const call = missedCall(from);
		const { output, item } = await run(call);
		expect({ output, kind: item.who.kind, task: item.task }).toEqual({ output: 0, kind, task: undefined });
		expect(item).toMatchObject(JSON.parse(JSON.stringify(call)) as object);
		expect(
			(await runNode({ nodeType: NormalizeLead, parameters: { input: 'missedCall' }, items: [item], credentials: temp.credentials }))
				.json[0],
		).toHaveLength(1);
	});

	it('a member of staff goes their own way, without a task', async () => {
		expect(await run(missedCall(STAFF_PHONE))).toMatchObject({ output: 4, item: { who: { kind: 'staff' } } });
		expect(await (await temp.store()).tasks.list({ portfolio: 'main', limit: 5 })).toEqual([]);
	});

	it('tells who it is without a task when that is not wanted, and for a bare number', async () => {
		expect((await run(missedCall(RESIDENT), { openTask: false })).item.task).toBeUndefined();
		const { output, item } = await run({ number: '512 555 0133' }, { phone: '={{ $json.number }}' });
		expect({ output, who: item.who }).toMatchObject({
			output: 3,
			who: {
				kind: 'vendor',
				person: { provider: 'buildium', id: '8', trade: 'Plumbing' },
				phoneDisplay: '(512) 555-0133',
				reasons: [{ code: 'caller_vendor' }],
			},
		});
	});

	it('reads the number of an inquiry', async () => {
		const { json } = await runNode({
			nodeType: NormalizeLead,
			parameters: { input: 'missedCall' },
			items: [missedCall(OWNER)],
			credentials: temp.credentials,
		});
		expect(await run(json[0]?.[0] ?? {})).toMatchObject({ output: 2, item: { inquiry: { channel: 'call' }, who: { kind: 'owner' } } });
	});

	it('says so when there is no number to look up', async () => {
		await expect(run({ hello: 1 })).rejects.toMatchObject({ message: 'Phone is empty, and the item holds no phone number.' });
	});
});

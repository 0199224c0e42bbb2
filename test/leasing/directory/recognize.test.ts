import type { DirectoryPerson, Tenancy } from '../../../leasing/directory/directory';
import { recognizeCaller, type CallerFacts } from '../../../leasing/directory/recognize';

const TODAY = '2026-11-20';

function tenancy(change: Partial<Tenancy> = {}): Tenancy {
	return {
		leaseId: '9',
		propertyId: '1',
		unitId: '11',
		unitNumber: '2B',
		from: '2026-01-01',
		to: '2026-12-31',
		state: 'current',
		...change,
	};
}

function person(change: Partial<DirectoryPerson> = {}): DirectoryPerson {
	const kind = change.kind ?? 'resident';
	return {
		provider: 'buildium',
		kind,
		providerId: '101',
		firstName: 'Ana',
		lastName: 'Ruiz',
		fullName: 'Ana Ruiz',
		active: true,
		details: kind === 'resident' ? { tenancies: [tenancy()] } : {},
		...change,
	};
}

function who(people: DirectoryPerson[], change: Partial<CallerFacts<DirectoryPerson>> = {}) {
	const caller = recognizeCaller({ phoneClass: 'personal', people, leads: [], today: TODAY, directoryIsEmpty: false, ...change });
	return { ...caller, codes: caller.reasons.map(({ code }) => code) };
}

const owner = person({ kind: 'owner', providerId: '7' });
const vendor = person({ kind: 'vendor', providerId: '8', fullName: 'Quick Plumbing' });
const staff = person({ kind: 'staff', providerId: '3', fullName: 'Dana Field' });
const applicant = person({ kind: 'applicant', providerId: '55', details: { status: 'Undecided' } });

describe('who is this caller', () => {
	it.each([
		['a resident', [person()], 'resident', '101'],
		['a resident who is owner, vendor, staff and applicant, too', [applicant, staff, vendor, owner, person()], 'resident', '101'],
		['an owner before a vendor', [vendor, owner], 'owner', '7'],
		['a vendor before staff', [staff, vendor], 'vendor', '8'],
		['staff before an applicant', [applicant, staff], 'staff', '3'],
		['an inactive owner who is a vendor', [person({ kind: 'owner', active: false }), vendor], 'vendor', '8'],
	])('%s', (_, people, kind, providerId) => {
		expect(who(people)).toMatchObject({ kind, person: { providerId } });
		expect(who([...people].reverse())).toMatchObject({ kind, person: { providerId } });
	});

	it('knows renters by their application first, then by their lead, and calls all others strangers', () => {
		expect(who([applicant], { leads: [{ id: 'lead_1', fullName: 'Ana Ruiz' }] })).toMatchObject({
			kind: 'known_renter',
			person: null,
			applicant: { providerId: '55' },
			leadId: 'lead_1',
			codes: ['caller_applicant'],
		});
		expect(who([], { leads: [{ id: 'lead_1', fullName: null }] })).toMatchObject({
			kind: 'known_renter',
			leadId: 'lead_1',
			codes: ['caller_known_renter'],
		});
		expect(
			who([], {
				leads: [
					{ id: 'lead_1', fullName: 'A' },
					{ id: 'lead_2', fullName: 'B' },
				],
			}),
		).toMatchObject({ kind: 'known_renter', leadId: null });
		expect(who([])).toMatchObject({ kind: 'stranger', leadId: null, codes: ['caller_stranger'] });
	});

	it('takes the newest of several applications', () => {
		expect(who([applicant, person({ kind: 'applicant', providerId: '120', details: { status: 'New' } })]).applicant?.providerId).toBe(
			'120',
		);
	});

	it('does not take somebody who moved out for a resident', () => {
		const moved = person({ details: { tenancies: [tenancy({ state: 'past', to: '2025-12-31' })] } });
		expect(who([moved])).toMatchObject({ kind: 'stranger', codes: ['caller_stranger', 'caller_lived_here'] });
		expect(who([moved, vendor])).toMatchObject({ kind: 'vendor' });
	});

	it('takes somebody who has signed for a resident, and notices that the day has come', () => {
		const soon = person({ details: { tenancies: [tenancy({ state: 'future', from: '2026-12-01' })] } });
		expect(who([soon])).toMatchObject({ kind: 'resident', tenancy: { state: 'future' } });
		expect(who([soon]).reasons[0]?.sentence).toContain('moving in on 2026-12-01');
		expect(who([soon], { today: '2026-12-02' })).toMatchObject({ tenancy: { state: 'current' } });
	});

	it('uses one record of a household that shares a phone, and says so', () => {
		const partner = person({ providerId: '102', fullName: 'Bo Ruiz' });
		expect(who([partner, person()])).toMatchObject({
			kind: 'resident',
			person: { providerId: '101' },
			others: [{ providerId: '102' }],
			codes: ['caller_resident', 'caller_same_household'],
		});
	});

	it('guesses nobody when households that have nothing to do with each other share a phone', () => {
		const other = person({ providerId: '90', fullName: 'Chris Poe', details: { tenancies: [tenancy({ leaseId: '77' })] } });
		const caller = who([person(), other]);
		expect(caller).toMatchObject({ kind: 'resident', person: null, tenancy: null, codes: ['caller_shared_phone'] });
		expect(caller.others).toHaveLength(2);
		expect(caller.reasons[0]?.sentence).toContain('Chris Poe, Ana Ruiz');
	});

	it('takes one owner who was entered twice for one', () => {
		expect(who([owner, person({ kind: 'owner', providerId: '70', fullName: ' ana  ruiz' })])).toMatchObject({
			kind: 'owner',
			person: { providerId: '7' },
		});
	});

	it('mentions what else the number belongs to', () => {
		expect(who([person(), owner]).reasons.at(-1)).toEqual({ code: 'caller_also', sentence: 'The number also belongs to: owners.' });
	});

	it.each([
		['withheld', 'nobody', 'caller_withheld'],
		['own', 'nobody', 'caller_own_number'],
		['staff', 'staff', 'caller_staff_phone'],
	] as const)('a %s number is %s', (phoneClass, kind, code) => {
		expect(who([], { phoneClass })).toMatchObject({ kind, person: null, codes: [code] });
	});

	it('says that nothing was copied yet', () => {
		expect(who([], { directoryIsEmpty: true })).toMatchObject({ kind: 'stranger', codes: ['caller_stranger', 'directory_empty'] });
	});
});

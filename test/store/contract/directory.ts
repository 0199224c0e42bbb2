import type { DirectoryOf, NewPerson, NewPlace } from '../../../store/port';
import { NOON, RENTER } from './builders';
import type { StoreUnderTest } from './useStore';

const BUILDIUM: DirectoryOf = { portfolio: 'main', provider: 'buildium' };

export function newPerson(change: Partial<NewPerson> = {}): NewPerson {
	return {
		kind: 'resident',
		providerId: '101',
		firstName: 'Ana',
		lastName: 'Ruiz',
		fullName: 'Ana Ruiz',
		active: true,
		phones: [RENTER],
		emails: ['ana@example.com'],
		details: { tenancies: [{ leaseId: '9', propertyId: '1', unitId: '11', unitNumber: '2B', from: '2026-01-01', to: null, state: 'current' }] },
		...change,
	};
}

const CEDAR: NewPlace = { kind: 'property', providerId: '1', propertyId: '1', name: 'Cedar Grove', active: true, details: { managerId: '7' } };

export function directoryContract(test: StoreUnderTest): void {
	describe('directory', () => {
		it('gives a person back by phone, by e-mail and by id', async () => {
			const { directory } = test.store;
			expect(await directory.isEmpty('main')).toBe(true);
			expect(await directory.savePeople(BUILDIUM, [newPerson()], NOON)).toEqual({ added: 1, changed: 0, unchanged: 0 });
			expect(await directory.isEmpty('main')).toBe(false);
			const [byPhone] = await directory.byPhone('main', RENTER, 10);
			expect(byPhone).toMatchObject({ ...newPerson(), ...BUILDIUM });
			expect(await directory.byEmail('main', 'ana@example.com', 10)).toEqual([byPhone]);
			expect(await directory.person(BUILDIUM, 'resident', '101')).toEqual(byPhone);
			expect(await directory.person(BUILDIUM, 'owner', '101')).toBeNull();
			expect(await directory.byPhone('main', '+15125550199', 10)).toEqual([]);
		});

		it('replaces what changed, with its phones, and leaves the rest alone', async () => {
			const { directory } = test.store;
			const bo = newPerson({ providerId: '102', firstName: 'Bo', fullName: 'Bo Ruiz' });
			await directory.savePeople(BUILDIUM, [newPerson(), bo], NOON);
			const before = await directory.person(BUILDIUM, 'resident', '102');
			test.clock.advance(1_000);
			const moved = newPerson({ phones: ['+15125550177'], emails: [] });
			expect(await directory.savePeople(BUILDIUM, [moved, bo], NOON + 1)).toEqual({ added: 0, changed: 1, unchanged: 1 });
			expect((await directory.byPhone('main', RENTER, 10)).map(({ providerId }) => providerId)).toEqual(['102']);
			expect(await directory.byPhone('main', '+15125550177', 10)).toMatchObject([{ providerId: '101', emails: [] }]);
			expect(await directory.person(BUILDIUM, 'resident', '102')).toEqual(before);
		});

		it('takes pages of any length, with repeats in them', async () => {
			const { directory } = test.store;
			const many = Array.from({ length: 137 }, (_, index) => newPerson({ providerId: String(index), phones: [`+1512555${String(index).padStart(4, '0')}`, RENTER] }));
			expect(await directory.savePeople(BUILDIUM, [...many, ...many.slice(0, 7)], NOON)).toEqual({ added: 137, changed: 0, unchanged: 0 });
			expect(await directory.counts(BUILDIUM)).toEqual({ resident: 137 });
			expect(await directory.byPhone('main', '+15125550042', 10)).toMatchObject([{ providerId: '42' }]);
			expect(await directory.byPhone('main', RENTER, 5)).toHaveLength(5);
		});

		it('keeps providers and kinds with equal ids apart, and names the active first', async () => {
			const { directory } = test.store;
			await directory.savePeople(BUILDIUM, [newPerson({ active: false }), newPerson({ kind: 'vendor' })], NOON);
			await directory.savePeople({ portfolio: 'main', provider: 'other' }, [newPerson({ kind: 'owner' })], NOON);
			expect((await directory.byPhone('main', RENTER, 10)).map(({ kind, provider }) => `${kind} ${provider}`)).toEqual(['owner other', 'vendor buildium', 'resident buildium']);
			expect((await directory.listPeople(BUILDIUM, 'resident', 10)).length).toBe(0);
			expect((await directory.listPeople(BUILDIUM, 'vendor', 10)).length).toBe(1);
		});

		it('ends whom a whole pass did not see, until they are seen again', async () => {
			const { directory } = test.store;
			const gone = newPerson({ kind: 'staff', providerId: '1' });
			const here = newPerson({ kind: 'staff', providerId: '2' });
			await directory.savePeople(BUILDIUM, [gone, here], NOON);
			await directory.savePeople(BUILDIUM, [here], NOON + 5);
			expect(await directory.endUnseen(BUILDIUM, 'staff', NOON + 5)).toBe(1);
			expect(await directory.endUnseen(BUILDIUM, 'staff', NOON + 5)).toBe(0);
			expect((await directory.person(BUILDIUM, 'staff', '1'))?.active).toBe(false);
			expect(await directory.savePeople(BUILDIUM, [gone], NOON + 9)).toEqual({ added: 0, changed: 1, unchanged: 0 });
			expect((await directory.person(BUILDIUM, 'staff', '1'))?.active).toBe(true);
		});

		it('finds places by id and by name, but no name that two have', async () => {
			const { directory } = test.store;
			await directory.savePlaces(BUILDIUM, [CEDAR, { ...CEDAR, kind: 'unit', providerId: '11', name: '2B', details: { bedrooms: 2 } }], NOON);
			expect(await directory.place(BUILDIUM, 'property', '1')).toMatchObject({ ...CEDAR, ...BUILDIUM });
			expect(await directory.placeNamed(BUILDIUM, 'property', 'cedar-grove')).toMatchObject({ providerId: '1' });
			expect(await directory.placeNamed(BUILDIUM, 'unit', 'cedar-grove')).toBeNull();
			await directory.savePlaces(BUILDIUM, [{ ...CEDAR, providerId: '2', propertyId: '2', name: 'CEDAR  grove' }], NOON);
			expect(await directory.placeNamed(BUILDIUM, 'property', 'cedar-grove')).toBeNull();
			expect(await directory.counts(BUILDIUM)).toEqual({ property: 2, unit: 1 });
		});

		it('moves a cursor only from where it was read', async () => {
			const { directory } = test.store;
			expect(await directory.cursor(BUILDIUM, 'residents')).toBeNull();
			expect(await directory.moveCursor(BUILDIUM, 'residents', { offset: 1000 }, 0)).toBe(true);
			expect(await directory.moveCursor(BUILDIUM, 'residents', { offset: 5 }, 0)).toBe(false);
			expect(await directory.moveCursor(BUILDIUM, 'residents', { offset: 2000 }, 1)).toBe(true);
			expect(await directory.moveCursor(BUILDIUM, 'residents', { offset: 7 }, 1)).toBe(false);
			expect(await directory.cursor(BUILDIUM, 'residents')).toEqual({ position: { offset: 2000 }, revision: 2, updatedAt: test.clock.now() });
		});

		it('refuses a portfolio that is not there', async () => {
			const nowhere = { portfolio: 'nowhere', provider: 'buildium' };
			await expect(test.store.directory.savePeople(nowhere, [newPerson()], NOON)).rejects.toMatchObject({ code: 'unknown_portfolio' });
			await expect(test.store.directory.moveCursor(nowhere, 'x', {}, 0)).rejects.toMatchObject({ code: 'unknown_portfolio' });
		});
	});

	describe('heard changes', () => {
		it('keep the latest time, in whatever order they come', async () => {
			const { heardChanges } = test.store;
			expect(await heardChanges.lastHeard('w1:n1', 'Task:1')).toBeNull();
			await heardChanges.note('w1:n1', 'Task:1', NOON);
			await heardChanges.note('w1:n1', 'Task:1', NOON - 1);
			expect(await heardChanges.lastHeard('w1:n1', 'Task:1')).toBe(NOON);
			await heardChanges.note('w1:n1', 'Task:1', NOON + 1);
			expect(await heardChanges.lastHeard('w1:n1', 'Task:1')).toBe(NOON + 1);
			expect(await heardChanges.lastHeard('w1:n2', 'Task:1')).toBeNull();
		});
	});
}

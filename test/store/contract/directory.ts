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
		details: {
			tenancies: [{ leaseId: '9', propertyId: '1', unitId: '11', unitNumber: '2B', from: '2026-01-01', to: null, state: 'current' }],
		},
		...change,
	};
}

const CEDAR: NewPlace = {
	kind: 'property',
	providerId: '1',
	propertyId: '1',
	name: 'Cedar Grove',
	active: true,
	details: { managerId: '7' },
};

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
			const many = Array.from({ length: 137 }, (_, index) =>
				newPerson({ providerId: String(index), phones: [`+1512555${String(index).padStart(4, '0')}`, RENTER] }),
			);
			expect(await directory.savePeople(BUILDIUM, [...many, ...many.slice(0, 7)], NOON)).toEqual({
				added: 137,
				changed: 0,
				unchanged: 0,
			});
			expect(await directory.counts(BUILDIUM)).toEqual({ resident: 137 });
			expect(await directory.byPhone('main', '+15125550042', 10)).toMatchObject([{ providerId: '42' }]);
			expect(await directory.byPhone('main', RENTER, 5)).toHaveLength(5);
		});

		it('keeps providers and kinds with equal ids apart, and names the active first', async () => {
			const { directory } = test.store;
			await directory.savePeople(BUILDIUM, [newPerson({ active: false }), newPerson({ kind: 'vendor' })], NOON);
			await directory.savePeople({ portfolio: 'main', provider: 'other' }, [newPerson({ kind: 'owner' })], NOON);
			expect((await directory.byPhone('main', RENTER, 10)).map(({ kind, provider }) => `${kind} ${provider}`)).toEqual([
				'owner other',
				'vendor buildium',
				'resident buildium',
			]);
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
			await directory.savePlaces(
				BUILDIUM,
				[CEDAR, { ...CEDAR, kind: 'unit', providerId: '11', name: '2B', details: { bedrooms: 2 } }],
				NOON,
			);
			expect(await directory.place(BUILDIUM, 'property', '1')).toMatchObject({ ...CEDAR, ...BUILDIUM });
			expect(await directory.placeNamed(BUILDIUM, 'property', 'cedar-grove')).toMatchObject({ providerId: '1' });
			expect(await directory.placeNamed(BUILDIUM, 'unit', 'cedar-grove')).toBeNull();
			await directory.savePlaces(BUILDIUM, [{ ...CEDAR, providerId: '2', propertyId: '2', name: 'CEDAR  grove' }], NOON);
			expect(await directory.placeNamed(BUILDIUM, 'property', 'cedar-grove')).toBeNull();
			expect(await directory.counts(BUILDIUM)).toEqual({ property: 2, unit: 1 });
		});

		it('lists the active places of a kind over all providers, in a stable order', async () => {
			const { directory } = test.store;
			expect(await directory.listPlaces('main', 'property')).toEqual([]);
			const place = (providerId: string, change: Partial<NewPlace> = {}): NewPlace => ({
				...CEDAR,
				providerId,
				propertyId: providerId,
				...change,
			});
			await directory.savePlaces({ portfolio: 'main', provider: 'other' }, [place('1')], NOON);
			await directory.savePlaces(
				BUILDIUM,
				[place('2'), place('1'), place('3', { active: false }), { ...CEDAR, kind: 'unit', providerId: '11', name: '2B' }],
				NOON,
			);
			const listed = await directory.listPlaces('main', 'property');
			expect(listed.map(({ provider, providerId }) => `${provider} ${providerId}`)).toEqual(['buildium 1', 'buildium 2', 'other 1']);
			expect(listed[0]).toEqual(await directory.place(BUILDIUM, 'property', '1'));
			expect((await directory.listPlaces('main', 'unit')).map(({ name }) => name)).toEqual(['2B']);
			expect(await directory.listPlaces('elsewhere', 'property')).toEqual([]);
			await directory.endUnseen(BUILDIUM, 'property', NOON + 1);
			expect((await directory.listPlaces('main', 'property')).map(({ provider }) => provider)).toEqual(['other']);
		});

		it('has another version of its places after every change, and only then', async () => {
			const { directory } = test.store;
			const version = async () => await directory.placesVersion('main', 'property');
			const versions = [await version()];
			const step = async (change: () => Promise<unknown>) => {
				test.clock.advance(1_000);
				await change();
				versions.push(await version());
			};
			await step(async () => await directory.savePlaces(BUILDIUM, [CEDAR, { ...CEDAR, providerId: '2', name: 'Oak Park' }], NOON));
			await step(async () => await directory.savePlaces(BUILDIUM, [{ ...CEDAR, name: 'Cedar Court' }], NOON + 1));
			await step(async () => await directory.savePlaces({ portfolio: 'main', provider: 'other' }, [CEDAR], NOON));
			await step(async () => await directory.endUnseen(BUILDIUM, 'property', NOON + 1));
			expect(versions[0]).toBeNull();
			expect(new Set(versions).size).toBe(versions.length);
			// A clock that is set back gives another version all the same.
			await step(async () => await directory.savePlaces(BUILDIUM, [{ ...CEDAR, providerId: '3', name: 'Elm House' }], NOON + 2));
			const before = await version();
			test.clock.advance(-3_500);
			await directory.savePlaces(BUILDIUM, [{ ...CEDAR, name: 'Cedar Place' }], NOON + 2);
			const now = await version();
			expect(now).not.toBe(before);
			await directory.savePlaces(
				BUILDIUM,
				[
					{ ...CEDAR, name: 'Cedar Place' },
					{ ...CEDAR, kind: 'unit', providerId: '11', name: '2B' },
				],
				NOON + 3,
			);
			expect(await version()).toBe(now);
		});

		it('says which properties have a unit, and leaves out those of which no units are known', async () => {
			const { directory } = test.store;
			const unit = (propertyId: string, name: string, change: Partial<NewPlace> = {}): NewPlace => ({
				kind: 'unit',
				providerId: `${propertyId}-${name}`,
				propertyId,
				name,
				active: true,
				details: {},
				...change,
			});
			const many = Array.from({ length: 60 }, (_, index) => unit(`m${index}`, '101'));
			await directory.savePlaces(
				BUILDIUM,
				[
					CEDAR,
					unit('1', '4B'),
					unit('1', '4C'),
					unit('2', 'Apt. 4B'),
					unit('3', '7'),
					unit('4', '4B', { active: false }),
					...many,
				],
				NOON,
			);
			await directory.savePlaces({ portfolio: 'main', provider: 'other' }, [unit('5', '4B')], NOON);
			const having = async (ids: string[], keys: string[]) => Object.fromEntries(await directory.havingUnit(BUILDIUM, ids, keys));
			expect(await having(['1', '2', '3', '4', '5', '6', '1'], ['4b', 'apt-4b'])).toEqual({ 1: true, 2: true, 3: false });
			expect(await having(['1', '2'], ['4c'])).toEqual({ 1: true, 2: false });
			expect(await having(['1'], [])).toEqual({});
			expect(await having([], ['4b'])).toEqual({});
			expect(
				Object.values(
					await having(
						many.map(({ propertyId }) => propertyId),
						['101'],
					),
				),
			).toEqual(many.map(() => true));
		});

		it('refuses a portfolio that is not there', async () => {
			const nowhere = { portfolio: 'nowhere', provider: 'buildium' };
			await expect(test.store.directory.savePeople(nowhere, [newPerson()], NOON)).rejects.toMatchObject({
				code: 'unknown_portfolio',
			});
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

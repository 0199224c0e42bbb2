import { plainCopy } from '../../../../nodes/shared/items/plainCopy';

test('a copy is what JSON makes of it, and nobody who changes it changes the original', () => {
	const original = {
		name: 'Ana',
		nothing: null,
		left: undefined,
		count: 0,
		at: new Date(Date.UTC(2026, 2, 10)),
		people: [{ name: 'Ana', phones: ['1'], none: undefined }, undefined, null],
	};
	const copy = plainCopy(original);
	expect(copy).toEqual(JSON.parse(JSON.stringify(original)));
	expect(Object.keys(copy)).not.toContain('left');
	(copy.people as Array<{ phones: string[] }>)[0]?.phones.push('2');
	expect(original.people[0]).toEqual({ name: 'Ana', phones: ['1'], none: undefined });
});

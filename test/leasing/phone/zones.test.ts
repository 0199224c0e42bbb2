import metadata from 'libphonenumber-js/metadata.max.json';
import { isPossiblePhoneNumber } from 'libphonenumber-js/max';
import { NANP_REGIONS } from '../../../leasing/phone/nanpAreaCodes';
import { isNorthAmerican, nanpKind } from '../../../leasing/phone/nanpKind';
import { CONTINENTAL_US_ZONES, zonesOfPhone } from '../../../leasing/phone/zones';

const all = NANP_REGIONS.flatMap((row) => row.codes.split(' ').map((code) => ({ code, ...row })));

/** Area codes that libphonenumber lists for a country: its pattern of fixed lines, tried with every code. */
function listed(country: 'US' | 'CA'): string[] {
	const types: unknown = (metadata.countries as Record<string, unknown[]>)[country]?.[11];
	const pattern = Array.isArray(types) && Array.isArray(types[0]) ? String(types[0][0]) : '';
	const fixed = new RegExp(`^(?:${pattern})$`);
	return Array.from({ length: 800 }, (_, i) => String(200 + i)).filter((code) => fixed.test(`${code}2345678`));
}

it('lists every code once, as three digits', () => {
	expect(new Set(all.map((row) => row.code)).size).toBe(all.length);
	expect(all.every((row) => /^[2-9]\d{2}$/.test(row.code))).toBe(true);
	expect(all.filter((row) => row.country === 'US' || row.country === 'CA').length).toBeGreaterThan(390);
});

it('lists only codes that numbers can have', () => {
	const impossible = all.filter(
		(row) => !isPossiblePhoneNumber(`+1${row.code}5550123`) || nanpKind(`${row.code}5550123`) !== 'geographic',
	);
	expect(impossible.map((row) => row.code)).toEqual([]);
});

it.each(['US', 'CA'] as const)('lacks no code that libphonenumber lists for %s', (country) => {
	const codes = listed(country);
	expect(codes.length).toBeGreaterThan(30);
	const ours = new Set(all.filter((row) => row.country === country).map((row) => row.code));
	const notGeographic = codes.filter((code) => nanpKind(`${code}5550123`) !== 'geographic');
	expect(codes.filter((code) => !ours.has(code) && !notGeographic.includes(code))).toEqual([]);
});

it('names only zones that exist, and codes that the row has', () => {
	for (const row of NANP_REGIONS) {
		for (const zone of [...row.zones, ...Object.values(row.also ?? {}).flat()])
			expect(() => new Intl.DateTimeFormat('en-US', { timeZone: zone })).not.toThrow();
		for (const code of Object.keys(row.also ?? {})) expect(row.codes.split(' ')).toContain(code);
	}
});

it.each([
	['+15125550123', 'TX', ['America/Chicago']],
	['+19155550123', 'TX', ['America/Chicago', 'America/Denver']],
	['+18505550123', 'FL', ['America/New_York', 'America/Chicago']],
	['+16025550123', 'AZ', ['America/Phoenix']],
	['+18085550123', 'HI', ['Pacific/Honolulu']],
	['+17875550123', 'PR', ['America/Puerto_Rico']],
	['+14165550123', 'ON', ['America/Toronto']],
	// Cayman and Montserrat must not be taken for Kentucky and Mississippi.
	['+13455550123', null, ['America/Cayman']],
	['+16645550123', null, ['America/Montserrat']],
])('%s lies in %s', (phone, region, zones) => {
	expect(zonesOfPhone(phone)).toMatchObject({ region, zones });
});

it('assumes the whole continent when nothing tells', () => {
	for (const phone of ['+12655550123', '+447911123456', ''])
		expect(zonesOfPhone(phone)).toMatchObject({ region: null, zones: [...CONTINENTAL_US_ZONES] });
});

it.each([
	['+15125550123', true],
	['+18005550123', false],
	['+19005550123', false],
	['+15005550123', false],
	['+447911123456', false],
	['+86282452253', false],
])('isNorthAmerican(%s) is %s', (phone, expected) => {
	expect(isNorthAmerican(phone)).toBe(expected);
});

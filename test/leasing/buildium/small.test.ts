import { timeFilter } from '../../../leasing/buildium/dates';
import { markerOf, withMarker } from '../../../leasing/writeBack/marker';
import { HASTY } from '../../../leasing/buildium/patience';
import { pauseBefore, retryAfter } from '../../../leasing/rest/patience';
import { pick } from '../../../leasing/buildium/pick';
import { queryString } from '../../../leasing/buildium/query';
import { LEFT_OUT, withoutSensitive } from '../../../leasing/buildium/sensitive';

it.each([
	['instant', '2026-03-10T14:05:09Z'],
	['day', '2026-03-10'],
	['spaced', '2026-03-10 14:05:09'],
] as const)('a time as %s reads %s', (format, written) => {
	expect(timeFilter(Date.parse('2026-03-10T14:05:09.123Z'), format)).toBe(written);
});

it('a query repeats lists, leaves out what is empty, and sends spaces so that no server takes them for a plus', () => {
	expect(queryString({ unitids: [1, 2], name: 'Ana & Co', empty: '', nothing: null, none: [], orderby: 'Id asc', phone: '+1' })).toBe(
		'unitids=1&unitids=2&name=Ana%20%26%20Co&orderby=Id%20asc&phone=%2B1',
	);
});

describe('a marker', () => {
	it('is the same for the same key, another for another, and holds letters and digits only', () => {
		expect(markerOf('call-1')).toBe(markerOf('call-1'));
		expect(new Set(Array.from({ length: 5_000 }, (_, at) => markerOf(`call-${at}`))).size).toBe(5_000);
		expect(markerOf('call-1')).toMatch(/^[a-z2-9]{12}$/);
	});

	it('is never cut; the words give way', () => {
		const title = withMarker('x'.repeat(300), markerOf('call-1'), 127);
		expect(title).toHaveLength(127);
		expect(title.endsWith(`[${markerOf('call-1')}]`)).toBe(true);
		expect(withMarker('', 'abc', 127)).toBe('[abc]');
	});
});

describe('sensitive fields', () => {
	it('go wherever they stand', () => {
		const lease = { Id: 1, CurrentTenants: [{ Id: 2, TaxId: '000-00-0000', DateOfBirth: '1990-01-01', Email: 'ana@example.com' }] };
		expect(withoutSensitive(lease)).toEqual({ Id: 1, CurrentTenants: [{ Id: 2, Email: 'ana@example.com' }] });
	});

	it.each([
		[
			'by what Buildium says about the question',
			{ FieldCategoryType: 'ApplicantBirthDate', FieldType: 'DateDayMonthYear', FieldLabel: 'When?', Value: '1990-01-01' },
			true,
		],
		['by the kind of field', { FieldCategoryType: null, FieldType: 'SocialSecurityNumber', FieldLabel: 'Number', Value: '12' }, true],
		[
			"by the company's own wording",
			{ FieldCategoryType: null, FieldType: 'TextSingleLine', FieldLabel: 'Your SSN please', Value: '12' },
			true,
		],
		[
			'by what it looks like',
			{ FieldCategoryType: null, FieldType: 'TextSingleLine', FieldLabel: 'Remarks', Value: '000-12-3456' },
			true,
		],
		['not the ordinary ones', { FieldCategoryType: 'DesiredRent', FieldType: 'Currency', FieldLabel: 'Rent', Value: '1800' }, false],
		[
			'not what is not answered',
			{ FieldCategoryType: 'ApplicantBirthDate', FieldType: 'DateDayMonthYear', FieldLabel: 'Birth date', Value: null },
			false,
		],
	])('answers: %s', (_, answer, hidden) => {
		expect(withoutSensitive(answer)).toEqual(hidden ? { ...answer, Value: LEFT_OUT } : answer);
	});
});

it('picks fields at any depth, through lists, and makes none up', () => {
	const tenant = { Id: 1, Email: null, Leases: [{ Id: 2, Rent: 5 }, { Id: 3 }], Address: { City: 'Austin', Zip: '78701' } };
	expect(pick(tenant, ['Id', 'Email', 'Phone', 'Leases.Id', 'Address.City'])).toEqual({
		Id: 1,
		Email: null,
		Leases: [{ Id: 2 }, { Id: 3 }],
		Address: { City: 'Austin' },
	});
});

describe('pauses', () => {
	it('grow, obey Retry-After within reason, and end', () => {
		expect(pauseBefore(HASTY.busy, 1, 0.5, null)).toBe(250);
		expect(pauseBefore(HASTY.busy, 2, 0.5, null)).toBe(500);
		expect(pauseBefore(HASTY.busy, 1, 0.5, 5_000)).toBe(5_000);
		expect(pauseBefore(HASTY.busy, 1, 0.5, 3_600_000)).toBe(60_000);
		expect(pauseBefore(HASTY.busy, 4, 0.5, 5_000)).toBeNull();
	});

	it.each([
		['7', 7_000],
		[7, 7_000],
		['Tue, 17 Nov 2026 18:00:30 GMT', 30_000],
		['Tue, 17 Nov 2026 17:00:00 GMT', 0],
		['soon', null],
		['', null],
		[undefined, null],
	])('Retry-After %p is %p', (header, pause) => {
		expect(retryAfter(header, Date.parse('2026-11-17T18:00:00Z'))).toBe(pause);
	});
});

import { mergedFields, type MergeableLead } from '../../../leasing/match/mergeFields';

const lead = (change: Partial<MergeableLead> = {}): MergeableLead => ({
	firstName: null,
	lastName: null,
	fullName: null,
	phone: null,
	email: null,
	source: 'phone',
	status: 'new',
	nextAction: 'Call back',
	nextActionAt: 10,
	propertyKey: null,
	interest: {},
	createdAt: 1,
	...change,
});

describe('what the kept lead says after a merge', () => {
	it.each<[string, Partial<MergeableLead>, Partial<MergeableLead>, Partial<MergeableLead>]>([
		[
			'fills its gaps',
			{ phone: '+1' },
			{ phone: '+2', email: 'a@example.com', propertyKey: 'oak' },
			{ phone: '+1', email: 'a@example.com', propertyKey: 'oak' },
		],
		[
			'takes a name whole',
			{},
			{ firstName: 'Ana', lastName: 'Ruiz', fullName: 'Ana Ruiz' },
			{ firstName: 'Ana', lastName: 'Ruiz', fullName: 'Ana Ruiz' },
		],
		[
			'keeps its own name whole',
			{ firstName: 'Ana' },
			{ firstName: 'Anna', lastName: 'Ruiz', fullName: 'Anna Ruiz' },
			{ firstName: 'Ana', lastName: null, fullName: null },
		],
		['takes the further status', { status: 'contacted' }, { status: 'toured' }, { status: 'toured' }],
		['keeps the further status', { status: 'applied' }, { status: 'toured' }, { status: 'applied' }],
		['is alive when the other is lost, and when it was lost itself', { status: 'lost' }, { status: 'new' }, { status: 'new' }],
		[
			'takes the earlier next action',
			{ nextAction: 'Write', nextActionAt: 20 },
			{ nextAction: 'Call', nextActionAt: 10 },
			{ nextAction: 'Call', nextActionAt: 10 },
		],
		[
			'takes the source of whoever came first',
			{ source: 'website', createdAt: 5 },
			{ source: 'zillow', createdAt: 2 },
			{ source: 'zillow' },
		],
		[
			'keeps its source when it came first',
			{ source: 'website', createdAt: 2 },
			{ source: 'zillow', createdAt: 5 },
			{ source: 'website' },
		],
		[
			'fills what the renter wants',
			{ interest: { bedrooms: 2, unit: null } },
			{ interest: { bedrooms: 3, unit: '4B', budget: null } },
			{ interest: { bedrooms: 2, unit: '4B' } },
		],
		['takes wants as they are when there are none', { interest: null }, { interest: { bedrooms: 3 } }, { interest: { bedrooms: 3 } }],
	])('%s', (_case, kept, merged, expected) => {
		expect(mergedFields(lead(kept), lead(merged))).toMatchObject(expected);
	});
});

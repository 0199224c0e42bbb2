import { getManyOf } from '../../build/getMany';
import { lastUpdated, ownerIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'properties',
	shape: 'property',
	path: '/v1/rentals',
	first: 'oldest',
	filters: [
		{ kind: 'text', param: 'location', label: 'City or State Contains' },
		{ kind: 'ids', param: 'propertyids', label: 'Property IDs' },
		{ kind: 'choice', param: 'status', label: 'Status', values: ['Active', 'InActive'] },
		{
			kind: 'choices',
			param: 'subtypes',
			label: 'Subtype',
			values: [
				'CondoTownhome',
				'MultiFamily',
				'SingleFamily',
				'Industrial',
				'Office',
				'Retail',
				'ShoppingCenter',
				'Storage',
				'ParkingSpace',
			],
		},
		{ kind: 'choices', param: 'types', label: 'Type', values: ['Residential', 'Commercial'] },
		ownerIds,
		...lastUpdated('instant'),
	],
});

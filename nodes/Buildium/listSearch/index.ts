import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { searchList, type ListSource } from './search';
import { applicants, properties, rentalOwners, staff, taskCategories, tenants, units, vendors } from './sources';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

function from(source: ListSource): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		return await searchList(this, source, filter, paginationToken);
	};
}

/** The lists of the editor, by the names that the pickers use. */
export const listSearch: Record<string, ListSearch> = {
	searchApplicants: from(applicants),
	searchProperties: from(properties),
	searchRentalOwners: from(rentalOwners),
	searchStaff: from(staff),
	searchTaskCategories: from(taskCategories),
	searchTenants: from(tenants),
	searchUnits: from(units),
	searchVendors: from(vendors),
};

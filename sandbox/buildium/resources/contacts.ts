import { DAY_MS } from '../data/dates';
import { FIRST } from '../data/first';
import { VENDOR_TRADES } from '../data/words.data';
import { fixed } from '../rest/fixed';
import { active, contains, containsPhone, idIn, number, oneOf, updated, type Filters } from '../rest/filters';
import { list, one } from '../rest/operations';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { RentalOwnerRecord, VendorRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

const taxInformation = (TaxPayerId: string | null): Fields => ({
	TaxPayerIdType: 'EIN',
	TaxPayerId,
	TaxPayerName1: null,
	TaxPayerName2: null,
	IncludeIn1099: true,
	Address: null,
});

export const rentalOwners: Resource<RentalOwnerRecord> = {
	scope: 'rentalOwners',
	table: ({ tables }) => tables.rentalOwners,
	view: ({ id, fields: { TaxPayerId, ...fields } }) => ({ Id: id, ...fields, TaxInformation: taxInformation(TaxPayerId) }),
};

export const vendors: Resource<VendorRecord> = {
	scope: 'vendors',
	table: ({ tables }) => tables.vendors,
	events: { name: 'Vendor', ids: ({ id }) => ({ VendorId: id }) },
	view: ({ id, fields: { TaxPayerId, CategoryId, InsuranceExpires, Email, ...fields } }) => ({
		Id: id,
		...fields,
		PrimaryEmail: Email,
		Category: categoryView(CategoryId),
		VendorInsurance: {
			Provider: null,
			PolicyNumber: null,
			ExpirationDate: InsuranceExpires === null ? null : `${InsuranceExpires}T00:00:00Z`,
		},
		ExpenseGLAccountId: null,
		TaxInformation: taxInformation(TaxPayerId),
	}),
};

function categoryView(id: number) {
	return { Id: id, Name: VENDOR_TRADES[id - FIRST.vendorCategory] ?? null };
}

const nameOf = (fields: RentalOwnerRecord | VendorRecord) => [`${fields.FirstName ?? ''} ${fields.LastName ?? ''}`, fields.CompanyName];

function daysUntil(day: string | null, account: Account): number | null {
	return day === null ? null : Math.ceil((Date.parse(day) - account.now()) / DAY_MS);
}

const INSURANCE = ['Expired', 'ThirtyDaysOrLess', 'SixtyDaysOrLess', 'NinetyDaysOrLess', 'None', 'Any'];

/** All words of the filter that are true of an insurance. */
function insurance(days: number | null): string[] {
	if (days === null) return ['None'];
	if (days < 0) return ['Expired', 'Any'];
	const limits: Array<[string, number]> = [
		['ThirtyDaysOrLess', 30],
		['SixtyDaysOrLess', 60],
		['NinetyDaysOrLess', 90],
	];
	return ['Any', ...limits.filter(([, most]) => days <= most).map(([word]) => word)];
}

const ownerFilters: Filters<RentalOwnerRecord> = {
	fields: {
		propertyids: idIn(({ fields }) => fields.PropertyIds),
		status: active('Inactive', ({ fields }) => fields.IsActive),
		agreementdaysremaining: number(
			({ fields }, account) => daysUntil(fields.ManagementAgreementEndDate, account),
			(own, asked) => own <= asked,
		),
		ownername: contains(({ fields }) => nameOf(fields)),
		phone: containsPhone(({ fields }) => fields.PhoneNumbers.map((phone) => phone.Number)),
	},
	ranges: [updated('utc')],
};

const vendorFilters: Filters<VendorRecord> = {
	fields: {
		status: active('Inactive', ({ fields }) => fields.IsActive),
		email: contains(({ fields }) => [fields.Email, fields.AlternateEmail]),
		website: contains(({ fields }) => [fields.Website]),
		name: contains(({ fields }) => nameOf(fields)),
		insuranceexpiration: oneOf(INSURANCE, ({ fields }, account) => insurance(daysUntil(fields.InsuranceExpires, account))),
		phone: containsPhone(({ fields }) => fields.PhoneNumbers.map((phone) => phone.Number)),
	},
	ranges: [updated('utc')],
};

const categories = VENDOR_TRADES.map((_name, index) => ({ ...categoryView(FIRST.vendorCategory + index), IsSystemCategory: true }));

export const contactOperations: Operation[] = [
	list('/v1/rentals/owners', rentalOwners, { filters: ownerFilters }),
	one('/v1/rentals/owners/{rentalOwnerId}', rentalOwners),
	list('/v1/vendors', vendors, { filters: vendorFilters }),
	one('/v1/vendors/{vendorId}', vendors),
	...fixed('/v1/vendors/categories', 'vendorCategoryId', 'vendors', categories),
];

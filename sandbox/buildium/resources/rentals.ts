import { FIRST } from '../data/first';
import { fixed } from '../rest/fixed';
import { active, contains, idIn, oneOf, updated, type Filters } from '../rest/filters';
import { list, one, rowInPath } from '../rest/operations';
import { COMPANY } from './account';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { ListingRecord, RentalRecord, UnitRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

export const rentals: Resource<RentalRecord> = {
	scope: 'rentals',
	table: ({ tables }) => tables.rentals,
	events: { name: 'Rental', ids: ({ id }) => ({ PropertyId: id }) },
	view: ({ id, fields: { ManagerId, RentalOwnerIds: _owners, Features: _features, IncludedInRent: _included, ...fields } }, account) => ({
		Id: id,
		...fields,
		RentalManager: managerView(account, ManagerId),
	}),
};

function managerView(account: Account, id: number | null): Fields | null {
	const manager = id === null ? null : account.tables.users.row(id);
	if (manager === null) return null;
	const { FirstName, LastName, CompanyName, IsCompany, Email, PhoneNumbers } = manager.fields;
	return { Id: manager.id, FirstName, LastName, CompanyName, IsCompany, ProfilePhotoUrl: null, Email, PhoneNumbers };
}

/** Whether a unit is listed or occupied is worked out when it is asked for, and does not touch its last-updated date. */
export const units: Resource<UnitRecord> = {
	scope: 'rentals',
	table: ({ tables }) => tables.units,
	events: { name: 'RentalUnit', ids: ({ id }) => ({ UnitId: id }) },
	view: ({ id, fields: { Features: _features, ...fields } }, { tables }) => ({
		Id: id,
		...fields,
		IsUnitListed: tables.listings.row(id) !== null,
		IsUnitOccupied: tables.leasesOfUnit(id).some((lease) => lease.fields.LeaseStatus === 'Active'),
	}),
};

/** A listing has no id of its own: it has that of its unit. */
export const listings: Resource<ListingRecord> = {
	scope: 'listings',
	table: ({ tables }) => tables.listings,
	events: { name: 'Listing', ids: ({ id }) => ({ UnitId: id }) },
	view: ({ id, fields }, account) => {
		const unit = account.tables.units.row(id);
		const property = unit === null ? null : account.tables.rentals.row(unit.fields.PropertyId);
		return {
			...fields,
			Contact: fields.IsManagedExternally ? null : CONTACT,
			Property: property === null ? null : { Id: property.id, ...propertyPart(property.fields) },
			Unit: unit === null ? null : { Id: unit.id, ...unitPart(unit.fields) },
		};
	},
};

const propertyPart = ({ Name, Address, NumberUnits, StructureDescription, YearBuilt, Features, IncludedInRent }: RentalRecord): Fields => ({
	...{ Name, Address, NumberUnits, StructureDescription, YearBuilt, Features, IncludedInRent },
	Files: [],
});

const unitPart = ({
	UnitNumber,
	Address,
	UnitBedrooms,
	UnitBathrooms,
	UnitSize,
	Description,
	MarketRent,
	Features,
}: UnitRecord): Fields => ({
	...{ UnitNumber, Address, UnitBedrooms, UnitBathrooms, UnitSize, Description, MarketRent, Features },
	Files: [],
});

const CONTACT = {
	Id: FIRST.listingContact,
	Name: COMPANY.name,
	Email: 'leasing@example.com',
	PhoneNumber: COMPANY.phone,
	Website: 'https://example.com',
};

const rentalFilters: Filters<RentalRecord> = {
	fields: {
		location: contains(({ fields }) => [fields.Address.City, fields.Address.State]),
		types: oneOf(['Residential', 'Commercial'], ({ fields }) => [fields.RentalType]),
		subtypes: oneOf(
			['CondoTownhome', 'MultiFamily', 'SingleFamily', 'Industrial', 'Office', 'Retail', 'ShoppingCenter', 'Storage', 'ParkingSpace'],
			({ fields }) => [fields.RentalSubType],
		),
		status: active('InActive', ({ fields }) => fields.IsActive),
		rentalownerids: idIn(({ fields }) => fields.RentalOwnerIds),
		propertyids: idIn(({ id }) => [id]),
	},
	ranges: [updated('utc')],
};

const listingFilters: Filters<ListingRecord> = {
	fields: {
		entitytype: oneOf(['Property', 'RentalOwner'], () => ['Property', 'RentalOwner']),
		entityid: idIn(({ id }, { tables }, query) => {
			const propertyId = tables.units.row(id)?.fields.PropertyId ?? 0;
			return query.get('entitytype') === 'RentalOwner' ? (tables.rentals.row(propertyId)?.fields.RentalOwnerIds ?? []) : [propertyId];
		}),
	},
	ranges: [],
	pairs: [['entityid', 'entitytype']],
};

export const rentalOperations: Operation[] = [
	list('/v1/rentals', rentals, { filters: rentalFilters }),
	one('/v1/rentals/{propertyId}', rentals),
	list('/v1/rentals/units', units, {
		filters: { fields: { propertyids: idIn(({ fields }) => [fields.PropertyId]) }, ranges: [updated('utc')] },
	}),
	one('/v1/rentals/units/{unitId}', units),
	{ ...list('/v1/rentals/units/listings', listings, { filters: listingFilters }), also: ['rentals'] },
	// Without a listing the answer is 404, even though the unit exists.
	{ ...one('/v1/rentals/units/{unitId}/listing', listings), also: ['rentals'] },
	{
		method: 'DELETE',
		path: '/v1/rentals/units/{unitId}/listing',
		scope: 'listings',
		handle: (exchange) => {
			const { id } = rowInPath(exchange, listings);
			exchange.account.tables.listings.remove(id);
			exchange.account.fireForOwnWrite('Listing.Deleted', { UnitId: id });
			return { status: 204 };
		},
	},
	...fixed('/v1/rentals/units/listingcontacts', 'listingContactId', 'listings', [CONTACT]),
];

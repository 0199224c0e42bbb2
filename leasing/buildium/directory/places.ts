import * as z from 'zod/v4';

import type { NewPlace } from '../../directory/directory';
import { amount, flag, id, idOrNull, namesOf, text } from './common';

const managerSchema = z.object({ Id: idOrNull, FirstName: text, LastName: text, CompanyName: text, IsCompany: flag, Email: text });
const addressSchema = z.object({ AddressLine1: text, City: text, State: text, PostalCode: text }).nullish().catch(null);

const rentalSchema = z.object({
	Id: id,
	Name: text,
	IsActive: flag,
	NumberUnits: amount,
	Address: addressSchema,
	RentalManager: managerSchema.nullish().catch(null),
});
const unitSchema = z.object({
	Id: id,
	PropertyId: id,
	BuildingName: text,
	UnitNumber: text,
	MarketRent: amount,
	UnitBedrooms: text,
	UnitBathrooms: text,
	UnitSize: amount,
});
const listingSchema = z.object({
	ListingDate: text,
	Rent: amount,
	AvailableDate: text,
	RentalApplicationUrl: text,
	Property: z.object({ Id: id, Name: text }),
	Unit: z.object({ Id: id, UnitNumber: text, UnitBedrooms: text, UnitBathrooms: text }),
});

/** What the details of a property say of its manager; read back by `managerOf`. */
export interface ManagerDetails {
	id: string | null;
	name: string | null;
	email: string | null;
}

export function propertyFrom(record: unknown): NewPlace | null {
	const parsed = rentalSchema.safeParse(record);
	if (!parsed.success) return null;
	const { Id, Name, IsActive, NumberUnits, Address, RentalManager } = parsed.data;
	const manager: ManagerDetails | null = RentalManager
		? { id: RentalManager.Id, name: namesOf(RentalManager).fullName, email: RentalManager.Email }
		: null;
	const address = Address
		? { line: Address.AddressLine1, city: Address.City, state: Address.State, postalCode: Address.PostalCode }
		: null;
	return {
		kind: 'property',
		providerId: Id,
		propertyId: Id,
		name: Name ?? `Property ${Id}`,
		active: IsActive !== false,
		details: { manager, address, units: NumberUnits },
	};
}

export function unitFrom(record: unknown): NewPlace | null {
	const parsed = unitSchema.safeParse(record);
	if (!parsed.success) return null;
	const { Id, PropertyId, BuildingName, UnitNumber, MarketRent, UnitBedrooms, UnitBathrooms, UnitSize } = parsed.data;
	return {
		kind: 'unit',
		providerId: Id,
		propertyId: PropertyId,
		name: UnitNumber ?? BuildingName ?? `Unit ${Id}`,
		active: true,
		// Whether it is listed or occupied is left out: both are old as soon as they are copied, since neither moves the time of
		// the last change.
		details: { building: BuildingName, marketRent: MarketRent, bedrooms: UnitBedrooms, bathrooms: UnitBathrooms, squareFeet: UnitSize },
	};
}

export function listingFrom(record: unknown): NewPlace | null {
	const parsed = listingSchema.safeParse(record);
	if (!parsed.success) return null;
	const { Property, Unit, Rent, AvailableDate, ListingDate, RentalApplicationUrl } = parsed.data;
	return {
		kind: 'listing',
		providerId: Unit.Id,
		propertyId: Property.Id,
		name: Unit.UnitNumber ?? `Unit ${Unit.Id}`,
		active: true,
		details: {
			property: Property.Name,
			rent: Rent,
			availableOn: AvailableDate,
			listedOn: ListingDate,
			applicationUrl: RentalApplicationUrl,
			bedrooms: Unit.UnitBedrooms,
			bathrooms: Unit.UnitBathrooms,
		},
	};
}

const managerDetails = z.object({
	manager: z.object({ id: z.string().nullable(), name: z.string().nullable(), email: z.string().nullable() }).nullable(),
});

/** The manager of a property in the directory. */
export function managerOf(details: unknown): ManagerDetails | null {
	const parsed = managerDetails.safeParse(details);
	return parsed.success ? parsed.data.manager : null;
}

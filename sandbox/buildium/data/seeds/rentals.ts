import { DAY_MS, isoDay } from '../dates';
import { FIRST } from '../first';
import { KIND } from '../persons';
import { FIRST_PROPERTIES, PROPERTY_PLACES, PROPERTY_TREES } from '../words.data';
import { addressOf, timesOf, type Maker } from './maker';
import { STAFF_WHO_MANAGE } from './users';
import type { ListingRecord, RentalRecord, UnitRecord } from '../records';
import { seedFrom, type Seed } from '../table';

const BEDROOMS = ['Studio', 'OneBed', 'OneBed', 'TwoBed', 'TwoBed', 'ThreeBed'];
const BATHROOMS = ['OneBath', 'OneBath', 'OnePointFiveBath', 'TwoBath'];

function propertyName(index: number): string {
	const known = FIRST_PROPERTIES[index];
	if (known !== undefined) return known;
	const trees = PROPERTY_TREES.length;
	const tree = PROPERTY_TREES[index % trees] ?? '';
	const place = PROPERTY_PLACES[(index + Math.floor(index / trees)) % PROPERTY_PLACES.length] ?? '';
	const round = Math.floor(index / (trees * PROPERTY_PLACES.length));
	return round === 0 ? `${tree} ${place}` : `${tree} ${place} ${round + 1}`;
}

/** Every third property has nobody who manages it; the last one of a larger portfolio is no longer managed. */
export function rentalSeed(maker: Maker): Seed<RentalRecord> {
	const { layout, dice } = maker;
	return seedFrom(FIRST.rental, layout.properties, (index) => ({
		...timesOf(maker, KIND.property, index, layout.properties),
		fields: {
			Name: propertyName(index),
			StructureDescription: null,
			NumberUnits: layout.unitsOfProperty(index),
			IsActive: index < 3 || index < layout.properties - 1,
			OperatingBankAccountId: 901,
			Reserve: 250,
			Address: addressOf(maker, KIND.property, index, null),
			YearBuilt: 1962 + dice.roll(KIND.property + 1, index, 60),
			RentalType: 'Residential',
			RentalSubType: index % 5 === 4 ? 'CondoTownhome' : 'MultiFamily',
			Features: ['LaundryRoom', 'Parking'],
			IncludedInRent: ['Trash'],
			ManagerId: index % 3 === 2 ? null : FIRST.user + (index % STAFF_WHO_MANAGE),
			RentalOwnerIds: [FIRST.rentalOwner + layout.ownerOfProperty(index)],
		},
	}));
}

/** `101`, `102`, …: ten to a floor. */
export function unitNumberOf({ layout }: Maker, unit: number): string {
	const inProperty = unit % layout.unitsPerProperty;
	return `${1 + Math.floor(inProperty / 10)}${String(1 + (inProperty % 10)).padStart(2, '0')}`;
}

export function unitSeed(maker: Maker): Seed<UnitRecord> {
	const { layout, dice } = maker;
	return seedFrom(FIRST.unit, layout.units, (index) => {
		const property = layout.propertyOfUnit(index);
		const unitNumber = unitNumberOf(maker, index);
		const size = dice.roll(KIND.unit, index, BEDROOMS.length);
		return {
			...timesOf(maker, KIND.unit, index, layout.units),
			fields: {
				PropertyId: FIRST.rental + property,
				BuildingName: propertyName(property),
				UnitNumber: unitNumber,
				Description: null,
				MarketRent: 950 + 220 * size + 5 * dice.roll(KIND.unit + 1, index, 40),
				Address: addressOf(maker, KIND.property, property, unitNumber),
				UnitBedrooms: BEDROOMS[size] ?? null,
				UnitBathrooms: dice.pick(KIND.unit + 2, index, BATHROOMS),
				UnitSize: 420 + 160 * size,
				Features: ['Dishwasher'],
			},
		};
	});
}

/** Each empty unit is listed; the listing has the unit's id. */
export function listingSeed(maker: Maker): Seed<ListingRecord> {
	const { layout, start } = maker;
	const units = unitSeed(maker);
	const count = layout.units / 11;
	return {
		count,
		idAt: (index) => FIRST.unit + 11 * index + 10,
		indexOf: (id) => {
			const unit = units.indexOf(id);
			return unit !== null && layout.isListed(unit) ? (unit - 10) / 11 : null;
		},
		make: (index) => {
			const unit = units.make(11 * index + 10);
			const rent = unit.fields.MarketRent ?? 1000;
			const listedAt = start - (1 + maker.dice.roll(KIND.unit + 3, index, 60)) * DAY_MS;
			return {
				id: unit.id,
				createdAt: listedAt,
				updatedAt: listedAt,
				fields: {
					ListingDate: isoDay(listedAt),
					Rent: rent,
					Deposit: rent,
					LeaseTerms: '12 months',
					AvailableDate: isoDay(start + maker.dice.roll(KIND.unit + 4, index, 45) * DAY_MS),
					IsManagedExternally: index % 7 === 6,
					RentalApplicationUrl: `https://example.com/apply/${unit.id}`,
				},
			};
		},
	};
}

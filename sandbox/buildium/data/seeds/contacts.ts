import { DAY_MS, isoDay } from '../dates';
import { FIRST } from '../first';
import { STORY_PEOPLE, storyDigits } from '../people';
import { digitsOf, emailOf, firstName, KIND, lastName, onePhone, typedPhone } from '../persons';
import { seedFrom, type Seed } from '../table';
import { VENDOR_TRADES } from '../words.data';
import { addressOf, timesOf, type Maker } from './maker';
import type { Phone, RentalOwnerRecord, VendorRecord } from '../records';

function contactPhones({ dice }: Maker, kind: 'rentalOwner' | 'vendor', index: number): Phone[] {
	if (index === 0) return [{ Number: typedPhone(storyDigits(kind), 0), Type: kind === 'vendor' ? 'Office' : 'Cell' }];
	const main = onePhone(dice, KIND[kind], index, digitsOf(kind, 2 * index));
	return index % 4 === 1 ? [main, { Number: typedPhone(digitsOf(kind, 2 * index + 1), 0), Type: 'Fax' }] : [main];
}

export function rentalOwnerSeed(maker: Maker): Seed<RentalOwnerRecord> {
	const { layout, dice, start } = maker;
	const kind = KIND.rentalOwner;
	return seedFrom(FIRST.rentalOwner, layout.rentalOwners, (index) => {
		const story = index === 0 ? STORY_PEOPLE.rentalOwner : null;
		const isCompany = index % 3 === 2;
		const first = story?.firstName ?? firstName(dice, kind, index);
		const last = story?.lastName ?? lastName(dice, kind, index);
		return {
			...timesOf(maker, kind, index, layout.rentalOwners),
			fields: {
				IsCompany: isCompany,
				IsActive: index < 3 || index % 11 !== 10,
				FirstName: isCompany ? null : first,
				LastName: isCompany ? null : last,
				CompanyName: isCompany ? `${last} Holdings LLC` : null,
				Email: story?.email ?? emailOf(first, last, index),
				AlternateEmail: null,
				PhoneNumbers: contactPhones(maker, 'rentalOwner', index),
				Comment: null,
				Address: addressOf(maker, kind, index, null),
				ManagementAgreementStartDate: isoDay(start - 700 * DAY_MS),
				ManagementAgreementEndDate: isoDay(start + (30 + 40 * (index % 10)) * DAY_MS),
				PropertyIds: layout.propertiesOfOwner(index).map((property) => FIRST.rental + property),
				TaxPayerId: `00-000${String(index % 10_000).padStart(4, '0')}`,
			},
		};
	});
}

export function vendorSeed(maker: Maker): Seed<VendorRecord> {
	const { layout, dice, start } = maker;
	const kind = KIND.vendor;
	return seedFrom(FIRST.vendor, layout.vendors, (index) => {
		const story = index === 0 ? STORY_PEOPLE.vendor : null;
		const trade = index % VENDOR_TRADES.length;
		const first = story?.firstName ?? firstName(dice, kind, index);
		const last = story?.lastName ?? lastName(dice, kind, index);
		const isCompany = index % 2 === 0;
		return {
			...timesOf(maker, kind, index, layout.vendors),
			fields: {
				IsCompany: isCompany,
				IsActive: index < 3 || index % 7 !== 6,
				FirstName: first,
				LastName: last,
				CompanyName: isCompany ? `${last} ${VENDOR_TRADES[trade] ?? ''}` : null,
				Email: story?.email ?? emailOf(first, last, index),
				AlternateEmail: null,
				PhoneNumbers: contactPhones(maker, 'vendor', index),
				Website: isCompany ? `https://example.com/${last.toLowerCase().replace(/[^a-z]/g, '')}` : null,
				CategoryId: FIRST.vendorCategory + trade,
				Address: addressOf(maker, kind, index, null),
				Comments: null,
				AccountNumber: null,
				InsuranceExpires: index % 3 === 0 ? isoDay(start + (index * 20 - 40) * DAY_MS) : null,
				TaxPayerId: `00-100${String(index % 10_000).padStart(4, '0')}`,
			},
		};
	});
}

import { DAY_MS, isoSeconds } from '../dates';
import { FIRST } from '../first';
import { STORY_PEOPLE, storyDigits } from '../people';
import { digitsOf, typedPhone } from '../persons';
import { seedFrom, type Seed } from '../table';
import type { UserRecord } from '../records';
import type { Maker } from './maker';

/** The first of the staff look after properties. */
export const STAFF_WHO_MANAGE = 2;

interface Staff {
	first: string;
	last: string;
	role: number;
	/** No longer works here. */
	left?: true;
}

const { firstName, lastName, email } = STORY_PEOPLE.staff;

const STAFF: Staff[] = [
	{ first: firstName, last: lastName, role: 0 },
	{ first: 'Sam', last: 'Okafor', role: 0 },
	{ first: 'Lena', last: 'Marsh', role: 1 },
	{ first: 'Theo', last: 'Varga', role: 1 },
	{ first: 'June', last: 'Pacheco', role: 2 },
	{ first: 'Bill', last: 'Sorensen', role: 2, left: true },
];

/** Owners and vendors with a log-in are users, too, and can be given no task. */
const OTHERS: Array<{ type: 'RentalOwner' | 'Vendor'; first: string; last: string }> = [
	{ type: 'RentalOwner', first: STORY_PEOPLE.rentalOwner.firstName, last: STORY_PEOPLE.rentalOwner.lastName },
	{ type: 'Vendor', first: STORY_PEOPLE.vendor.firstName, last: STORY_PEOPLE.vendor.lastName },
];

export const USER_ROLES = ['Property manager', 'Leasing agent', 'Bookkeeper', 'Rental owner', 'Vendor'];

export function userSeed({ start }: Maker): Seed<UserRecord> {
	return seedFrom(FIRST.user, STAFF.length + OTHERS.length, (index) => {
		const staff = STAFF[index];
		const other = OTHERS[index - STAFF.length];
		const [first, last] = [staff?.first ?? other?.first ?? '', staff?.last ?? other?.last ?? ''];
		const digits = index === 0 ? storyDigits('staff') : digitsOf('staff', index);
		return {
			createdAt: start - 900 * DAY_MS,
			updatedAt: start - (index + 2) * DAY_MS,
			fields: {
				UserTypes: [other?.type ?? 'Staff'],
				IsActive: staff?.left !== true,
				LastLogin: staff === undefined ? null : isoSeconds(start - (index + 1) * 3_600_000),
				FirstName: first,
				LastName: last,
				CompanyName: null,
				Email: index === 0 ? email : `${first}.${last}@example.net`.toLowerCase(),
				AlternateEmail: null,
				PhoneNumbers: staff === undefined ? [] : [{ Number: typedPhone(digits, 0), Type: 'Office' }],
				UserRoleId: FIRST.userRole + (staff?.role ?? (other?.type === 'Vendor' ? 4 : 3)),
				IsCompany: false,
			},
		};
	});
}

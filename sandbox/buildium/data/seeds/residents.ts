import { DAY_MS, isoDay } from '../dates';
import { FIRST } from '../first';
import { STORY_PEOPLE, storyDigits } from '../people';
import { digitsOf, emailOf, firstName, KIND, lastName, onePhone, typedPhone } from '../persons';
import { seedFrom, type Seed } from '../table';
import { addressOf, timesOf, type Maker } from './maker';
import { unitNumberOf } from './rentals';
import type { LeaseRecord, Phone, TenantRecord } from '../records';

/** Some leases are over, some have not begun; their units stand empty without being listed. */
function leaseStatus(lease: number): LeaseRecord['LeaseStatus'] {
	if (lease % 17 === 16) return 'Past';
	return lease % 23 === 22 ? 'Future' : 'Active';
}

const FROM_DAYS = { Past: -800, Active: -200, Future: 20 };

export function leaseSeed(maker: Maker): Seed<LeaseRecord> {
	const { layout, dice, start } = maker;
	return seedFrom(FIRST.lease, layout.leases, (index) => {
		const unit = layout.unitOfLease(index);
		const status = leaseStatus(index);
		const from = start + (FROM_DAYS[status] - dice.roll(KIND.resident + 20, index, 60)) * DAY_MS;
		const tenantIds = layout.residentsOfLease(index).map((resident) => FIRST.tenant + resident);
		const to = isoDay(from + 364 * DAY_MS);
		return {
			...timesOf(maker, KIND.resident + 20, index, layout.leases),
			fields: {
				PropertyId: FIRST.rental + layout.propertyOfUnit(unit),
				UnitId: FIRST.unit + unit,
				UnitNumber: unitNumberOf(maker, unit),
				LeaseFromDate: isoDay(from),
				LeaseToDate: index % 9 === 8 ? null : to,
				LeaseType: index % 9 === 8 ? 'AtWill' : 'Fixed',
				LeaseStatus: status,
				TermType: index % 9 === 8 ? 'MonthToMonth' : 'Standard',
				RenewalOfferStatus: status === 'Active' ? 'NotStarted' : null,
				Rent: 1000 + 25 * dice.roll(KIND.resident + 21, index, 60),
				SecurityDeposit: 1000,
				PaymentDueDay: 1,
				IsEvictionPending: false,
				TenantIds: tenantIds,
				MoveOutData: status === 'Past' ? tenantIds.map((TenantId) => ({ TenantId, MoveOutDate: to, NoticeGivenDate: null })) : [],
			},
		};
	});
}

/**
 * The phones of a resident. Most have one; some have a second, which the other half of a couple may have, too; a few
 * have none, or one that cannot be right.
 */
function phonesOf({ dice, layout }: Maker, index: number): Phone[] {
	if (index === 0) return [{ Number: typedPhone(storyDigits('resident'), 0), Type: 'Cell' }];
	const roll = dice.roll(KIND.resident + 5, index, 100);
	if (roll < 3) return [];
	if (roll === 3) return [{ Number: '(000) 000-0000', Type: 'Home' }];
	const own = onePhone(dice, KIND.resident, index, digitsOf('resident', index));
	const lease = layout.leaseOfResident(index);
	const couple = lease % 2 === 0 && index > 2;
	if (roll < 15 && couple) return [own, { Number: typedPhone(digitsOf('partner', lease), 0), Type: 'Home' }];
	if (roll < 20) return [own, { Number: typedPhone(digitsOf('partner', 2 * index + 1), 7), Type: own.Type }];
	return [own];
}

const SMS_STATUSES = ['NotSet', 'NotSet', 'OptedIn', 'OptedIn', 'OptedOut', 'RequestSent'];

export function tenantSeed(maker: Maker): Seed<TenantRecord> {
	const { layout, dice } = maker;
	const kind = KIND.resident;
	return seedFrom(FIRST.tenant, layout.residents, (index) => {
		const story = index === 0 ? STORY_PEOPLE.resident : null;
		const lease = layout.leaseOfResident(index);
		const unit = layout.unitOfLease(lease);
		const first = story?.firstName ?? firstName(dice, kind, index);
		// Couples mostly share a name.
		const last = story?.lastName ?? lastName(dice, kind, dice.roll(kind + 6, index, 3) > 0 ? 10_000_000 + lease : index);
		return {
			...timesOf(maker, kind, index, layout.residents),
			fields: {
				FirstName: first,
				LastName: last,
				Email: story?.email ?? (dice.roll(kind + 7, index, 20) === 0 ? null : emailOf(first, last, index)),
				AlternateEmail: null,
				PhoneNumbers: phonesOf(maker, index),
				EmergencyContact:
					index % 4 === 3 ? { Name: 'A relative', RelationshipDescription: 'Sister', Phone: null, Email: null } : null,
				DateOfBirth: `19${60 + dice.roll(kind + 8, index, 40)}-0${1 + dice.roll(kind + 9, index, 9)}-1${dice.roll(kind + 10, index, 10)}`,
				SMSOptInStatus: dice.pick(kind + 11, index, SMS_STATUSES),
				Address: addressOf(maker, KIND.property, layout.propertyOfUnit(unit), unitNumberOf(maker, unit)),
				AlternateAddress: null,
				MailingPreference: 'PrimaryAddress',
				Comment: null,
				TaxId: `000-00-${String(index % 10_000).padStart(4, '0')}`,
				LeaseIds: [FIRST.lease + lease],
			},
		};
	});
}

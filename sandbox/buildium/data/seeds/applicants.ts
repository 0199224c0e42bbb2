import { isoSeconds } from '../dates';
import { FIRST } from '../first';
import { STORY_PEOPLE, storyDigits } from '../people';
import { digitsOf, emailOf, firstName, KIND, lastName, onePhone, typedPhone } from '../persons';
import { seedFrom, type Seed } from '../table';
import { timesOf, type Maker } from './maker';
import type { ApplicantGroupRecord, ApplicantRecord, ApplicantStatus, ApplicationRecord } from '../records';

/** By position, over and over: the last of each five has not sent an application. */
const STATUSES: ApplicantStatus[] = [
	'Undecided',
	'Approved',
	'Undecided',
	'Rejected',
	'Draft',
	'Undecided',
	'AddedToLease',
	'Deferred',
	'Cancelled',
	'New',
];
const statusOf = (index: number): ApplicantStatus => STATUSES[index % STATUSES.length] ?? 'Undecided';
const hasApplied = (index: number): boolean => index % 5 !== 4;

/** Of each eight applicants the first two apply together. */
const inGroup = (index: number): boolean => index % 8 < 2;

/** Applicants want one of the listed units; a few have named none. */
function wantedUnit({ layout }: Maker, index: number): number | null {
	const listed = layout.units / 11;
	const wish = inGroup(index) ? Math.floor(index / 8) * 8 : index;
	return wish % 12 === 11 ? null : FIRST.unit + 11 * (wish % listed) + 10;
}

export function applicantSeed(maker: Maker): Seed<ApplicantRecord> {
	const { layout, dice } = maker;
	const kind = KIND.applicant;
	return seedFrom(FIRST.applicant, layout.applicants, (index) => {
		const story = index === 0 ? STORY_PEOPLE.applicant : null;
		const first = story?.firstName ?? firstName(dice, kind, index);
		const last = story?.lastName ?? lastName(dice, kind, index);
		const phone =
			story === null
				? onePhone(dice, kind, index, digitsOf('applicant', index))
				: ({ Number: typedPhone(storyDigits('applicant'), 0), Type: 'Cell' } as const);
		const status = statusOf(index);
		return {
			...timesOf(maker, kind, index, layout.applicants, 400),
			fields: {
				ApplicantGroupId: inGroup(index) ? FIRST.applicantGroup + Math.floor(index / 8) : null,
				UnitId: wantedUnit(maker, index),
				TenantId: status === 'AddedToLease' && layout.residents > 0 ? FIRST.tenant + (index % layout.residents) : null,
				FirstName: first,
				LastName: last,
				Email: story?.email ?? emailOf(first, last, index),
				PhoneNumbers: index % 9 === 8 ? [] : [phone],
				Status: status,
				ApplicationId: hasApplied(index) ? FIRST.application + index : null,
				UnsubmittedApplicationId: status === 'Draft' ? FIRST.application + index : null,
			},
		};
	});
}

/** An application has the position of its applicant in its id. */
export function applicationSeed(maker: Maker): Seed<ApplicationRecord> {
	const applicants = applicantSeed(maker);
	const positionOf = (nth: number): number => nth + Math.floor(nth / 4);
	const last = maker.layout.applicants - 1;
	return {
		count: maker.layout.applicants - Math.floor((last + 1) / 5),
		idAt: (nth) => FIRST.application + positionOf(nth),
		indexOf: (id) => {
			const position = id - FIRST.application;
			return position >= 0 && position <= last && hasApplied(position) ? position - Math.floor(position / 5) : null;
		},
		make: (nth) => {
			const position = positionOf(nth);
			const { id: applicantId, createdAt, updatedAt } = applicants.make(position);
			return {
				id: FIRST.application + position,
				createdAt,
				updatedAt,
				fields: {
					ApplicantId: applicantId,
					ApplicationNumber: `A-${1000 + position}`,
					ApplicationStatus: statusOf(position),
					ApplicationSubmittedDateTime: isoSeconds(createdAt),
				},
			};
		},
	};
}

export function applicantGroupSeed(maker: Maker): Seed<ApplicantGroupRecord> {
	const groups = Math.floor(maker.layout.applicants / 8);
	return seedFrom(FIRST.applicantGroup, groups, (index) => ({
		...timesOf(maker, KIND.applicant + 50, index, groups, 400),
		fields: {
			UnitId: wantedUnit(maker, 8 * index),
			ApplicationGroupStatus: statusOf(8 * index),
			ApplicantIds: [FIRST.applicant + 8 * index, FIRST.applicant + 8 * index + 1],
		},
	}));
}

import type { Account } from '../account';
import type { Fields } from '../contract';
import type { ApplicationRecord } from '../data/records';
import type { Row } from '../data/table';

type Answer = [category: string | null, type: string, label: string, value: string];

const HEARD_FROM = ['Zillow', 'A friend who lives here', 'Drove by', 'Google', 'Apartments.com'];

/**
 * What somebody filled in. The labels are the company's own; the social security number, the birth date and the driver's
 * license are there as in the real thing.
 */
export function applicationAnswers({ id, fields }: Row<ApplicationRecord>, { tables }: Account): Fields[] {
	const applicant = tables.applicants.row(fields.ApplicantId)?.fields;
	const name = `${applicant?.FirstName ?? ''} ${applicant?.LastName ?? ''}`;
	return [
		section('Applicant information', 'ApplicantInformation', [
			['ApplicantName', 'TextSingleLine', 'Name', name],
			['ApplicantEmail', 'Email', 'Email', applicant?.Email ?? ''],
			['ApplicantCellPhone', 'PhoneNumber', 'Cell phone', applicant?.PhoneNumbers[0]?.Number ?? ''],
			[
				'ApplicantSocialSecurityNumber',
				'SocialSecurityNumber',
				'Social security number',
				`000-00-${String(id % 10_000).padStart(4, '0')}`,
			],
			['ApplicantBirthDate', 'DateDayMonthYear', 'Date of birth', '1990-04-17'],
			['ApplicantDriversLicense', 'DriversLicenseNumber', "Driver's license", `X${String(id)}`],
		]),
		section('About your move', 'Other', [
			[null, 'TextSingleLine', 'How did you hear about us?', HEARD_FROM[id % HEARD_FROM.length] ?? ''],
		]),
	];
}

function section(SectionLabel: string, SectionType: string, answers: Answer[]): Fields {
	const SectionFields = answers.map(([FieldCategoryType, FieldType, FieldLabel, Value]) => ({
		FieldCategoryType,
		FieldType,
		FieldLabel,
		Value,
	}));
	return { SectionLabel, SectionType, SectionResponses: [{ SectionFields }] };
}

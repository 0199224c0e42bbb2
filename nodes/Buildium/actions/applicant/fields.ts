import type { INodeProperties } from 'n8n-workflow';

import type { ApplicantChanges } from '../../../../leasing/buildium/bodies/applicant';
import type { PhoneKind } from '../../../../leasing/buildium/phones';
import { UserMistake } from '../../../../leasing/userMistake';
import { phoneFields, readPhoneFields } from '../../fields/phoneFields';
import { picker } from '../../fields/pickers';
import { asId, asText } from '../../fields/read';
import { EMAIL } from '../../fields/taskFields';

const PHONES: readonly PhoneKind[] = ['Fax', 'Home', 'Mobile', 'Work'];
const LONGEST_NAME = 127;

export const firstName: INodeProperties = { displayName: 'First Name', name: 'firstName', type: 'string', default: '', required: true };
export const lastName: INodeProperties = { displayName: 'Last Name', name: 'lastName', type: 'string', default: '', required: true };

/** E-mail, unit and phones, in the order of their names. */
export const detailFields: INodeProperties[] = [
	...phoneFields(PHONES),
	EMAIL,
	picker({ source: 'unit', name: 'unitId', description: 'The unit that the person applies for' }),
].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** The applicant's fields among those that a user filled. */
export function readApplicantFields(given: Record<string, unknown>): ApplicantChanges {
	const numbers = readPhoneFields(given);
	return {
		...(given.firstName === undefined ? {} : { FirstName: nameOf(given.firstName, 'First Name') }),
		...(given.lastName === undefined ? {} : { LastName: nameOf(given.lastName, 'Last Name') }),
		...(given.email === undefined ? {} : { Email: asText(given.email) }),
		...(given.unitId === undefined ? {} : { UnitId: asId(given.unitId, 'Unit') }),
		...(Object.keys(numbers).length > 0 ? { PhoneNumbers: numbers } : {}),
	};
}

function nameOf(value: unknown, label: string): string {
	const name = asText(value).slice(0, LONGEST_NAME);
	if (name !== '') return name;
	throw new UserMistake(
		`${label} is empty.`,
		'Buildium demands the first and the last name of an applicant. If they are not known yet, create a contact request instead.',
	);
}

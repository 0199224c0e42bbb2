import type { INodeProperties } from 'n8n-workflow';

import { phoneToWrite, type PhoneKind } from '../../../leasing/buildium/phones';
import { UserMistake } from '../../../leasing/userMistake';
import { asText } from './read';

const FIELDS: ReadonlyArray<readonly [name: string, label: string, kind: PhoneKind]> = [
	['fax', 'Fax', 'Fax'],
	['homePhone', 'Home Phone', 'Home'],
	['mobilePhone', 'Mobile Phone', 'Mobile'],
	['workPhone', 'Work Phone', 'Work'],
];

/** @param kinds which ones the record has */
export function phoneFields(kinds: readonly PhoneKind[]): INodeProperties[] {
	return FIELDS.filter(([, , kind]) => kinds.includes(kind)).map(([name, displayName]) => ({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. (512) 555-0123',
		description: 'In any usual spelling',
	}));
}

/** The numbers that were added to the form; an empty one empties the field in Buildium. */
export function readPhoneFields(given: Record<string, unknown>): Partial<Record<PhoneKind, string | null>> {
	const set = FIELDS.filter(([name]) => given[name] !== undefined);
	return Object.fromEntries(set.map(([name, label, kind]) => [kind, numberOf(asText(given[name]), label)]));
}

function numberOf(text: string, label: string): string | null {
	if (text === '') return null;
	const number = phoneToWrite(text);
	if (number !== null) return number;
	throw new UserMistake(
		`${label} holds no phone number that Buildium takes.`,
		'Enter one with its area code, such as (512) 555-0123. Buildium takes 10 to 20 characters.',
	);
}

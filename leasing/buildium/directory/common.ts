import * as z from 'zod/v4';

import { readPhones } from '../phones';
import { parsePhone } from '../../phone/parsePhone';
import type { KnownNumbers } from '../../phone/phone';
import type { NewPerson } from '../../directory/directory';

/** How numbers are read, and which of them are the company's own and therefore nobody's. */
export interface ReadContext {
	country: string;
	known: KnownNumbers;
}

export const text = z
	.string()
	.nullish()
	.catch(null)
	.transform((value) => value?.trim() || null);
export const id = z.number().int().transform(String);
export const idOrNull = z
	.number()
	.int()
	.nullish()
	.catch(null)
	.transform((value) => (value == null ? null : String(value)));
export const flag = z
	.boolean()
	.nullish()
	.catch(null)
	.transform((value) => value ?? null);
export const amount = z
	.number()
	.nullish()
	.catch(null)
	.transform((value) => value ?? null);

export const personFields = { Id: id, FirstName: text, LastName: text, PhoneNumbers: z.unknown() };

interface Named {
	FirstName: string | null;
	LastName: string | null;
	CompanyName?: string | null;
	IsCompany?: boolean | null;
}

/** Names of a person or a company; a company's contact person stands behind its name. */
export function namesOf({
	FirstName,
	LastName,
	CompanyName = null,
	IsCompany = null,
}: Named): Pick<NewPerson, 'firstName' | 'lastName' | 'fullName'> {
	const person = [FirstName, LastName].filter(Boolean).join(' ') || null;
	return { firstName: FirstName, lastName: LastName, fullName: IsCompany === true ? (CompanyName ?? person) : (person ?? CompanyName) };
}

/** Numbers somebody can call from, in E.164, each once. A fax calls nobody; the company's own lines are nobody's. */
export function phonesOf(phones: unknown, { country, known }: ReadContext): string[] {
	const numbers = readPhones(phones)
		.filter(({ type }) => type !== 'Fax')
		.map(({ number }) => parsePhone(number, { country, known }));
	return [...new Set(numbers.flatMap(({ e164, contactClass }) => (e164 === null || contactClass === 'own' ? [] : [e164 as string])))];
}

export function emailsOf(...emails: Array<string | null>): string[] {
	return [...new Set(emails.flatMap((email) => (email !== null && email.includes('@') ? [email.toLowerCase()] : [])))];
}

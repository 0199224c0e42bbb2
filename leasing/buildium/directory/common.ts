import * as z from 'zod/v4';

import { readPhones } from '../phones';
import type { NewPerson } from '../../directory/directory';
import { callableNumbers, type ReadContext } from '../../directory/readContext';

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

/** Numbers somebody can call from. A fax calls nobody. */
export function phonesOf(phones: unknown, context: ReadContext): string[] {
	const callable = readPhones(phones).filter(({ type }) => type !== 'Fax');
	return callableNumbers(
		callable.map(({ number }) => number),
		context,
	);
}

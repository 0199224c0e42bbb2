import { parsePhone } from '../phone/parsePhone';
import type { KnownNumbers } from '../phone/phone';

/** How numbers are read, and which of them are the company's own and therefore nobody's. */
export interface ReadContext {
	country: string;
	known: KnownNumbers;
}

/** Numbers somebody can call from, in E.164, each once. The company's own lines are nobody's. @param numbers as a provider writes them */
export function callableNumbers(numbers: readonly string[], { country, known }: ReadContext): string[] {
	const phones = numbers.map((number) => parsePhone(number, { country, known }));
	return [...new Set(phones.flatMap(({ e164, contactClass }) => (e164 === null || contactClass === 'own' ? [] : [e164 as string])))];
}

/** Addresses in lower case, each once. */
export function knownEmails(...emails: ReadonlyArray<string | null>): string[] {
	return [...new Set(emails.flatMap((email) => (email !== null && email.includes('@') ? [email.toLowerCase()] : [])))];
}

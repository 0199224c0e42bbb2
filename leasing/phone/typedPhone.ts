import { UserMistake } from '../userMistake';
import { parsePhone } from './parsePhone';
import type { E164 } from './phone';

/** A renter's number as a person typed it, in any usual spelling. @throws UserMistake when it is none */
export function typedPhone(text: string, country: string): E164 {
	const nobody = { own: new Set<string>(), staff: new Set<string>() };
	const { e164 } = parsePhone(text, { country, known: nobody });
	if (e164 !== null) return e164;
	throw new UserMistake(
		text === '' ? 'Phone Number is empty.' : 'Phone Number holds no phone number.',
		"Enter the renter's number with its area code, such as (512) 555-0123, or an expression that gives one.",
	);
}

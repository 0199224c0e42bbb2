import { reason, type Reason } from '../../reason';

/** How often a form may be sent in an hour before a person has to look. */
export interface FormCeilings {
	/** From one address. */
	address: number;
	/** With one phone number in it. */
	number: number;
	/** At all. */
	form: number;
}

/** A household, or an office with one connection, stays below; a program that types numbers into the form does not. */
export const USUAL_CEILINGS: FormCeilings = { address: 10, number: 3, form: 120 };

/** How often it was sent within this hour, this time included. */
export interface FormCounts {
	address: number;
	number: number;
	form: number;
}

/** Why a person must look before anybody is texted about a form that anybody could have sent. */
export function doubtsOf(counts: FormCounts, ceilings: FormCeilings): Reason[] {
	const doubts: Reason[] = [];
	if (counts.address > ceilings.address)
		doubts.push(
			reason(
				'many_from_address',
				`This was form ${counts.address} from one address within an hour; ${ceilings.address} are allowed.`,
			),
		);
	if (counts.number > ceilings.number)
		doubts.push(
			reason(
				'many_with_number',
				`This was form ${counts.number} with one phone number within an hour; ${ceilings.number} are allowed.`,
			),
		);
	if (counts.form > ceilings.form)
		doubts.push(reason('many_forms', `This form was sent ${counts.form} times within an hour; ${ceilings.form} are allowed.`));
	return doubts;
}

/** A field that people do not see; who fills in everything fills it in, too. */
export function trapDoubt(body: unknown, field: string): Reason | null {
	if (field === '' || typeof body !== 'object' || body === null || Array.isArray(body)) return null;
	const value: unknown = Object.hasOwn(body, field) ? (body as Record<string, unknown>)[field] : undefined;
	const filled = [value].flat().some((one) => one !== undefined && one !== null && String(one).trim() !== '');
	return filled
		? reason('trap_filled', `The hidden field "${field}" was filled in, which people do not see; it may have come from a program.`)
		: null;
}

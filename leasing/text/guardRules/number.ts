import { isNorthAmerican } from '../../phone/nanpKind';
import type { ContactPhone } from '../../phone/phone';
import { forNobody, forPerson, rule, type Asked, type FactName, type GuardRule, type Ruling } from '../guardRule';

/** A rule about the number; whoever has none was refused by the first one. */
function ofNumber<const Fact extends FactName = never>(
	code: string,
	judge: (to: ContactPhone, asked: Asked<Fact>) => Ruling | null,
	needs: readonly Fact[] = [],
): GuardRule<Fact> {
	return rule({ code, needs, judge: (asked) => (asked.request.to === null ? null : judge(asked.request.to, asked)) });
}

/** Grounds in the number itself; they never change. */
export const numberRules: readonly GuardRule[] = [
	rule({
		code: 'no_number',
		needs: [],
		checked: 'number',
		judge: ({ request }) => (request.to === null ? forPerson('There is no phone number to text.') : null),
	}),
	ofNumber('withheld', (to) =>
		to.contactClass === 'withheld'
			? forPerson('The caller hid the number, so there is nothing to text; listen to the voicemail if there is one.')
			: null,
	),
	ofNumber('invalid_number', (to) =>
		to.contactClass === 'invalid' || to.contactClass === 'placeholder'
			? forPerson(to.reasons[0]?.sentence ?? 'This is not a phone number; check it.')
			: null,
	),
	// A text to one of our own lines would come back as a contact and be answered again, for ever.
	ofNumber(
		'own_number',
		(to, { request, facts }) =>
			to.contactClass === 'own' || facts.ownNumber || to.e164 === request.from
				? forNobody("The number is the company's own; texting it would answer ourselves.")
				: null,
		['ownNumber'],
	),
	ofNumber(
		'staff_number',
		(to, { facts }) =>
			to.contactClass === 'staff' || facts.staffNumber ? forNobody('The number belongs to a member of staff.') : null,
		['staffNumber'],
	),
	ofNumber('toll_free', (to) =>
		to.contactClass === 'toll_free'
			? forPerson('The caller used a toll-free number, which a business owns; call back if it matters.')
			: null,
	),
	ofNumber('short_code', (to) =>
		to.contactClass === 'short_code' ? forNobody("The number is a short code of a service, not somebody's phone.") : null,
	),
	ofNumber('premium', (to) =>
		to.contactClass === 'premium'
			? forNobody('The number is premium-rate; do not call or text it, such missed calls are often bait.')
			: null,
	),
	ofNumber('invalid_number', (to) => (to.e164 === null ? forPerson('The phone number could not be read; check it.') : null)),
	ofNumber('not_north_american', (to, { policy }) =>
		!policy.allowInternational && to.e164 !== null && !isNorthAmerican(to.e164)
			? forPerson('The number is not from North America, and texts abroad are switched off.')
			: null,
	),
];

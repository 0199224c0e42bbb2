import { reason, type Reason } from '../reason';
import type { Band } from './bands';
import type { PairComparison } from './compare';
import type { Conflict, Doubt } from './guards';
import type { FieldEvidence, MatchField } from './matchFields';
import { PRIOR } from './weights';

/** One step of the waterfall as people and items see it. */
export interface WaterfallStep {
	field: MatchField | 'start';
	level: string;
	weight: number;
	sentence: string;
}

/** The waterfall of a pair: where the sum starts, then each field that spoke for or against, in bits. */
export function waterfallOf(pair: PairComparison): WaterfallStep[] {
	const start: WaterfallStep = { field: 'start', level: 'prior', weight: PRIOR, sentence: `two records at random ${signed(PRIOR)}` };
	return [start, ...pair.evidence.map((step) => ({ ...step, sentence: sentenceOf(step) }))];
}

/** Why a pair ended in its band: what forbids or asks, then each field, then the sum. */
export function reasonsOf(pair: PairComparison, band: Band): Reason[] {
	const guards = [
		...pair.conflicts.map((conflict) => reason(CONFLICT_CODES[conflict], CONFLICTS[conflict])),
		...(band === 'same' ? [] : pair.doubts.map((doubt) => reason(doubt, DOUBTS[doubt]))),
	];
	const decided = pair.verdict === 'same' ? [reason('decided_by_person', 'A person said that they are one renter.')] : [];
	return [...decided, ...guards, ...pair.evidence.map((step) => reason(`${step.field}_${step.level}`, sentenceOf(step)))];
}

/** One line for a cell of a table: `same phone +18.0; last name differs -4.0; sum +9.1`. */
export function summaryOf(pair: PairComparison): string {
	return [...pair.evidence.map(sentenceOf), `start ${signed(PRIOR)}`, `sum ${signed(pair.weight)}`].join('; ');
}

function sentenceOf({ field, level, weight }: FieldEvidence): string {
	return `${SENTENCES[field][level] ?? `${FIELD_WORDS[field]}: ${level.replace(/_/g, ' ')}`} ${signed(weight)}`;
}

export function signed(weight: number): string {
	return weight < 0 ? `-${Math.abs(weight).toFixed(1)}` : `+${weight.toFixed(1)}`;
}

const FIELD_WORDS: Readonly<Record<MatchField, string>> = {
	first_name: 'first name',
	last_name: 'last name',
	phone: 'phone',
	email: 'e-mail',
	relay: 'relay address',
	provider_contact: 'contact of the provider',
	birth_date: 'birth date',
	street: 'street',
	place: 'city and postcode',
	property: 'property',
};

const NAME_LEVELS = (name: string): Record<string, string> => ({
	exact: `same ${name}`,
	variant: `${name} spelled another way`,
	typo: `${name} one slip apart`,
	similar: `${name} similar`,
	initial: `only an initial of the ${name}`,
	swapped: `${name} stands in the other name field`,
	differs: `${name} differs`,
});

const SENTENCES: Readonly<Record<MatchField, Readonly<Record<string, string>>>> = {
	first_name: {
		...NAME_LEVELS('first name'),
		nickname: 'short form of the first name',
		other_name: 'first names alike, but two names of their own',
	},
	last_name: {
		...NAME_LEVELS('last name'),
		part: 'one half of a double last name',
		generation_differs: 'Jr, Sr or number after the name differs',
		generation_one_sided: 'Jr, Sr or number after one name only',
	},
	phone: {
		exact: 'same phone',
		near: 'phone one digit apart',
		differs: 'another phone',
		shared: 'same phone, which several people use',
		common: 'same phone, which many people use',
	},
	email: {
		exact: 'same e-mail',
		domain_typo: 'same e-mail with a slip in the domain',
		near: 'e-mail one slip apart',
		same_name: 'same e-mail name at another provider',
		close: 'e-mail alike',
		differs: 'another e-mail',
		shared: 'same e-mail, which several people use',
		common: 'same e-mail, which many people use',
	},
	relay: { exact: 'same conversation on the listing site' },
	provider_contact: { exact: 'same contact at the provider' },
	birth_date: {
		exact: 'same birth date',
		near: 'birth date one slip apart',
		close: 'birth date two slips apart',
		differs: 'birth date differs',
	},
	street: {
		home: 'same street and number',
		building: 'same house, another apartment',
		near: 'street or number one slip apart',
		unnumbered: 'same street, one number missing',
		street: 'same street, another number',
		similar: 'street alike',
		number: 'same house number',
		differs: 'another street',
	},
	place: {
		both: 'same city and postcode',
		postcode: 'same postcode',
		city: 'same city',
		near: 'city or postcode alike',
		differs: 'another city and postcode',
	},
	property: { property: 'same property asked for', unit: 'same unit asked for' },
};

const CONFLICT_CODES: Readonly<Record<Conflict, string>> = {
	kept_apart: 'kept_apart',
	together: 'named_together',
	generation: 'generation_differs',
	given_name: 'first_name_conflict',
	birth_date: 'birth_date_conflict',
	recycled: 'number_may_be_recycled',
};

const CONFLICTS: Readonly<Record<Conflict, string>> = {
	kept_apart: 'A person said that these are two renters.',
	together: 'One inquiry named both, so they are two people.',
	generation: "One is the other's junior or senior: father and son are two people.",
	given_name: 'The first names are of two people; they may share a phone, a mailbox or a home.',
	birth_date: 'The birth dates are of two people.',
	recycled: 'The same number under another name, years apart: the phone company may have given it to somebody else.',
};

const DOUBTS: Readonly<Record<Doubt, string>> = {
	name_only: 'Only names and places agree; two strangers may share those.',
	shared_contact: 'Several people use what these two share, and the names do not say which of them this is.',
	home_only: 'Only the address agrees and the names not fully; people who live together share it.',
	generation_unclear: 'One of them is a Jr or Sr and the other is not; they may be father and son.',
	first_name_unclear: 'The first names are too far apart for a slip and too near for two people, and only one other thing agrees.',
	surname_differs: 'The last name differs and only one other thing agrees.',
	years_apart: 'Only the phone agrees, and there are years between; it may have a new owner.',
};

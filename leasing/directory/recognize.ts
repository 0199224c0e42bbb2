import { sameText } from '../portfolio/properties';
import type { PhoneClass } from '../phone/phone';
import { reason, type Reason } from '../reason';
import { compareIds } from './compareIds';
import type { DirectoryPerson, PersonKind, Tenancy } from './directory';
import { livedHere, livingUnder } from './tenancy';

/** Who is on the phone, the first that fits in this order. `nobody`: the number cannot tell. */
export const CALLER_KINDS = ['resident', 'owner', 'vendor', 'staff', 'known_renter', 'stranger', 'nobody'] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

export interface Caller<P extends DirectoryPerson = DirectoryPerson> {
	kind: CallerKind;
	/** Whose record it is; null for strangers, and when the number belongs to several people of whom it could be any. */
	person: P | null;
	/** The lease of a resident. */
	tenancy: Tenancy | null;
	/** Everybody else with this number. */
	others: P[];
	/** The renter's application in the property-management system. */
	applicant: P | null;
	/** The renter's lead. */
	leadId: string | null;
	reasons: Reason[];
}

export interface CallerFacts<P extends DirectoryPerson> {
	/** What the number is to us. */
	phoneClass: PhoneClass;
	/** Everybody in the directory with this number. */
	people: readonly P[];
	/** Leads with this number. */
	leads: ReadonlyArray<{ id: string; fullName: string | null }>;
	/** ISO date where the company is. */
	today: string;
	/** Nothing was ever copied from the property-management system. */
	directoryIsEmpty: boolean;
}

/**
 * Decides who a caller is: resident, owner, vendor, staff, a renter we know, or a stranger, in this order. Somebody may be
 * several of these; the first counts, since a resident who owns another house calls about a leak as well. The order in which
 * people are given does not matter.
 */
export function recognizeCaller<P extends DirectoryPerson>({
	phoneClass,
	people,
	leads,
	today,
	directoryIsEmpty,
}: CallerFacts<P>): Caller<P> {
	const sorted = [...people].sort((a, b) => a.provider.localeCompare(b.provider) || compareIds(a.providerId, b.providerId));
	const base = {
		person: null,
		tenancy: null,
		others: sorted,
		applicant: newestApplicant(sorted),
		leadId: leads.length === 1 ? (leads[0]?.id ?? null) : null,
	};
	if (phoneClass === 'withheld')
		return {
			...base,
			kind: 'nobody',
			reasons: [reason('caller_withheld', 'The caller hid the number, so nobody can tell who it was.')],
		};
	if (phoneClass === 'own')
		return { ...base, kind: 'nobody', reasons: [reason('caller_own_number', "The call came from one of the company's own numbers.")] };

	const known = firstKind(sorted, today);
	if (known !== null) return { ...base, ...oneOf(known.kind, known.people, sorted, today) };
	if (phoneClass === 'staff')
		return {
			...base,
			kind: 'staff',
			reasons: [reason('caller_staff_phone', 'The number is a staff phone in the Portfolio settings.')],
		};

	const notes = [
		...(sorted.some((person) => person.kind === 'resident' && livedHere(person, today))
			? [reason('caller_lived_here', 'Somebody with this number lived here and moved out.')]
			: []),
		...(directoryIsEmpty
			? [
					reason(
						'directory_empty',
						'No residents, owners or vendors have been copied yet, so they cannot be recognized. Run the directory sync once.',
					),
				]
			: []),
	];
	if (base.applicant !== null) {
		return {
			...base,
			kind: 'known_renter',
			reasons: [
				reason(
					'caller_applicant',
					`${named(base.applicant)} has an application on file (${base.applicant.details.status ?? 'no status'}).`,
				),
				...notes,
			],
		};
	}
	if (leads.length > 0) {
		const who = leads.length === 1 ? (leads[0]?.fullName ?? 'a renter without a name') : `${leads.length} different renters`;
		return {
			...base,
			kind: 'known_renter',
			reasons: [reason('caller_known_renter', `The number belongs to a lead: ${who}.`), ...notes],
		};
	}
	return {
		...base,
		kind: 'stranger',
		reasons: [reason('caller_stranger', 'Nobody in the directory and no lead has this number.'), ...notes],
	};
}

type KnownKind = Exclude<PersonKind, 'applicant'>;

function firstKind<P extends DirectoryPerson>(people: P[], today: string): { kind: KnownKind; people: P[] } | null {
	for (const kind of ['resident', 'owner', 'vendor', 'staff'] as const) {
		const found = people.filter(
			(person) => person.kind === kind && person.active && (kind !== 'resident' || livingUnder(person, today) !== null),
		);
		if (found.length > 0) return { kind, people: found };
	}
	return null;
}

function oneOf<P extends DirectoryPerson>(
	kind: KnownKind,
	candidates: P[],
	everybody: P[],
	today: string,
): Pick<Caller<P>, 'kind' | 'person' | 'tenancy' | 'others' | 'reasons'> {
	const [first] = candidates;
	const sure = first !== undefined && (kind === 'resident' ? oneHousehold(candidates, today) : oneName(candidates));
	const person = sure ? first : null;
	const others = everybody.filter((one) => one !== person);
	const tenancy = person !== null && kind === 'resident' ? livingUnder(person, today) : null;
	const also = [...new Set(others.filter((one) => one.active && one.kind !== kind && one.kind !== 'applicant').map((one) => one.kind))];
	const reasons = [
		person === null
			? reason(
					'caller_shared_phone',
					`${candidates.length} different people (${KIND_WORDS[kind]}) have this number: ${candidates.slice(0, 4).map(named).join(', ')}. A person has to find out who called.`,
				)
			: reason(`caller_${kind}`, `${named(person)} is ${KIND_ARTICLE[kind]}${tenancy === null ? '' : leaseWords(tenancy)}.`),
		...(person !== null && candidates.length > 1
			? [
					reason(
						'caller_same_household',
						`${candidates.length} people of one household or name share this number; the record of ${named(person)} is used.`,
					),
				]
			: []),
		...(also.length > 0
			? [reason('caller_also', `The number also belongs to: ${also.map((one) => KIND_WORDS[one]).join(', ')}.`)]
			: []),
	];
	return { kind, person, tenancy, others, reasons };
}

/** A couple under one lease share a phone; two households with one number are a mistake in somebody's data. */
function oneHousehold(people: DirectoryPerson[], today: string): boolean {
	return new Set(people.map((person) => livingUnder(person, today)?.leaseId)).size === 1 || oneName(people);
}

function oneName(people: DirectoryPerson[]): boolean {
	return new Set(people.map((person) => sameText(person.fullName ?? ''))).size === 1;
}

/** Where ids count up, the highest is the newest; where they do not, it is at least always the same one. */
function newestApplicant<P extends DirectoryPerson>(sorted: P[]): P | null {
	return sorted.filter((person) => person.kind === 'applicant' && person.active).at(-1) ?? null;
}

const KIND_WORDS: Readonly<Record<PersonKind, string>> = {
	resident: 'residents',
	owner: 'owners',
	vendor: 'vendors',
	staff: 'staff',
	applicant: 'applicants',
};
const KIND_ARTICLE: Readonly<Record<KnownKind, string>> = {
	resident: 'a resident',
	owner: 'an owner',
	vendor: 'a vendor',
	staff: 'a member of staff',
};

function leaseWords({ unitNumber, state, from }: Tenancy): string {
	const unit = unitNumber === null ? '' : ` in unit ${unitNumber}`;
	return state === 'future' ? `${unit}, moving in${from === null ? ' later' : ` on ${from}`}` : unit;
}

function named({ fullName }: DirectoryPerson): string {
	return fullName ?? 'Somebody without a name';
}

import { identitiesOf } from '../../../leasing/match/identities';
import { reasonsOf } from '../../../leasing/match/explain';
import type { Identity, MatchDecision } from '../../../leasing/match/match';
import { ownKeys } from '../../../leasing/match/nameless';
import { reason, type Reason } from '../../../leasing/reason';
import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import type { StoreFamilies } from '../../../store/port';
import { gather, type Gathered, type MatchRules, type Neighbour } from '../../matching/neighbourhood';
import { ensureRecords } from '../../matching/records';
import { attributeNameless, type Attributed } from './nameless';
import { comparedWith, distinct, findPerson, rounded, type Found, type Near } from './person';

/** What is to be done with an inquiry, and why. */
export interface Decided {
	match: MatchDecision;
	identities: Identity[];
	gathered: Gathered;
	people: Array<Found & { leadId: string | null }>;
	/** Leads that turn out to be one renter, the first one stands for them. */
	joined: string[];
}

/**
 * Looks up what lies around the people of an inquiry and decides whose it is. Writes nothing but records of old leads.
 * @param seeds the people of the inquiry, in its order
 */
export async function decide(tx: StoreFamilies, inquiry: Inquiry, seeds: readonly Neighbour[], rules: MatchRules): Promise<Decided> {
	const { identities, refused } = identitiesOf(inquiry);
	const hits = await tx.leads.findByIdentities(inquiry.portfolio, identities);
	const holders = distinct(hits.map(({ leadId }) => leadId));
	for (const id of holders) {
		const lead = await tx.leads.get(id);
		if (lead) await ensureRecords(tx, lead);
	}
	const gathered = await gather(tx, inquiry.portfolio, seeds, rules);
	const found = seeds.map((person) => findPerson(gathered, person));
	const attributed: Array<Attributed | null> = [];
	for (const one of found) attributed.push(await attributeNameless(tx, gathered, one, holders, rules.fields));

	const people = found.map((one, index) => ({ ...one, leadId: one.leadIds[0] ?? attributed[index]?.leadId ?? null }));
	const owner = people.find(({ leadId }) => leadId !== null);
	const asks = people.flatMap(({ questions }) => questions);
	const waits = people.some(({ waiting }) => waiting.length > 0) || attributed.some((one) => one !== null && one.leadId === null);
	const attention = inquiry.attention ?? [];
	const known = owner !== undefined && attention.length === 0;
	const unclear =
		attention.length > 0 || (!known && (asks.length > 0 || waits || !people.some(({ person }) => ownKeys(person.prepared).length > 0)));

	const match = known
		? knownAs(owner, attributed[people.indexOf(owner)] ?? null, gathered)
		: unclear
			? review(people, attributed, attention)
			: unseen(people);
	return {
		match: { ...match, reasons: [...match.reasons, ...refused] },
		identities,
		gathered,
		people,
		joined: known ? owner.leadIds : [],
	};
}

type Person = Decided['people'][number];

/** Shown of a decision; a long list helps nobody. */
const MOST_COMPARED = 5;

function knownAs(owner: Person, attributed: Attributed | null, gathered: Gathered): MatchDecision {
	const [best] = owner.agreeing;
	const several =
		owner.leadIds.length > 1
			? [
					reason(
						'leads_joined',
						`What was known as ${owner.leadIds.length} leads is one renter: this contact has what identifies each of them.`,
					),
				]
			: [];
	const why = best === undefined ? (attributed?.reasons ?? [decidedOver(owner)]) : explained(best, gathered);
	return {
		decision: 'known',
		leadId: owner.leadId,
		candidates: [],
		score: best === undefined ? 0 : rounded(best.pair.weight, 10),
		reasons: [...several, ...why],
		compared: comparedWith([...owner.agreeing, ...owner.questions, ...owner.housemates], MOST_COMPARED),
	};
}

function review(people: readonly Person[], attributed: readonly (Attributed | null)[], attention: readonly Reason[]): MatchDecision {
	const nears = people.flatMap(({ questions }) => questions);
	const [best] = nears;
	const candidates = distinct([
		...people.flatMap(({ leadId }) => leadId ?? []),
		...nears.flatMap(({ other }) => other.leadId ?? []),
		...attributed.flatMap((one) => one?.candidates ?? []),
	]);
	const identified = people.some(({ person }) => ownKeys(person.prepared).length > 0);
	const waits = people.some(({ waiting }) => waiting.length > 0);
	return {
		decision: 'review',
		leadId: null,
		candidates: candidates.sort(),
		score: best === undefined ? 0 : rounded(best.pair.weight, 10),
		reasons: [
			...attention,
			...(identified ? [] : [NO_IDENTITY]),
			...attributed.flatMap((one) => one?.reasons ?? []),
			...(best === undefined ? [] : [UNSURE, ...reasonsOf(best.pair, best.band)]),
			...(waits ? [WAITS] : []),
		],
		compared: comparedWith([...nears, ...people.flatMap(({ housemates }) => housemates)], MOST_COMPARED),
	};
}

function unseen(people: readonly Person[]): MatchDecision {
	const housemates = people.flatMap((person) => person.housemates);
	const [best] = housemates;
	const shares = best === undefined ? [] : [SHARES, ...reasonsOf(best.pair, best.band)];
	return {
		decision: 'new',
		leadId: null,
		candidates: [],
		score: 0,
		reasons: [NOT_SEEN_BEFORE, ...shares],
		compared: comparedWith(housemates, MOST_COMPARED),
	};
}

/** No person said so where the number alone decided. */
function explained({ pair, band }: Near, gathered: Gathered): Reason[] {
	if (!gathered.byNumber(pair.one, pair.other)) return reasonsOf(pair, band);
	return [ONLY_USER, ...reasonsOf({ ...pair, verdict: null, doubts: [] }, band)];
}

function decidedOver({ waiting }: Person): Reason {
	return waiting.length > 0 ? WAITS : reason('same_over_others', 'Another contact of this renter links it to the lead.');
}

const NO_IDENTITY = reason(
	'no_identity',
	"Nothing identifies this contact: there is no phone number or e-mail address that could be somebody's own.",
);
const NOT_SEEN_BEFORE = reason('not_seen_before', 'No lead has this phone number or e-mail address yet.');
const ONLY_USER = reason('only_user', 'One of the two gives no name, and only one person uses what they share.');
const SHARES = reason(
	'shares_contact',
	'It is another person than the lead who uses the same phone, mailbox or conversation: two leads of one household.',
);
const UNSURE = reason('not_sure', 'It may be somebody who is known; a person decides.');
const WAITS = reason('waits_for_person', 'The same renter already waits for a person to decide whose inquiry it is.');

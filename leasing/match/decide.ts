import type { Inquiry } from '../inquiry/inquiry';
import { reason, type Reason } from '../reason';
import type { Identity, IdentityKind, MatchDecision } from './match';
import { compareNames } from './names';

/** An identity of the inquiry that already points to a lead. */
export interface Hit {
	identity: Identity;
	leadId: string;
}

/** What the decision has to know of a lead that was hit. */
export interface HitLead {
	id: string;
	fullName: string | null;
}

/** How much each agreement tells, as log-odds in bits; the sum is the score that staff see. */
export const MATCH_WEIGHTS: Readonly<Record<IdentityKind | 'name_agrees' | 'name_differs', number>> = {
	phone: 9.1,
	email: 9.6,
	relay: 0,
	provider_contact: 10,
	name_agrees: 2.3,
	name_differs: -2.3,
};

/**
 * Decides whether an inquiry belongs to a known lead. In this order:
 * no identity at all: review; no hit: new; hits on several leads: review; a hit under a clearly different name: review
 * (a shared phone or mailbox is not a person); otherwise known. Order and repeats of the hits change nothing.
 * @param identities from identitiesOf; hits on anything else do not count
 * @param hitLeads the leads of the hits; a lead that is not among them counts as nameless
 */
export function decideMatch(
	inquiry: Pick<Inquiry, 'people'>,
	identities: readonly Identity[],
	hits: readonly Hit[],
	hitLeads: readonly HitLead[],
): MatchDecision {
	if (identities.length === 0) {
		return { decision: 'review', leadId: null, candidates: [], score: 0, reasons: [NO_IDENTITY] };
	}
	const counted = distinct(hits.filter((hit) => identities.some((identity) => same(identity, hit.identity))));
	const leadIds = [...new Set(counted.map((hit) => hit.leadId))].sort();
	const [leadId] = leadIds;
	if (leadId === undefined) {
		return { decision: 'new', leadId: null, candidates: [], score: 0, reasons: [NOT_SEEN_BEFORE] };
	}
	const reasons = counted.map((hit) => agreement(hit.identity.kind));
	const identityScore = counted.reduce((sum, hit) => sum + MATCH_WEIGHTS[hit.identity.kind], 0);
	if (leadIds.length > 1) {
		const several = reason('several_leads', `What identifies this contact points to ${leadIds.length} different leads; decide which one it is.`);
		return { decision: 'review', leadId: null, candidates: leadIds, score: rounded(identityScore), reasons: [several, ...reasons] };
	}
	const leadName = hitLeads.find((lead) => lead.id === leadId)?.fullName ?? null;
	const { verdict, name } = nameEvidence(inquiry, counted, leadName);
	if (verdict === 'differ') {
		const shared = reason(
			'shared_contact',
			`The lead is called ${leadName ?? 'nothing'}, this contact ${name ?? 'nothing'}: name differs ${signed(MATCH_WEIGHTS.name_differs)}. They may share a phone or mailbox.`,
		);
		return { decision: 'review', leadId: null, candidates: leadIds, score: rounded(identityScore + MATCH_WEIGHTS.name_differs), reasons: [shared, ...reasons] };
	}
	const names = verdict === 'agree' ? [reason('name_agrees', `name agrees ${signed(MATCH_WEIGHTS.name_agrees)}`)] : [];
	const score = identityScore + (verdict === 'agree' ? MATCH_WEIGHTS.name_agrees : 0);
	return { decision: 'known', leadId, candidates: [], score: rounded(score), reasons: [...reasons, ...names] };
}

/** Compares the lead's name with those of the people whose phone or e-mail was hit; one that agrees is enough. */
function nameEvidence(inquiry: Pick<Inquiry, 'people'>, hits: readonly Hit[], leadName: string | null) {
	const hit = (identity: Identity): boolean => hits.some((candidate) => same(candidate.identity, identity));
	const people = inquiry.people.filter(
		(person) =>
			person.phones.some((phone) => phone.e164 !== null && hit({ kind: 'phone', value: phone.e164 })) ||
			person.emails.some((email) => email.address !== null && hit({ kind: 'email', value: email.address })),
	);
	const compared = people.map((person) => ({ verdict: compareNames(person.fullName, leadName), name: person.fullName }));
	return (
		compared.find((person) => person.verdict === 'agree') ??
		compared.find((person) => person.verdict === 'differ') ?? { verdict: 'unknown' as const, name: null }
	);
}

function agreement(kind: IdentityKind): Reason {
	return reason(`same_${kind}`, `same ${KIND_WORDS[kind]} ${signed(MATCH_WEIGHTS[kind])}`);
}

const KIND_WORDS: Readonly<Record<IdentityKind, string>> = {
	phone: 'phone',
	email: 'e-mail',
	relay: 'relay address',
	provider_contact: 'contact of the provider',
};

const NO_IDENTITY = reason('no_identity', 'Nothing identifies this contact: there is no phone number or e-mail address that could be somebody\'s own.');
const NOT_SEEN_BEFORE = reason('not_seen_before', 'No lead has this phone number or e-mail address yet.');

function same(one: Identity, other: Identity): boolean {
	return one.kind === other.kind && one.value === other.value;
}

function distinct(hits: readonly Hit[]): Hit[] {
	const byKey = new Map(hits.map((hit) => [`${hit.identity.kind} ${hit.identity.value} ${hit.leadId}`, hit]));
	return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

function signed(weight: number): string {
	return weight < 0 ? `-${Math.abs(weight).toFixed(1)}` : `+${weight.toFixed(1)}`;
}

function rounded(score: number): number {
	return Math.round(score * 10) / 10;
}

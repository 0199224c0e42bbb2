import { decideMatch, type Hit, type HitLead } from '../../../leasing/match/decide';
import { identitiesOf } from '../../../leasing/match/identities';
import type { Identity, MatchDecision } from '../../../leasing/match/match';
import { compareNames } from '../../../leasing/match/names';
import { inquiry, type ExamplePerson } from './exampleInquiry';

const PHONE: Identity = { kind: 'phone', value: '+15125550123' };
const EMAIL: Identity = { kind: 'email', value: 'ana@gmail.com' };
const ANA: ExamplePerson = { name: 'Ana Ruiz', phones: ['+15125550123'], emails: ['ana@gmail.com'] };

function decide(people: ExamplePerson[], hits: Hit[], leads: HitLead[] = []): MatchDecision {
	const from = inquiry(people);
	return decideMatch(from, identitiesOf(from).identities, hits, leads);
}

function on(leadId: string, ...identities: Identity[]): Hit[] {
	return identities.map((identity) => ({ identity, leadId }));
}

interface Row {
	name: string;
	people: ExamplePerson[];
	hits: Hit[];
	leads?: HitLead[];
	decision: MatchDecision['decision'];
	leadId?: string;
	candidates?: string[];
	score: number;
	reasons: string[];
}

const ROWS: Row[] = [
	{ name: 'nobody known', people: [ANA], hits: [], decision: 'new', score: 0, reasons: ['not_seen_before'] },
	{ name: 'nothing identifies the caller', people: [{ phones: ['anonymous'] }], hits: [], decision: 'review', score: 0, reasons: ['no_identity'] },
	{ name: 'no person at all', people: [], hits: [], decision: 'review', score: 0, reasons: ['no_identity'] },
	{ name: 'same phone', people: [{ phones: ['+15125550123'] }], hits: on('lead_1', PHONE), decision: 'known', leadId: 'lead_1', score: 9.1, reasons: ['same_phone'] },
	{ name: 'same phone, lead without a name', people: [ANA], hits: on('lead_1', PHONE), leads: [{ id: 'lead_1', fullName: null }], decision: 'known', leadId: 'lead_1', score: 9.1, reasons: ['same_phone'] },
	{
		name: 'same phone, e-mail and name',
		people: [ANA],
		hits: on('lead_1', PHONE, EMAIL),
		leads: [{ id: 'lead_1', fullName: 'RUIZ, ANA' }],
		decision: 'known',
		leadId: 'lead_1',
		score: 21,
		reasons: ['same_email', 'same_phone', 'name_agrees'],
	},
	{
		name: 'a call without a name to a lead with one',
		people: [{ phones: ['+15125550123'] }],
		hits: on('lead_1', PHONE),
		leads: [{ id: 'lead_1', fullName: 'Ana Ruiz' }],
		decision: 'known',
		leadId: 'lead_1',
		score: 9.1,
		reasons: ['same_phone'],
	},
	{
		name: 'a phone shared by two people',
		people: [{ name: 'Luis Ortega', phones: ['+15125550123'] }],
		hits: on('lead_1', PHONE),
		leads: [{ id: 'lead_1', fullName: 'Ana Ruiz' }],
		decision: 'review',
		candidates: ['lead_1'],
		score: 6.8,
		reasons: ['shared_contact', 'same_phone'],
	},
	{
		name: 'a couple with one surname is not clearly different',
		people: [{ name: 'Luis Ruiz', phones: ['+15125550123'] }],
		hits: on('lead_1', PHONE),
		leads: [{ id: 'lead_1', fullName: 'Ana Ruiz' }],
		decision: 'known',
		leadId: 'lead_1',
		score: 11.4,
		reasons: ['same_phone', 'name_agrees'],
	},
	{
		name: 'one of two people was known',
		people: [ANA, { name: 'Luis Ortega', phones: ['+15125550124'] }],
		hits: on('lead_1', PHONE),
		leads: [{ id: 'lead_1', fullName: 'Ana Ruiz' }],
		decision: 'known',
		leadId: 'lead_1',
		score: 11.4,
		reasons: ['same_phone', 'name_agrees'],
	},
	{
		name: 'phone and e-mail of two leads',
		people: [ANA],
		hits: [...on('lead_1', PHONE), ...on('lead_2', EMAIL)],
		leads: [{ id: 'lead_1', fullName: 'Ana Ruiz' }, { id: 'lead_2', fullName: 'Ana Ruiz' }],
		decision: 'review',
		candidates: ['lead_1', 'lead_2'],
		score: 18.7,
		reasons: ['several_leads', 'same_email', 'same_phone'],
	},
	{ name: 'a hit on something that is no identity of it', people: [ANA], hits: on('lead_1', { kind: 'phone', value: '+15125550199' }), decision: 'new', score: 0, reasons: ['not_seen_before'] },
];

describe('decideMatch', () => {
	it.each(ROWS)('$name: $decision', (row) => {
		const decided = decide(row.people, row.hits, row.leads);
		expect(decided).toMatchObject({ decision: row.decision, leadId: row.leadId ?? null, candidates: row.candidates ?? [], score: row.score });
		expect(decided.reasons.map((why) => why.code)).toEqual(row.reasons);
	});

	it.each(ROWS)('$name: the same in any order and with repeats', (row) => {
		const decided = decide(row.people, row.hits, row.leads);
		expect(decide(row.people, [...row.hits].reverse(), [...(row.leads ?? [])].reverse())).toEqual(decided);
		expect(decide(row.people, [...row.hits, ...row.hits], row.leads)).toEqual(decided);
	});

	it('explains itself in words and weights', () => {
		const sentences = (row: MatchDecision): string[] => row.reasons.map((why) => why.sentence);
		expect(sentences(decide([ANA], on('lead_1', PHONE), [{ id: 'lead_1', fullName: 'Ana Ruiz' }]))).toEqual(['same phone +9.1', 'name agrees +2.3']);
		expect(sentences(decide([{ ...ANA, name: 'Bo Li' }], on('lead_1', PHONE), [{ id: 'lead_1', fullName: 'Ana Ruiz' }]))[0]).toContain('name differs -2.3');
	});
});

describe('compareNames', () => {
	it.each([
		['Ana Ruiz', 'ana ruiz', 'agree'],
		['José Núñez', 'Jose Nunez', 'agree'],
		["Sean O'Hara", 'OHara Sean', 'agree'],
		['Ana Ruiz-Ortega', 'Ana Ortega', 'agree'],
		['Mr. John Smith Jr.', 'Mr. Bo Li Jr.', 'differ'],
		['Ana Ruiz', 'Luis Ortega', 'differ'],
		['Ana', null, 'unknown'],
		['', 'Ana', 'unknown'],
		['Mr.', 'Ana', 'unknown'],
	])('%j and %j: %s', (one, other, verdict) => {
		expect(compareNames(one, other)).toBe(verdict);
		expect(compareNames(other, one)).toBe(verdict);
	});
});

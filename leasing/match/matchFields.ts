/** The fields of a waterfall, in the order in which people read it. */
export const MATCH_FIELDS = [
	'first_name',
	'last_name',
	'phone',
	'email',
	'relay',
	'provider_contact',
	'birth_date',
	'street',
	'place',
	'property',
] as const;
export type MatchField = (typeof MATCH_FIELDS)[number];

/** One step of the waterfall: how a field agreed and what that tells. `explain.ts` puts it into words. */
export interface FieldEvidence {
	field: MatchField;
	level: string;
	weight: number;
}

/** Every field counts; the default wherever nobody chose. */
export const ALL_FIELDS: ReadonlySet<MatchField> = new Set(MATCH_FIELDS);

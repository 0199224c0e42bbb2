/**
 * How much each piece of evidence says that a property is meant, from 0 to 1. What reaches `CERTAIN` decides by itself;
 * below it only a person does.
 */
export const SCORES = {
	key: 1,
	name: 1,
	alias: 1,
	listing_id: 1,
	called_number: 1,
	mailbox: 0.95,
	address: 0.95,
	similar_name: 0.93,
	address_in_text: 0.92,
	name_in_text: 0.9,
	name_with_typo: 0.88,
	/** The words of a name of the directory in a sentence, in small letters: "with a river view". */
	words_in_text: 0.6,
	/** The words of the name and others: `Maple Court North` where only `Maple Court` is listed. */
	part_of_name: 0.6,
	/** Another number of the same street, or a street of that name in another town. */
	same_street: 0.4,
} as const;

export type EvidenceKind = keyof typeof SCORES;

export const CERTAIN = 0.85;
/** A second property that comes this close makes the first one doubtful. */
export const MARGIN = 0.06;

import { ARTICLE, COUNT, countOf, folded } from './counts';

const LONGEST = 200;
const MOST = 15;
const RELATIVE =
	'(?:wife|husband|hubby|spouse|partner|girlfriend|boyfriend|gf|bf|fiancee?|roommate|roomie|friend|brother|sister|sibling|mom|mother|mum|dad|father|son|daughter|cousin|niece|nephew|baby|newborn|toddler|grandmother|grandma|' +
	'espos[oa]|novi[oa]|pareja|hij[oa]|bebe|herman[oa]|mama|papa|madre|padre|amig[oa]|prim[oa]|femme|mari|conjointe?)';
const PEOPLE =
	'(?:adults?|kids?|children|child|people|persons?|occupants?|tenants?|residents?|roommates?|friends|sons|daughters|boys|girls|toddlers?|babies|baby|infants?|teens?|teenagers?|adultos?|nin[oa]s?|hij[oa]s|personas?|bebes|adultes?|enfants?|personnes?)';
const AGED = '(?:(?:small|young|little|older|teenage|adult|grown|pequen[oa]s|\\d{1,2}[ -]year[ -]old) )?';
const TERM = `(?:(?:just |only |it'?s )?(?:me|myself|i|yo|moi)(?![a-z'])|(?:my|mi|ma|mon) ${AGED}${RELATIVE}(?![a-z])|(?:my |our |mis |mes )?(?:${COUNT}|${ARTICLE}) (?:other )?${AGED}${PEOPLE}(?![a-z]))`;
const LIST = new RegExp(`(?<![a-z'])${TERM}(?:(?:,? ?(?:and|y|e|&|plus|with|con|et|\\/)|,) ?${TERM})*`, 'g');
const TOTAL = new RegExp(
	`\\b(?:(?:family|party|household|group|total|familia|famille|grupo) (?:of|de) (${COUNT})|(?:we are|we're|there are|there's|there will be|somos|seremos|nous sommes)(?: a family of)? (${COUNT})(?: of us| people| persons| adults| personas)?(?= *(?:$|[.,!?;]|and\\b|in\\b|of us|people|adults|personas|total|en\\b))|(${COUNT}) of us)\\b`,
);
const ALONE =
	/\b(?:(?:just|only) (?:me|myself|one person)|(?:by|for) myself|living alone|live alone|solo yo|yo sol[oa]|solo para mi|para mi sol[oa]|una sola persona)\b/;

/** How many people a renter's words count: `2 adults and 1 child`, `me and my two kids`, `family of 4`, `somos 3`. Null when none. */
export function readOccupants(text: string): number | null {
	const plain = folded(text.slice(0, LONGEST)).replace(/\s+/g, ' ');
	return said(plain) ?? bare(plain);
}

/** The words of a message that count who would live there; null when none do, or when they name one of several only. */
export function occupantsIn(text: string): { words: string; count: number } | null {
	const plain = folded(text).replace(/\s/g, ' ');
	const total = TOTAL.exec(plain);
	const count = total === null ? 0 : countOf(total[1] ?? total[2] ?? total[3] ?? '');
	if (total !== null && count >= 1 && count <= MOST) return { words: total[0], count };
	let best: { words: string; count: number } | null = null;
	for (const [words] of plain.matchAll(LIST)) {
		const sum = summed(words);
		const tells = termsIn(words).length > 1 || /\b(?:adult|people|person|occupant|tenant)/.test(words);
		if (tells && sum <= MOST && (best === null || sum > best.count)) best = { words: words.trim(), count: sum };
	}
	if (best !== null) return best;
	const alone = ALONE.exec(plain);
	return alone === null ? null : { words: alone[0], count: 1 };
}

function said(plain: string): number | null {
	const found = occupantsIn(plain);
	if (found !== null) return found.count;
	const [words] = [...plain.matchAll(LIST)].map(([all]) => all).sort((a, b) => summed(b) - summed(a));
	return words === undefined ? null : summed(words);
}

/** `2`, `3+`, `two`. */
function bare(plain: string): number | null {
	const digits = /^\D{0,40}(\d{1,2})(?:\.0)?(?!\d)/.exec(plain)?.[1];
	if (digits !== undefined) return Number(digits);
	const word = new RegExp(`^(?:${COUNT})$`).exec(plain.trim())?.[0];
	return word === undefined ? null : countOf(word);
}

function termsIn(words: string): string[] {
	return words.match(new RegExp(TERM, 'g')) ?? [];
}

function summed(words: string): number {
	return termsIn(words).reduce((sum, term) => {
		const count = new RegExp(`\\b(${COUNT}|${ARTICLE}) (?:other )?${AGED}${PEOPLE}`).exec(term)?.[1];
		return sum + (count === undefined ? 1 : countOf(count));
	}, 0);
}

import { asSaid, folded } from './counts';

const SMALLEST_RENT = 50;
const LARGEST_RENT = 100_000;
/** A sum in a sentence that is smaller is a fee, a street number or a weight. */
const SMALLEST_SAID = 300;
const LONGEST_VALUE = 200;

/** `1.800` and `1 800 $` are written for 1,800 in Spanish and French; `1.5-1.8k` leaves the first k out. */
function plainAmounts(text: string): string {
	return text
		.slice(0, LONGEST_VALUE)
		.replace(/\b(\d{1,3})[.](\d{3})(?![\d.])/g, '$1$2')
		.replace(/\b(\d{1,2})[ \u00a0\u202f](\d{3})(?=[ \u00a0\u202f]?(?:\$|€|dol|usd|cad))/gi, '$1$2')
		.replace(/\b(\d),(\d) ?k\b/gi, '$1.$2k')
		.replace(/\b(\d{1,2}(?:\.\d)?)(?= ?(?:-|–|to|or|and|a|y) ?\$?\d{1,2}(?:\.\d)? ?k\b)/gi, '$1k');
}

function amountsIn(text: string): number[] {
	return [...plainAmounts(text).matchAll(/(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k\b)?/gi)]
		.map(
			([, whole = '', fraction = '', thousands]) =>
				Number(whole.replaceAll(',', '') + fraction) * (thousands === undefined ? 1 : 1_000),
		)
		.filter((amount) => amount >= SMALLEST_RENT && amount <= LARGEST_RENT)
		.map(Math.round);
}

/** Monthly rent from `$1,800`, `1.8k` or `1500 - 1800 per month` (the upper end). Null when there is no plausible rent. */
export function readBudget(text: string): number | null {
	const amounts = amountsIn(text);
	return amounts.length === 0 ? null : Math.max(...amounts);
}

/** The lower end of a range of rents; null when only one is named. */
export function readBudgetMin(text: string): number | null {
	const amounts = amountsIn(text);
	return amounts.length < 2 || Math.min(...amounts) === Math.max(...amounts) ? null : Math.min(...amounts);
}

const AMOUNT =
	'\\$? ?(?:\\d{1,2}(?:[.,]\\d{1,2})? ?k\\b|\\d{1,3}(?:,\\d{3})+(?:\\.\\d\\d)?|\\d{1,3}\\.\\d{3}|\\d{3,5}(?!\\.\\d{3}))(?![:/]\\d)(?!\\d)';
const AMOUNTS = `${AMOUNT}(?: ?(?:-|–|to|and|a|y|or) ?${AMOUNT})?(?!-\\d)`;
const NO_RENT = '(?! ?(?:sq|sf|square|ft|feet|miles?|mi\\b|min|lbs?|pounds?|people|credit|%|[ap]m\\b))';
/** What a renter says of a sum that is the most they would pay. */
const SAID: readonly RegExp[] = [
	new RegExp(
		`\\b(?:budget|presupuesto|price range|rent range|max(?:imum)?(?: rent| price| budget)?|spend|(?<!(?:current(?:ly)|now|already|i) )pay|afford|pagar|gastar|maximo)\\b[^.!?\\n$\\d]{0,30}(${AMOUNTS})${NO_RENT}`,
	),
	new RegExp(
		`\\b(?:under|below|less than|up to|no more than|not (?:over|more than)|at most|menos de|hasta|no mas de|por debajo de|moins de|jusqu'a)(?: around| about| los| de)? (${AMOUNTS})${NO_RENT}`,
	),
	new RegExp(
		`(${AMOUNTS})(?: ?(?:\\/ ?mo(?:nth)?|per month|a month|al mes|por mes|monthly|dollars))? ?(?:max(?:imum|imo)?|budget|or (?:less|under|below|lower)|o menos|tops|de presupuesto)\\b`,
	),
	new RegExp(`\\b(?:around|about|roughly|alrededor de|unos) (\\$ ?${AMOUNT.slice(5)})${NO_RENT}`),
	new RegExp(`(\\$ ?${AMOUNT.slice(5)} ?(?:-|–|to) ?${AMOUNT})${NO_RENT}`),
];
/** The same words tell of other sums, too. */
const OTHER_SUM =
	/\b(?:income|mak(?:e|es|ing)|earn\w*|salary|deposit\w*|gano|ganamos|ingresos?|credit|score|fees?|currently|bonus|savings?)\b[^.!?\n]{0,30}$/;

/** The words of a message that tell what the renter would pay; null when none do. "Is the $1,800 unit open?" tells nothing. */
export function budgetIn(text: string): string | null {
	const plain = folded(text);
	for (const pattern of SAID) {
		const found = pattern.exec(plain);
		const amounts = found?.[1]?.trim();
		if (found === null || amounts === undefined || OTHER_SUM.test(plain.slice(Math.max(0, found.index - 40), found.index))) continue;
		const most = readBudget(amounts);
		if (most === null || most < SMALLEST_SAID || isYear(amounts, found[0])) continue;
		return asSaid(text, plain, found.index + found[0].indexOf(amounts), amounts.length);
	}
	return null;
}

/** "Hasta 2027" is a year unless money is spoken of. */
function isYear(amounts: string, words: string): boolean {
	return /^20[2-4]\d$/.test(amounts) && !/budget|presupuesto|pay|pagar|spend|afford|rent/.test(words);
}

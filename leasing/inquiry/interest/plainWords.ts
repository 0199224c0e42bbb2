import { MONTH_NAME } from './moveInWords';
import { OTHER_PHRASES, OTHER_WORDS } from './otherLanguages.data';

const COUNTS: Readonly<Record<string, string>> = {
	a: '1',
	an: '1',
	one: '1',
	two: '2',
	couple: '2',
	three: '3',
	few: '3',
	four: '4',
	five: '5',
	six: '6',
	seven: '7',
	eight: '8',
	nine: '9',
	ten: '10',
	eleven: '11',
	twelve: '12',
};
const COUNTED =
	/\b(?:the )?(?:a )?(an?|one|two|couple|three|few|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: of)?(?: more)? (?=(?:day|week|month)s?\b)/g;
const MISSPELLED: ReadonlyArray<readonly [RegExp, string]> = [
	[/\bf(?:eb|e)?u?br?u?ary\b/g, 'february'],
	[/\bjanurary\b|\bjanuray\b/g, 'january'],
	[/\bsept(?:em|em)?eber\b|\bsetember\b/g, 'september'],
	[/\bagust\b/g, 'august'],
];
/** chrono does not know every short form when it stands alone. */
const SHORT_MONTH = /\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/g;
const LONG_MONTHS = new Map(
	'january february march april june july august september october november december'
		.split(' ')
		.map((month) => [month.slice(0, 3), month]),
);
const MONTH_DOT = new RegExp(`\\b(${MONTH_NAME})\\.(?= ?\\d| |$)`, 'g');
const MONTH_THE = new RegExp(`\\b(${MONTH_NAME})(?: on)? the (?=\\d)`, 'g');
const OTHER_WORD = new RegExp(`\\b(?:${[...OTHER_WORDS.keys()].join('|')})\\b`, 'g');

/** Small letters without accents, single spaces, counts as digits, and the words for times of Spanish and French in English. */
export function plainWords(text: string): string {
	let plain = text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘´`]/g, "'")
		.replace(/[_\s]+/g, ' ')
		.trim();
	for (const [pattern, english] of OTHER_PHRASES) plain = plain.replace(pattern, english);
	plain = plain.replace(OTHER_WORD, (word) => OTHER_WORDS.get(word) ?? word);
	for (const [pattern, right] of MISSPELLED) plain = plain.replace(pattern, right);
	return plain
		.replace(/'(\d{2})\b/g, '20$1')
		.replace(/\bof (?=20\d\d\b)/g, '')
		.replace(MONTH_DOT, '$1 ')
		.replace(SHORT_MONTH, (month) => LONG_MONTHS.get(month.slice(0, 3)) ?? month)
		.replace(MONTH_THE, '$1 ')
		.replace(/\b(?:a|one|1) (day|week|month) or (?:two|2|so)\b/g, '1-2 $1s')
		.replace(COUNTED, (_all, word: string) => `${COUNTS[word] ?? word} `)
		.replace(/\bmid[ -]+/g, 'mid ')
		.replace(/ {2,}/g, ' ')
		.replace(/[\s.!?,;:]+$/, '')
		.trim();
}

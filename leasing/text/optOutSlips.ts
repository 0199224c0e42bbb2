/** Keywords that are worth finding under look-alike letters; each ends texts as a whole reply. */
const KEYWORDS: ReadonlySet<string> = new Set(['stop', 'stopall', 'unsubscribe', 'optout', 'quit', 'revoke', 'texting', 'messaging']);

/** Letters of other scripts, small capitals and signs that look like a Latin letter. As of Unicode 16, only those of the keywords. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
	a: '\u0430\u0391\u03b1\u1d00@4',
	b: '\u0412\u0432\u0392\u0299',
	c: '\u0441\u1d04',
	e: '\u0435\u0395\u03b5\u1d07\u20ac3',
	g: '\u0262\u0261',
	i: '\u0456\u0399\u03b9\u026a!1|',
	k: '\u043a\u039a\u03ba\u1d0b',
	l: '\u029f1|',
	n: '\u041d\u039d\u0274',
	o: '\u043e\u039f\u03bf\u1d0f0\u{1F17E}',
	p: '\u0440\u03a1\u03c1\u1d18\u{1F17F}\u00fe',
	q: '\u051b\ua7af',
	r: '\u0433\u0280',
	s: '\u0455\ua731\u00a75$\u{1F182}',
	t: '\u0442\u03a4\u03c4\u1d1b7+\u2020\u{1F183}',
	u: '\u03c5\u1d1c',
	v: '\u03bd\u1d20',
	x: '\u0445\u03a7\u03c7',
};
/** The first letter named for a sign, so that 1 is an i. */
const LATIN = new Map<string, string>();
for (const [letter, signs] of Object.entries(LOOK_ALIKES)) {
	for (const sign of signs) if (!LATIN.has(sign)) LATIN.set(sign, letter);
}
/** Flags, which spell words too. */
const FIRST_FLAG = 0x1f1e6;

/** "ST0P", "$top", or STOP in Cyrillic letters as the word it looks like; all else stays as it was. */
export function unmask(text: string): string {
	return text.replace(/\S+/gu, (token) => {
		const letters = [...token.normalize('NFKD').toLowerCase()].map(latin).join('');
		const word = letters.replace(/[^a-z]/g, '');
		return KEYWORDS.has(word) && !/^[a-z]+$/i.test(token) ? word : token;
	});
}

function latin(sign: string): string {
	const code = sign.codePointAt(0) ?? 0;
	if (code >= FIRST_FLAG && code < FIRST_FLAG + 26) return String.fromCharCode(97 + code - FIRST_FLAG);
	return LATIN.get(sign) ?? LATIN.get(sign.toUpperCase()) ?? sign;
}

/** One slip away from "stop" and yet words of their own. */
const WORDS: ReadonlySet<string> = new Set('atop,shop,slop,sop,soap,step,stoop,stomp,stow,stops,strop,sto,top,tops,estop'.split(','));
const NEIGHBOURS: Readonly<Record<string, string>> = { s: 'adwxze', t: 'ryfg56', o: 'ipkl90', p: 'ol0' };

/** Whole replies that are "stop" with two letters swapped: nobody means anything else by them. */
export const SWAPPED: ReadonlySet<string> = new Set(['tsop', 'sotp', 'stpo']);

/** Whether a reply of one word may be "stop" with one letter missing, doubled, too many, or from the key beside. */
export function isSlipOfStop(word: string): boolean {
	if (WORDS.has(word) || word === 'stop') return false;
	if (/^s+t+o+p+s*$/.test(word)) return true;
	const stop = [...'stop'];
	if (word.length === 3) return stop.some((_letter, at) => stop.toSpliced(at, 1).join('') === word);
	if (word.length === 5) return [...word].some((_letter, at, all) => all.toSpliced(at, 1).join('') === 'stop');
	return (
		word.length === 4 &&
		stop.some((letter, at) => [...(NEIGHBOURS[letter] ?? '')].some((near) => stop.with(at, near).join('') === word))
	);
}

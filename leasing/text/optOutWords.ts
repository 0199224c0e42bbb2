import { DOUBTS, HARMLESS, OUT_PHRASES, OUT_REPLIES, POLITE } from './optOutPhrases';
import { isSlipOfStop, SWAPPED, unmask } from './optOutSlips';

export interface OptOutReading {
	/**
	 * `out`: end all texts at once. `in`: texts are welcome again. `help`: wants to know who we are.
	 * `unsure`: perhaps an opt-out; send nothing by itself and let a person decide. `none`: an ordinary message.
	 */
	kind: 'out' | 'in' | 'help' | 'unsure' | 'none';
	/** The words that decided, in plain lower case; null for `none`. */
	matched: string | null;
}

const IN_REPLIES: ReadonlySet<string> = new Set([
	'start',
	'unstop',
	'yes',
	'opt in',
	'optin',
	'opt me in',
	'opt me back in',
	'resubscribe',
	'subscribe',
	'start texting',
	'start texting me again',
	'comenzar',
]);
const HELP_REPLIES: ReadonlySet<string> = new Set(['help', 'info', 'ayuda', 'aide']);

/** Longer than any text message; what is beyond cannot have been typed as a reply. */
const LONGEST = 2_000;

/**
 * Reads an inbound text for "stop texting me" in any wording. Twilio knows eight single words; US law asks for anything
 * that a reasonable person would understand. Errs towards `unsure`, never towards sending on.
 */
export function readOptOut(body: string): OptOutReading {
	const raw = unmask(body.slice(0, LONGEST));
	const words = plainWords(raw);
	if (words === '')
		return /[\u{1F6D1}\u{270B}\u{1F6AB}\u{26D4}]/u.test(raw) ? { kind: 'out', matched: 'stop sign' } : { kind: 'none', matched: null };

	const bare = words
		.replace(new RegExp(`\\b(?:${POLITE})\\b`, 'g'), ' ')
		.replace(/\s+/g, ' ')
		.trim();
	// Only politeness may surround a keyword; "please cancel" and "the end" are said of tours and leases too.
	if (OUT_REPLIES.has(words)) return { kind: 'out', matched: words };
	if (OUT_REPLIES.has(bare) && bare !== 'cancel' && bare !== 'end' && bare !== 'fin') return { kind: 'out', matched: bare };
	if (SWAPPED.has(bare)) return { kind: 'out', matched: bare };
	if (IN_REPLIES.has(words)) return { kind: 'in', matched: words };
	// "yes please" answers a question; only the bare word is the carrier's command.
	if (IN_REPLIES.has(bare) && bare !== 'yes') return { kind: 'in', matched: bare };
	if (HELP_REPLIES.has(words)) return { kind: 'help', matched: words };

	const relevant = HARMLESS.reduce((text, pattern) => text.replace(pattern, ' '), words)
		.replace(/\s+/g, ' ')
		.trim();
	const phrase = firstMatch(relevant, OUT_PHRASES) ?? leadingStop(relevant) ?? shoutedStop(raw, relevant);
	if (phrase !== null) return { kind: 'out', matched: phrase };
	const doubt = firstMatch(relevant, DOUBTS) ?? slip(bare);
	return doubt === null ? { kind: 'none', matched: null } : { kind: 'unsure', matched: doubt };
}

/** One word, or the first of a few: "stopo", "stoop texting me". */
function slip(bare: string): string | null {
	const [first = '', ...others] = bare.split(' ');
	if (isSlipOfStop(first) && (others.length === 0 || /^(?:text|txt|mess|msg|call|contact|send)/.test(others[0] ?? ''))) return first;
	return /^(?:stoop|top|step) (?:texting|messaging|contacting|sending)\b/.exec(bare)?.[0] ?? null;
}

/** Lower case without accents, apostrophes, punctuation and emoji, single spaces. */
export function plainWords(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['\u2018\u2019\u02BC`\u00B4]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | null {
	for (const pattern of patterns) {
		const match = pattern.exec(text)?.[0];
		if (match !== undefined) return match.trim();
	}
	return null;
}

/** "Stop. I already found a place": a reply that begins with the keyword. */
function leadingStop(words: string): string | null {
	return /^(?:please |pls |plz |ok |just )*(?:stop|unsubscribe)\b/.exec(words)?.[0] ?? null;
}

/** "hey STOP it": one shouted keyword in a message that is otherwise not shouted. */
function shoutedStop(raw: string, relevant: string): string | null {
	return /\bstop\b/.test(relevant) && /\bSTOP\b/.test(raw) && /\p{Ll}/u.test(raw) ? 'stop' : null;
}

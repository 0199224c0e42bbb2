import { isOneOf } from './sameText';
import { PROVED, refuse, usable, type Presented, type ProofVerdict } from './verdict';

/** Where a sender puts the secret itself. It proves less than a signature: whoever sees one request can send others. */
export type WordPlace =
	| { in: 'header'; name: string; prefix: string }
	/** A parameter of the address. Addresses stand in the logs of proxies. */
	| { in: 'query'; name: string };

const LONGEST_WORD = 1_000;
/** Shorter words are guessed, and cannot be told from the words of a message when they are taken out of a body. */
const SHORTEST_SECRET = 8;

/** Tells whether a request brings one of our secrets. @param places the first of these at which there is anything counts */
export function verifyWord(places: readonly WordPlace[], request: Presented & { secrets: readonly string[] }): ProofVerdict {
	const secrets = usable(request.secrets);
	if (secrets.length === 0) return refuse('no_secret');
	const given = places
		.map((place) => (place.in === 'header' ? inHeader(place, request) : request.query[place.name]))
		.find((text) => text !== undefined && text.trim() !== '');
	return judge(given, secrets);
}

/** @param given undefined: none was brought */
export function judge(given: string | undefined, secrets: readonly string[]): ProofVerdict {
	if (secrets.some((secret) => secret.length < SHORTEST_SECRET)) return refuse('secret_too_short');
	if (given === undefined || given.trim() === '') return refuse('proof_missing');
	if (given.length > LONGEST_WORD) return refuse('proof_wrong');
	return isOneOf(given.trim(), secrets) ? PROVED : refuse('proof_wrong');
}

function inHeader({ name, prefix }: Extract<WordPlace, { in: 'header' }>, { headers }: Presented): string | undefined {
	const text = headers[name]?.trim();
	if (text === undefined || prefix === '') return text;
	// `bearer` and `Bearer` are the same word.
	return text.toLowerCase().startsWith(prefix.toLowerCase()) ? text.slice(prefix.length) : undefined;
}

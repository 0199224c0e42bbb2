import type { Proof } from './proof/prove';

/** Headers that tell something of a lead. All others stay at the door: they prove who sent it, or are nobody's business. */
const KEPT = new Set([
	'content-type',
	'user-agent',
	'origin',
	'referer',
	'accept-language',
	'x-request-id',
	'x-webhook-id',
	'webhook-id',
	'idempotency-key',
	'x-cal-webhook-version',
]);

const LONGEST = 2_000;

export function keptHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			KEPT.has(name) && value !== undefined ? [[name, value.slice(0, LONGEST)]] : [],
		),
	);
}

/** @param proof its parameter of the address stays out */
export function keptQuery(
	query: Readonly<Record<string, string | undefined>>,
	proof: { kind: Proof['kind'] } | null,
): Record<string, string> {
	const secret = proof !== null && 'places' in proof ? (proof as Extract<Proof, { kind: 'word' }>).places.map(({ name }) => name) : [];
	return Object.fromEntries(
		Object.entries(query).flatMap(([name, value]) =>
			secret.includes(name) || value === undefined ? [] : [[name, value.slice(0, LONGEST)]],
		),
	);
}

import { readBody } from '../body/readBody';
import { refuse, usable, type Presented, type ProofVerdict } from './verdict';
import { judge } from './word';

/** Some senders write the secret into the body itself. The body has to be read before it is known whose it is, so it may not be large. */
export const LARGEST_BEFORE_PROOF = 131_072;

/** @param field the name of the field, on the outermost level */
export function verifyBodyWord(field: string, request: Presented & { secrets: readonly string[] }): ProofVerdict {
	const secrets = usable(request.secrets);
	if (secrets.length === 0) return refuse('no_secret');
	if (request.rawBody.length > LARGEST_BEFORE_PROOF) return refuse('proof_wrong');
	const { body } = readBody(request.rawBody, request.headers['content-type'] ?? null);
	const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>)[field] : undefined;
	return judge(typeof given === 'string' ? given : undefined, secrets);
}

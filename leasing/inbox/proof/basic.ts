import { isOneOf } from './sameText';
import { PROVED, refuse, usable, type Presented, type ProofVerdict } from './verdict';

const LONGEST_HEADER = 2_000;

/** HTTP's own user and password; the password is one of our secrets. */
export function verifyBasic(user: string, request: Presented & { secrets: readonly string[] }): ProofVerdict {
	const secrets = usable(request.secrets);
	if (secrets.length === 0) return refuse('no_secret');
	const header = request.headers.authorization?.trim() ?? '';
	if (header === '') return refuse('proof_missing');
	const found = header.length > LONGEST_HEADER ? null : /^basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header);
	if (!found?.[1]) return refuse('proof_wrong');
	const given = Buffer.from(found[1], 'base64').toString('utf8');
	const expected = secrets.map((secret) => `${user.trim()}:${secret}`);
	return isOneOf(given, expected) ? PROVED : refuse('proof_wrong');
}

import type { Millis } from '../../time';
import { verifyBasic } from './basic';
import { verifyBodyWord } from './bodyWord';
import { verifyHmac, type HmacScheme } from './hmac';
import type { Presented, ProofVerdict } from './verdict';
import { verifyWord, type WordPlace } from './word';

/** How a sender proves that a request is his. */
export type Proof =
	| { kind: 'hmac'; scheme: HmacScheme }
	| { kind: 'word'; places: readonly WordPlace[] }
	| { kind: 'body'; field: string }
	| { kind: 'basic'; user: string };

/** Tells whether a request is from whoever has one of the secrets. */
export function prove(proof: Proof, request: Presented & { secrets: readonly string[]; now: Millis }): ProofVerdict {
	switch (proof.kind) {
		case 'hmac':
			return verifyHmac(proof.scheme, request);
		case 'word':
			return verifyWord(proof.places, request);
		case 'body':
			return verifyBodyWord(proof.field, request);
		case 'basic':
			return verifyBasic(proof.user, request);
	}
}

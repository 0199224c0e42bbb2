import type { Channel } from '../../inquiry/inquiry';
import type { Millis } from '../../time';
import type { HmacScheme } from '../proof/hmac';
import type { Proof } from '../proof/prove';

/** One sender whose habits are known: how he proves himself, and what tells one of his deliveries from the next. */
export interface SenderRecipe {
	/** Stable; part of our public contract. */
	id: string;
	/** What the node's menu and the documentation call it. */
	name: string;
	/** Null: the user says how (`Proven By`). */
	proof: Proof | null;
	/** Where each of these paths holds something, they name the delivery for ever. Tried in turn; `+` joins what only together tells it. */
	ids: readonly string[];
	/** The same record is sent again when it changes: the id and the bytes together name the delivery. */
	changes?: true;
	/** Equal bodies within this time are one delivery, where no id is found. */
	sameWithin: Millis;
	/** Field of the body that holds the secret; taken out before anything is kept. */
	secretField?: string;
	/** Answers a question that the sender asks by GET before it sends anything. */
	handshake?: 'hub_challenge';
	/** The list of things that a delivery brings, each of which is a lead of its own: its path, and the id inside of each. */
	each?: { batches: string; list: string; id: string };
	/** What Normalize Lead goes by where the item itself says nothing. */
	channel: Channel | null;
	source: string | null;
	/** When it was last compared with what the vendor publishes. */
	asOf: string;
}

/** The usual scheme: HMAC-SHA256 over the body, in hex, under one header. */
export function signedBody(header: string, other: Partial<HmacScheme> = {}): Proof {
	return {
		kind: 'hmac',
		scheme: {
			header,
			algorithm: 'sha256',
			encoding: 'hex',
			prefix: '',
			part: null,
			time: null,
			signed: '{body}',
			oldest: 0,
			key: 'text',
			...other,
		},
	};
}

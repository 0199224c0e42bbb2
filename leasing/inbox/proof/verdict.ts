import { reason, type Reason } from '../../reason';

/** Whether a request is who it says it is from. `status` is what it is answered: 401 nothing was proved, 403 it was and is wrong. */
export type ProofVerdict = { ok: true } | { ok: false; status: 401 | 403 | 413 | 503; reason: Reason };

/** What a request brings to be proved with. */
export interface Presented {
	/** Names in lower case. */
	headers: Readonly<Record<string, string | undefined>>;
	query: Readonly<Record<string, string | undefined>>;
	/** The body's bytes before any parser touched them. */
	rawBody: Buffer;
}

export const PROVED: ProofVerdict = { ok: true };

const REFUSALS = {
	no_secret: [
		503,
		'The credential holds no secret, so no request can be checked. Enter the one that the sender was given into the Lead Inbox credential.',
	],
	secret_too_short: [
		503,
		'The secret in the Lead Inbox credential is shorter than 8 characters, so it can be guessed. Choose a longer one, there and at the sender.',
	],
	proof_missing: [
		401,
		'The request carries nothing that proves who sent it, or something on the way removed it. Check what the sender was told to send, and Sender in the trigger.',
	],
	proof_wrong: [
		403,
		'What the request proves itself with does not fit. Either it is forged, or the secret in the Lead Inbox credential is not the one that the sender has.',
	],
	time_missing: [401, 'The request does not say when it was sent, and this sender always does.'],
	too_old: [
		403,
		'The request was sent too long ago, so it may be a recording. If the sender repeats late, raise Oldest Request in the trigger; if not, check the clock of this machine.',
	],
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export function refuse(code: RefusalCode): ProofVerdict {
	const [status, sentence] = REFUSALS[code];
	return { ok: false, status, reason: reason(code, sentence) };
}

/** Secrets as they count: without the blanks that copying brings, and without empty ones. */
export function usable(secrets: readonly string[]): string[] {
	return secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
}

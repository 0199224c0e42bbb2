import type { INode } from 'n8n-workflow';

import { MINUTE, SECOND, type Clock, type Millis } from '../../../leasing/time';

/** What reading credentials needs of an n8n context. */
export interface CredentialContext {
	getNode(): INode;
	getCredentials<T extends object>(type: string): Promise<T>;
}

/** Reads the credentials of one node, from memory where it may. */
export interface RememberedCredentials extends CredentialContext {
	/**
	 * Forgets what is remembered, so that the next read asks n8n; for a credential that did not fit.
	 * @returns false when it was read just now and would be the same again
	 */
	forget(): boolean;
}

/**
 * Outside of an execution n8n builds a new sandbox for expressions whenever it decrypts a credential: 50-100 ms of one core, twice
 * for each request, more than all else between Twilio and our answer. A changed credential is heard of after so long.
 */
const GOOD_FOR: Millis = 90 * SECOND;
/** A published trigger reads its credentials again this often, so that a call that comes after a quiet hour is answered as fast. */
export const READ_AGAIN_EVERY: Millis = MINUTE;
/** Whoever sends us forged requests must not make us read credentials for each of them. */
const JUST_NOW: Millis = SECOND;

interface Remembered {
	credential: Promise<object>;
	readAt: Millis;
}

const known = new Map<string, Remembered>();

/** @param owner names the node in the whole process; what one node may read is never handed to another */
export function rememberCredentials(context: CredentialContext, owner: string, clock: Clock): RememberedCredentials {
	return {
		getNode: () => context.getNode(),
		async getCredentials<T extends object>(type: string): Promise<T> {
			const key = keyOf(context, owner, type);
			const found = known.get(key);
			// A cast, not a check: as with n8n's own function, whoever reads a credential checks it.
			if (found && age(found, clock) < GOOD_FOR) return (await found.credential) as T;
			return (await remember(key, context.getCredentials(type), clock.now())) as T;
		},
		forget() {
			const keys = typesOf(context).map((type) => keyOf(context, owner, type));
			const old = keys.filter((key) => {
				const found = known.get(key);
				return found !== undefined && age(found, clock) > JUST_NOW;
			});
			old.forEach((key) => known.delete(key));
			return old.length > 0;
		},
	};
}

/**
 * Reads the node's credentials anew; until that is done requests go on with what is known. One that cannot be read is
 * left to the next request, which says so.
 */
export async function readAgain(context: CredentialContext, owner: string, clock: Clock): Promise<void> {
	for (const type of typesOf(context)) {
		const readAt = clock.now();
		const credential = await context.getCredentials<object>(type).catch(() => null);
		if (credential) await remember(keyOf(context, owner, type), Promise.resolve(credential), readAt);
	}
}

async function remember(key: string, credential: Promise<object>, readAt: Millis): Promise<object> {
	const entry = { credential, readAt };
	known.set(key, entry);
	credential.catch(() => {
		if (known.get(key) === entry) known.delete(key);
	});
	return await credential;
}

/** What was read in the future was read before the clock was set back; nobody knows how long ago. */
function age({ readAt }: Remembered, clock: Clock): Millis {
	return Math.abs(clock.now() - readAt);
}

function typesOf(context: CredentialContext): string[] {
	return Object.keys(context.getNode().credentials ?? {});
}

function keyOf(context: CredentialContext, owner: string, type: string): string {
	return `${owner}:${type}:${context.getNode().credentials?.[type]?.id ?? ''}`;
}

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
	/**
	 * Looks in the background whether the credentials are still there and the same, if that was not done for a while; for when the answer is
	 * out, so that nobody waits for it. After it, a credential that was deleted answers no request any more.
	 */
	lookAgain(): Promise<void>;
}

/**
 * Outside of an execution n8n builds a new sandbox for expressions whenever it decrypts a credential: 50-100 ms of one core, twice
 * for each request, more than all else between Twilio and our answer. A changed credential is heard of after so long.
 */
const GOOD_FOR: Millis = 90 * SECOND;
/** A published trigger reads its credentials again this often, so that a call that comes after a quiet hour is answered as fast. */
export const READ_AGAIN_EVERY: Millis = MINUTE;
/**
 * What was read longer ago than this is looked up again after a request was answered from it: a process that only takes webhooks (queue
 * mode) has no round of its own, and there, too, a deleted credential must stop opening the door. At most one read in this time.
 */
const LOOK_AGAIN_AFTER: Millis = 15 * SECOND;
/** Whoever sends us forged requests must not make us read credentials for each of them. */
const JUST_NOW: Millis = SECOND;

interface Remembered {
	credential: Promise<object>;
	readAt: Millis;
	/** When it was last tried to read it again. */
	lookedAt: Millis;
}

/** In the memory of this process, and nowhere else: not in the store, and not in n8n's static data. */
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
		async lookAgain() {
			const isOld = (readAt: Millis) => clock.now() - readAt >= LOOK_AGAIN_AFTER;
			const old = typesOf(context).filter((type) => {
				const found = known.get(keyOf(context, owner, type));
				return found !== undefined && isOld(found.readAt) && isOld(found.lookedAt);
			});
			await readAll(context, owner, clock, old);
		},
	};
}

/**
 * Reads the node's credentials anew; until that is done requests go on with what is known. One that cannot be read just now is
 * left to the next request, which says so; one that is gone is forgotten at once.
 * @returns the types of those that are gone
 */
export async function readAgain(context: CredentialContext, owner: string, clock: Clock): Promise<string[]> {
	return await readAll(context, owner, clock, typesOf(context));
}

async function readAll(context: CredentialContext, owner: string, clock: Clock, types: readonly string[]): Promise<string[]> {
	const gone: string[] = [];
	for (const type of types) {
		const key = keyOf(context, owner, type);
		const readAt = clock.now();
		const before = known.get(key);
		if (before) before.lookedAt = readAt;
		try {
			const credential = await context.getCredentials<object>(type);
			await remember(key, Promise.resolve(credential), readAt);
		} catch (error) {
			if (!isGone(error)) continue;
			known.delete(key);
			gone.push(type);
		}
	}
	return gone;
}

/**
 * Whether a credential was deleted, or is not chosen any more. Everything else, such as a database of n8n that is locked, passes.
 * n8n exports no class for it (2.41: `CredentialNotFoundError`, and a NodeOperationError for a node without one).
 */
export function isGone(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return (
		error.constructor.name === 'CredentialNotFoundError' ||
		/^Credential with ID .* (does not exist|was not found)|^Node does not have any credentials set/.test(error.message)
	);
}

async function remember(key: string, credential: Promise<object>, readAt: Millis): Promise<object> {
	const entry: Remembered = { credential, readAt, lookedAt: readAt };
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

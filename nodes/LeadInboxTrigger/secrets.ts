import * as z from 'zod/v4';

import { reason, type Reason } from '../../leasing/reason';
import type { CredentialContext } from '../shared/trigger/rememberedCredentials';

const schema = z.object({
	secret: z.string().default(''),
	secondSecret: z.string().default(''),
	thirdSecret: z.string().default(''),
	user: z.string().default(''),
	verifyToken: z.string().default(''),
});

export interface InboxSecrets {
	secrets: string[];
	user: string;
	verifyToken: string;
}

/** @returns null when it is none of ours */
export function inboxSecrets(credential: unknown): InboxSecrets | null {
	const parsed = schema.safeParse(credential);
	if (!parsed.success) return null;
	const { secret, secondSecret, thirdSecret, user, verifyToken } = parsed.data;
	return { secrets: [secret, secondSecret, thirdSecret].filter((one) => one.trim() !== ''), user, verifyToken: verifyToken.trim() };
}

/** Without them nothing can be checked, so nothing is taken: the sender shall repeat it until somebody has mended that. */
export async function readSecrets(credentials: CredentialContext): Promise<InboxSecrets | Reason> {
	if (credentials.getNode().credentials?.leadInboxApi === undefined)
		return reason('no_credential', 'No Lead Inbox credential is chosen, so no request can be checked. Choose one in the trigger.');
	const credential = await credentials.getCredentials<object>('leadInboxApi').catch(() => null);
	const secrets = credential === null ? null : inboxSecrets(credential);
	return (
		secrets ??
		reason('credential_unreadable', 'The Lead Inbox credential cannot be read; perhaps it was deleted. Choose one in the trigger.')
	);
}

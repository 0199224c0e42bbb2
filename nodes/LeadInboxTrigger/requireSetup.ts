import type { ITriggerFunctions } from 'n8n-workflow';

import { UserMistake } from '../../leasing/userMistake';
import { storeFor } from '../shared/store/storeFor';
import { formSettings } from './formSettings';
import { inboxSettings } from './parameters';
import { readSecrets } from './secrets';

/** Whoever publishes hears at once of what would only fail later, when nobody looks. @throws UserMistake, StoreError */
export async function requireSetup(context: ITriggerFunctions): Promise<void> {
	const read = (name: string, fallback: unknown): unknown => context.getNodeParameter(name, fallback);
	const { proof, recipe } = inboxSettings(read);
	await storeFor(context);
	if (proof === null) {
		const { captcha } = formSettings(read);
		if (captcha !== null && context.getNode().credentials?.leadFormCaptchaApi === undefined)
			throw new UserMistake('No Form Captcha credential is chosen.', 'Choose one, or set Captcha to None.');
		return;
	}
	const secrets = await readSecrets(context);
	if ('code' in secrets) throw new UserMistake(secrets.sentence, 'Without a secret every request is refused.');
	if (secrets.secrets.length === 0)
		throw new UserMistake(
			'The Lead Inbox credential holds no secret.',
			'Enter the one that the sender has, or one of your own that you enter there, too.',
		);
	if (recipe.handshake === 'hub_challenge' && secrets.verifyToken === '')
		throw new UserMistake(
			'The Lead Inbox credential holds no Verify Token.',
			'Make one up, and enter it there and where the app asks for the callback URL.',
		);
}

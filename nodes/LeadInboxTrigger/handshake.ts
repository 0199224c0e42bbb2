import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isOneOf } from '../../leasing/inbox/proof/sameText';
import type { InboxSettings } from './parameters';
import { readSecrets } from './secrets';

/** What a sender asks before it sends anything is answered only to who knows our word. Longer challenges are nobody's. */
const CHALLENGE = /^[\w.-]{1,200}$/;

/** Answers a GET: a sender's handshake, or a person's browser. */
export async function answerGet(context: IWebhookFunctions, { recipe }: InboxSettings): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const answer = (status: number, body: string): IWebhookResponseData => {
		response.status(status).type('text/plain').send(body);
		return { noWebhookResponse: true };
	};
	const query = context.getQueryData() as Record<string, unknown>;
	if (recipe.handshake !== 'hub_challenge' || query['hub.mode'] === undefined) return answer(200, 'Leads are sent here by POST.');
	const secrets = await readSecrets(context);
	if ('code' in secrets || secrets.verifyToken === '') {
		const why = 'code' in secrets ? secrets.sentence : 'The Lead Inbox credential holds no Verify Token.';
		context.logger.warn(`Lead Inbox Trigger could not answer a handshake: ${why}`);
		return answer(503, 'Not set up yet.');
	}
	const [mode, word, challenge] = [query['hub.mode'], query['hub.verify_token'], query['hub.challenge']];
	const known = mode === 'subscribe' && typeof word === 'string' && isOneOf(word, [secrets.verifyToken]);
	if (!known || typeof challenge !== 'string' || !CHALLENGE.test(challenge)) return answer(403, 'Refused.');
	return answer(200, challenge);
}

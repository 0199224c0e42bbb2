import type { ITriggerFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import { readBody } from '../../leasing/inbox/body/readBody';
import { bytesOf, type LeadDelivery } from '../../leasing/inbox/delivery';
import {
	CAPTCHA_SERVICES,
	captchaDoubt,
	captchaDown,
	captchaMissing,
	captchaToken,
	type CaptchaKind,
} from '../../leasing/inbox/form/captcha';
import type { Reason } from '../../leasing/reason';
import { SECOND, type Millis } from '../../leasing/time';

const TIME_LIMIT: Millis = 5 * SECOND;

const credentialSchema = z.object({ secretKey: z.string().trim().min(1), verifyUrl: z.string().trim().default('') });

/** What the service said of forms whose workflow is run again: it says so once only. */
const said = new Map<string, Reason | null>();
const MOST_REMEMBERED = 1_000;

/**
 * Asks the captcha's service whether a person filled in the form. Only now, and not while the visitor waits: a service that is slow or
 * away must not lose a lead. @returns why a person must look; null when there is nothing against it
 */
export async function askCaptcha(context: ITriggerFunctions, kind: CaptchaKind, delivery: LeadDelivery): Promise<Reason | null> {
	const token = captchaToken(readBody(bytesOf(delivery.body), delivery.contentType).body, kind);
	if (token === null) return captchaMissing(kind);
	const known = said.get(token);
	if (known !== undefined) return known;
	const credential = credentialSchema.safeParse(await context.getCredentials('leadFormCaptchaApi').catch(() => null));
	if (!credential.success) return captchaDown(kind, 'the trigger has no Form Captcha credential with a secret key');
	try {
		const answer: unknown = await context.helpers.httpRequest({
			method: 'POST',
			url: credential.data.verifyUrl || CAPTCHA_SERVICES[kind].url,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ secret: credential.data.secretKey, response: token }).toString(),
			json: true,
			timeout: TIME_LIMIT,
		});
		const doubt = captchaDoubt(answer, kind);
		if (said.size >= MOST_REMEMBERED) said.clear();
		said.set(token, doubt);
		return doubt;
	} catch (thrown) {
		// Without the message's address, which may hold more than it should.
		const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'no answer';
		return captchaDown(kind, `it did not answer as expected within ${TIME_LIMIT / SECOND} seconds (${code})`);
	}
}

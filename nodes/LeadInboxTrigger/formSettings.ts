import * as z from 'zod/v4';

import { CAPTCHAS, type CaptchaKind } from '../../leasing/inbox/form/captcha';
import { USUAL_CEILINGS, type FormCeilings } from '../../leasing/inbox/form/doubts';
import { readOrigins, type AllowedOrigin } from '../../leasing/inbox/form/origins';
import { UserMistake } from '../../leasing/userMistake';
import type { ReadParameter } from './parameters';

/** How a form that a browser sends to us is taken. */
export interface FormSettings {
	origins: AllowedOrigin[];
	/** The hidden field; '' for none. */
	trap: string;
	captcha: CaptchaKind | null;
	ceilings: FormCeilings;
	/** Where a browser goes afterwards; null shows a page of ours. */
	thankYouUrl: string | null;
	thankYouText: string;
}

export const THANK_YOU = 'Thank you. We got your message and will get back to you shortly.';

const count = z.number().int().min(1).max(100_000);

const schema = z.object({
	allowedOrigins: z.string().default(''),
	trap: z.string().trim().max(100).default(''),
	captcha: z.enum(['none', ...CAPTCHAS]).default('none'),
	thankYouUrl: z.string().trim().max(2_000).default(''),
	settings: z.object({
		perAddress: count.default(USUAL_CEILINGS.address),
		perNumber: count.default(USUAL_CEILINGS.number),
		perForm: count.default(USUAL_CEILINGS.form),
		thankYouText: z.string().trim().max(500).default(''),
	}),
});

const LABELS: Readonly<Record<string, string>> = {
	allowedOrigins: 'Allowed Origins',
	trap: 'Hidden Field',
	captcha: 'Captcha',
	thankYouUrl: 'Thank-You Page',
	perAddress: 'Forms per Address and Hour',
	perNumber: 'Forms per Phone Number and Hour',
	perForm: 'Forms per Hour',
	thankYouText: 'Thank-You Text',
};

/** @throws UserMistake naming the field */
export function formSettings(read: ReadParameter): FormSettings {
	const parsed = schema.safeParse({
		allowedOrigins: read('allowedOrigins', ''),
		trap: read('trap', ''),
		captcha: read('captcha', 'none'),
		thankYouUrl: read('thankYouUrl', ''),
		settings: read('settings', {}),
	});
	if (!parsed.success) {
		const fields = [...new Set(parsed.error.issues.map(({ path }) => LABELS[String(path.at(-1))] ?? 'Options'))];
		throw new UserMistake(
			`A setting of the Lead Inbox Trigger cannot be read: ${fields.join(', ')}.`,
			'Open the trigger and enter it again.',
		);
	}
	const { allowedOrigins, trap, captcha, thankYouUrl, settings } = parsed.data;
	if (thankYouUrl !== '' && !/^https?:\/\/[^\s]+$/i.test(thankYouUrl))
		throw new UserMistake('Thank-You Page is no web address.', 'Enter it as the browser shows it, beginning with https://.');
	return {
		origins: readOrigins(allowedOrigins),
		trap,
		captcha: captcha === 'none' ? null : captcha,
		ceilings: { address: settings.perAddress, number: settings.perNumber, form: settings.perForm },
		thankYouUrl: thankYouUrl || null,
		thankYouText: settings.thankYouText || THANK_YOU,
	};
}

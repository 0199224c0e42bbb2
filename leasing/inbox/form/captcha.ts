import * as z from 'zod/v4';

import { reason, type Reason } from '../../reason';

export const CAPTCHAS = ['turnstile', 'recaptcha', 'hcaptcha'] as const;
export type CaptchaKind = (typeof CAPTCHAS)[number];

/** Where each service is asked, and the field in which its widget puts what it found. */
export const CAPTCHA_SERVICES: Readonly<Record<CaptchaKind, { name: string; url: string; field: string }>> = {
	turnstile: { name: 'Turnstile', url: 'https://challenges.cloudflare.com/turnstile/v0/siteverify', field: 'cf-turnstile-response' },
	recaptcha: { name: 'reCAPTCHA', url: 'https://www.google.com/recaptcha/api/siteverify', field: 'g-recaptcha-response' },
	hcaptcha: { name: 'hCaptcha', url: 'https://api.hcaptcha.com/siteverify', field: 'h-captcha-response' },
};

/** Longer than any service's. */
const LONGEST_TOKEN = 8_000;

/** What the widget put into the form; null when there is none. */
export function captchaToken(body: unknown, kind: CaptchaKind): string | null {
	if (typeof body !== 'object' || body === null) return null;
	const token: unknown = [(body as Record<string, unknown>)[CAPTCHA_SERVICES[kind].field]].flat()[0];
	return typeof token === 'string' && token !== '' && token.length <= LONGEST_TOKEN ? token : null;
}

const answerSchema = z.object({
	success: z.boolean(),
	'error-codes': z.array(z.string()).default([]),
	/** reCAPTCHA 3: from 0, a program, to 1, a person. */
	score: z.number().optional(),
});

/** Google's own advice for the beginning. */
const LOWEST_SCORE = 0.5;

/** Reads what the service answered. @returns null: a person filled in the form */
export function captchaDoubt(answer: unknown, kind: CaptchaKind): Reason | null {
	const { name } = CAPTCHA_SERVICES[kind];
	const parsed = answerSchema.safeParse(answer);
	if (!parsed.success) return captchaDown(kind, 'it gave an answer that cannot be read');
	const { success, score, 'error-codes': codes } = parsed.data;
	if (success && (score === undefined || score >= LOWEST_SCORE)) return null;
	if (success) return reason('captcha_failed', `${name} takes the sender for a program (score ${score}).`);
	if (codes.some((code) => /secret|sitekey/.test(code)))
		return reason(
			'captcha_setup',
			`${name} does not accept our secret key (${codes.join(', ')}). Correct it in the Form Captcha credential.`,
		);
	if (codes.some((code) => /timeout|duplicate|already/.test(code)))
		return reason('captcha_failed', `${name} had checked this form before, or too long ago.`);
	return reason(
		'captcha_failed',
		`${name} takes the sender for a program${codes.length === 0 ? '' : ` (${codes.join(', ').slice(0, 200)})`}.`,
	);
}

export function captchaMissing(kind: CaptchaKind): Reason {
	const { name, field } = CAPTCHA_SERVICES[kind];
	return reason('captcha_missing', `The form came without what ${name} puts into the field ${field}.`);
}

/** @param why as in "it did not answer within 5 seconds" */
export function captchaDown(kind: CaptchaKind, why: string): Reason {
	return reason('captcha_down', `${CAPTCHA_SERVICES[kind].name} could not be asked whether a person filled in the form: ${why}.`);
}

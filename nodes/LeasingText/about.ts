import * as z from 'zod/v4';

import { NO_FINGERPRINT } from '../../leasing/inquiry/fingerprint';
import { sentKey } from '../../leasing/inquiry/sentKey';
import type { Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import type { TextAbout } from '../../office/texts/textRenter';

/** What Leasing Text reads of an item of Deduplicate Lead; anything else in it is passed on untouched. */
const itemSchema = z.object({
	lead: z.object({ id: z.string() }).passthrough().nullish(),
	inquiry: z
		.object({
			portfolio: z.string(),
			provider: z.string(),
			providerId: z.string(),
			fingerprint: z.string().default(NO_FINGERPRINT),
			occurredAt: z.string(),
			people: z.array(
				z.object({ firstName: z.string().nullish(), phones: z.array(z.object({ raw: z.string() }).passthrough()) }).passthrough(),
			),
			interest: z
				.object({ propertyKey: z.string().nullish(), propertyName: z.string().nullish(), propertyState: z.string().nullish() })
				.passthrough(),
			source: z.object({ line: z.string().nullish() }).passthrough(),
			call: z.object({ callKey: z.string(), line: z.string().nullish() }).passthrough().nullish(),
		})
		.passthrough()
		.nullish(),
});

/**
 * Puts together what the item says and what the options override.
 * @param options the node's options; empty fields do not override
 */
export function textAbout(json: unknown, options: Record<string, unknown>): TextAbout {
	const parsed = itemSchema.safeParse(json);
	const inquiry = parsed.success ? parsed.data.inquiry : null;
	const person = inquiry?.people[0];
	const interest = inquiry?.interest;
	const given = (name: string): string => String(options[name] ?? '').trim();

	const from = given('from') || inquiry?.call?.line || inquiry?.source.line || '';
	if (from === '') {
		throw new UserMistake(
			'It is not clear from which of your lines this text should go out.',
			'Connect Leasing Text behind Deduplicate Lead, whose items name the line that was called, or set the option From Line.',
		);
	}
	const eventKey = given('eventKey') || (inquiry ? sentKey(inquiry) : '');
	if (eventKey === '') {
		throw new UserMistake(
			'This item does not say what the text is about, so a repeated run could send it twice.',
			'Connect Leasing Text behind Deduplicate Lead, or set the option Event Key to something that is unique for the event, such as the id of a form entry.',
		);
	}
	return {
		portfolio: inquiry?.portfolio ?? 'main',
		to: given('to') || person?.phones[0]?.raw || '',
		from,
		eventKey,
		eventAt: eventTime(given('eventTime') || inquiry?.occurredAt || ''),
		leadId: (parsed.success && parsed.data.lead?.id) || null,
		call: inquiry?.call ? { provider: inquiry.provider, callKey: inquiry.call.callKey } : null,
		propertyKey: interest?.propertyKey ?? null,
		// Without a key the name is only what somebody said.
		propertyName: interest?.propertyKey ? (interest.propertyName ?? null) : null,
		propertyState: interest?.propertyState ?? null,
		firstName: person?.firstName ?? null,
	};
}

function eventTime(value: string): Millis {
	const at = Date.parse(value);
	if (Number.isFinite(at)) return at;
	throw new UserMistake(
		value === '' ? 'This item does not say when the event happened.' : `The event time "${value}" is not a date and time.`,
		'Set the option Event Time, for example to {{ $now }} if the event happened just now.',
	);
}

import * as z from 'zod/v4';

import { HOUR, SECOND } from '../../leasing/time';
import { explainTwilioError } from '../../leasing/twilio/errors';
import type { TextProvider, TextProviderWords } from '../../office/texts/textProvider';
import { twilioRequest, type TwilioContext } from './transport';

const messageSchema = z.object({
	sid: z.string(),
	status: z.string(),
	body: z.string().nullish(),
	direction: z.string().nullish(),
	date_created: z.string().nullish(),
});
const listSchema = z.object({ messages: z.array(messageSchema) });
const lookupSchema = z.object({ line_type_intelligence: z.object({ type: z.string().nullish() }).passthrough().nullish() }).passthrough();

/**
 * How far our clock may have been ahead of Twilio's when the request was begun; a machine that takes local time for UTC, until
 * its clock is set, is hours ahead. A message of another row of ours is never taken, however new it is.
 */
const CLOCK_SKEW = 12 * HOUR;

/** Enough for delivery reports, which need no request to Twilio. */
export const twilioWords: TextProviderWords = { name: 'twilio', explain: explainTwilioError };

/** Twilio's Messages API. https://www.twilio.com/docs/messaging/api/message-resource */
export function twilioTextProvider(context: TwilioContext): TextProvider {
	return {
		...twilioWords,

		async send({ to, from, body, statusUrl, validSeconds }) {
			const reply = await twilioRequest(context, {
				method: 'POST',
				path: '/Messages.json',
				form: {
					To: to,
					From: from,
					Body: body,
					ValidityPeriod: String(validSeconds),
					...(statusUrl ? { StatusCallback: statusUrl } : {}),
				},
				timeout: 10 * SECOND,
			});
			if (reply.kind === 'busy') return { kind: 'busy', retryAfterMs: reply.retryAfterMs };
			if (reply.kind === 'refused') return { kind: 'refused', code: reply.code, message: reply.message };
			if (reply.kind === 'unanswered') return { kind: 'unknown', message: reply.message };
			const message = messageSchema.safeParse(reply.body);
			if (!message.success) return { kind: 'unknown', message: 'Twilio accepted the request but its answer could not be read.' };
			return { kind: 'accepted', providerId: message.data.sid, providerStatus: message.data.status };
		},

		// Without a date filter: Twilio's works on date_sent by whole days, and a queued message has none yet.
		async find({ to, from, body }, since) {
			const reply = await twilioRequest(context, {
				method: 'GET',
				path: '/Messages.json',
				query: { To: to, From: from, PageSize: '50' },
			});
			if (reply.kind !== 'ok') return null;
			return listSchema
				.parse(reply.body)
				.messages.filter(
					(message) =>
						message.direction === 'outbound-api' &&
						message.body === body &&
						Date.parse(message.date_created ?? '') >= since - CLOCK_SKEW,
				)
				.map((message) => ({ providerId: message.sid, providerStatus: message.status }));
		},

		// https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence; it costs a fee each time.
		async lineType(phone, patience) {
			const reply = await twilioRequest(context, {
				method: 'GET',
				path: `/v2/PhoneNumbers/${encodeURIComponent(phone)}`,
				host: 'lookups',
				query: { Fields: 'line_type_intelligence' },
				timeout: patience,
			});
			return reply.kind === 'ok' ? (lookupSchema.safeParse(reply.body).data?.line_type_intelligence?.type ?? null) : null;
		},
	};
}

import * as z from 'zod/v4';

import type { MissedCallEvent } from '../../leasing/call/call';
import { looksLikeMissedCall, parseMissedCallEvent } from '../../leasing/call/missedCallSchema';
import { UserMistake } from '../../leasing/userMistake';

const missedCall = z.object({
	event: z.literal('missed_call'),
	caller: z.object({ raw: z.string(), e164: z.string().nullish(), withheld: z.boolean().nullish() }),
});
const inquiry = z.object({
	inquiry: z.object({ people: z.array(z.object({ phones: z.array(z.object({ raw: z.string(), e164: z.string().nullish() })) })) }),
});

/**
 * The number to look up: the one in the field, else that of the item. '' is a hidden number.
 * @throws UserMistake when there is none at all
 */
export function phoneOf(json: unknown, given: string): string {
	if (given !== '') return given;
	const call = missedCall.safeParse(json);
	if (call.success) return call.data.caller.withheld === true ? '' : (call.data.caller.e164 ?? call.data.caller.raw);
	const from = inquiry.safeParse(json);
	const [phone] = from.success ? from.data.inquiry.people.flatMap(({ phones }) => phones) : [];
	if (phone) return phone.e164 ?? phone.raw;
	throw new UserMistake(
		'Phone is empty, and the item holds no phone number.',
		'Connect a Missed Call Trigger or Normalize Lead, or enter the number under Phone, for example {{ $json.phone }}.',
	);
}

/** The missed call that the item is; null when it is something else, or not whole. */
export function missedCallIn(json: unknown): MissedCallEvent | null {
	if (!looksLikeMissedCall(json)) return null;
	const parsed = parseMissedCallEvent(json);
	return parsed.ok ? parsed.event : null;
}

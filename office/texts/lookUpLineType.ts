import * as z from 'zod/v4';

import { DAY, SECOND, type Clock } from '../../leasing/time';
import type { Store } from '../../store/port';
import { twilioRequest, type TwilioContext } from '../Twilio/transport';

const schema = z.object({ line_type_intelligence: z.object({ type: z.string().nullish() }).passthrough().nullish() }).passthrough();

/** A number seldom changes its kind; Lookup costs a fee each time. */
const KEPT_FOR = 90 * DAY;
/** The text must be on its way within seconds; an unknown kind is texted and the delivery report tells. */
const PATIENCE = 2 * SECOND;

/** Asks Twilio Lookup for the line type, once per number and 90 days. Says nothing when it cannot tell in time. */
export async function lookUpLineType(
	context: TwilioContext,
	{ store, clock }: { store: Store; clock: Clock },
	phone: string,
): Promise<void> {
	const known = await store.phoneFacts.get(phone);
	if (known && (known.textable === false || clock.now() - known.learnedAt < KEPT_FOR)) return;
	const asking = twilioRequest(context, {
		method: 'GET',
		path: `//v2/PhoneNumbers/${encodeURIComponent(phone)}`,
		query: { Fields: 'line_type_intelligence' },
		timeout: PATIENCE,
	});
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE)));
	const reply = await Promise.race([asking, patience]);
	clearTimeout(timer);
	if (reply?.kind !== 'ok') return;
	const type = schema.safeParse(reply.body).data?.line_type_intelligence?.type;
	if (type) await store.phoneFacts.save({ phone, lineType: type, textable: null, via: 'lookup', learnedAt: clock.now() });
}

import type { IWebhookFunctions } from 'n8n-workflow';

import { trapDoubt } from '../../leasing/inbox/form/doubts';
import { judgeOrigin } from '../../leasing/inbox/form/origins';
import { visitorAddress } from '../../leasing/inbox/form/visitorAddress';
import { DELIVERY } from '../../leasing/limits/limits';
import { reason, type Reason } from '../../leasing/reason';
import { consumerOf } from '../shared/events/consumer';
import { systemClock } from '../shared/runtime';
import type { Refused } from '../shared/trigger/inbox';
import { isFlood } from './flood';
import type { FormSettings } from './formSettings';
import { readRequest, type InboxRequest } from './request';

/** A form that a browser sent, and what speaks against it already. */
export interface SentByBrowser {
	request: InboxRequest;
	address: string | null;
	doubts: Reason[];
}

/** A browser can hold no secret, so nothing proves who sends. What can be said is where the form stands, and how often it comes. */
export async function readForm(context: IWebhookFunctions, form: FormSettings): Promise<{ ok: true; sent: SentByBrowser } | Refused> {
	const { headers, ip } = context.getRequestObject();
	const text = (value: string | string[] | undefined): string | undefined => [value].flat()[0];
	const address = visitorAddress(ip ?? null, text(headers['x-forwarded-for']));
	if (isFlood(consumerOf(context), address, systemClock))
		return {
			ok: false,
			status: 429,
			reason: reason('too_many_forms', 'Forms come faster than people can send them, so this one was not read.'),
			headers: { 'Retry-After': '60' },
		};
	const origin = judgeOrigin({ origin: text(headers.origin), referer: text(headers.referer) }, form.origins);
	if (origin.verdict === 'refused')
		return {
			ok: false,
			status: 403,
			reason: reason(
				'origin_refused',
				'The form stands on a page that Allowed Origins does not name. If it is yours, add the beginning of its address there.',
			),
			// Whatever n8n has written there: no other site's script is to read our answer.
			headers: { 'Access-Control-Allow-Origin': 'null', Vary: 'Origin' },
		};
	const read = await readRequest(context, DELIVERY.anybody.bytes);
	if (!read.ok) return read;
	return { ok: true, sent: { request: read.request, address, doubts: 'doubt' in origin ? [origin.doubt] : [] } };
}

/** What speaks against a form by where it stands and what stands in it. */
export function doubtsAbout(body: unknown, { doubts }: SentByBrowser, { trap }: FormSettings): Reason[] {
	const trapped = trapDoubt(body, trap);
	return trapped === null ? doubts : [...doubts, trapped];
}

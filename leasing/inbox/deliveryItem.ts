import { reason, sentencesOf, type Reason } from '../reason';
import { readBody } from './body/readBody';
import { bytesOf, type LeadDelivery } from './delivery';

/** What every item says of its delivery, beside what was delivered. */
export interface AboutDelivery {
	event: LeadDelivery['event'];
	deliveryId: string;
	portfolio: string;
	via: LeadDelivery['via'];
	sender: string;
	name: string | null;
	channel: LeadDelivery['channel'];
	source: string | null;
	receivedAt: string;
	/** A person must look before anybody is texted; the office holds such texts whatever the workflow does. */
	needsPerson: boolean;
	/** Why, in sentences; empty when nothing speaks against it. */
	why: string;
	/** What was left out of the item, and why. */
	left: Reason[];
}

export function aboutDelivery(delivery: LeadDelivery, doubts: readonly Reason[] = delivery.doubts, left: Reason[] = []): AboutDelivery {
	const { event, deliveryId, portfolio, via, sender, name, channel, source, receivedAt } = delivery;
	return {
		event,
		deliveryId,
		portfolio,
		via,
		sender,
		name,
		channel,
		source,
		receivedAt,
		needsPerson: doubts.length > 0,
		why: sentencesOf(doubts),
		left,
	};
}

/** The item for a mail as it came, headers and all, as Normalize Lead reads it. */
export function mailItem(delivery: LeadDelivery): object {
	return { raw: textOf(delivery), delivery: aboutDelivery(delivery) };
}

/** The item for a request, with the fields that n8n's own Webhook node gives. @param without fields of the outermost level that are nobody's business */
export function requestItem(delivery: LeadDelivery, doubts: readonly Reason[] = delivery.doubts, without: readonly string[] = []): object {
	const { body, files, fieldsLeft } = readBody(bytesOf(delivery.body), delivery.contentType);
	const left: Reason[] = [];
	if (files.length > 0)
		left.push(
			reason(
				'files_left',
				`The form brought ${files.length === 1 ? 'a file' : `${files.length} files`}, which are not in the item: ${files
					.map(({ name }) => name)
					.join(', ')
					.slice(0, 300)}.`,
			),
		);
	if (fieldsLeft > 0) left.push(reason('fields_left', `The form has ${fieldsLeft} fields beyond the limit, which are not in the item.`));
	return {
		headers: delivery.headers,
		params: {},
		query: delivery.query,
		body: without.length === 0 ? body : withoutFields(body, without),
		delivery: aboutDelivery(delivery, doubts, left),
	};
}

function withoutFields(body: unknown, without: readonly string[]): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	return Object.fromEntries(Object.entries(body).filter(([name]) => !without.includes(name)));
}

/** What was delivered as text. A mail may mix character sets; its bytes are then kept one by one, as mail readers expect it. */
export function textOf({ body, via }: Pick<LeadDelivery, 'body' | 'via'>): string {
	if ('text' in body) return body.text;
	return bytesOf(body).toString(via === 'mailbox' ? 'latin1' : 'utf8');
}

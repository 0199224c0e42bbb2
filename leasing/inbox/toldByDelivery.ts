import type { Millis } from '../time';
import { LEAD_DELIVERY } from './delivery';

/** An item of our inboxes, taken apart. */
export interface ToldByDelivery {
	/** What was delivered, without what our inbox says of it. */
	item: unknown;
	/** When it came: after a restart the workflow may run long after. */
	receivedAt: Millis | null;
	/** Where these leads come from when they do not say it themselves. */
	source: string | null;
}

/** Takes what our inbox says of a delivery out of an item, so that no reader takes a form's name for a renter's. Any other item stays as it is. */
export function toldByDelivery(item: unknown): ToldByDelivery {
	const nothing = { item, receivedAt: null, source: null };
	if (typeof item !== 'object' || item === null || !('delivery' in item)) return nothing;
	const { delivery, ...rest } = item;
	if (typeof delivery !== 'object' || delivery === null || !('event' in delivery) || delivery.event !== LEAD_DELIVERY) return nothing;
	const { receivedAt, source } = delivery as { receivedAt?: unknown; source?: unknown };
	const at = typeof receivedAt === 'string' ? Date.parse(receivedAt) : Number.NaN;
	return {
		item: rest,
		receivedAt: Number.isNaN(at) ? null : at,
		source: typeof source === 'string' && source.trim() !== '' ? source : null,
	};
}

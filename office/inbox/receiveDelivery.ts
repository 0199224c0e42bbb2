import { LEAD_DELIVERY, type LeadDelivery } from '../../leasing/inbox/delivery';
import { deliveryKeys, type Sameness } from '../../leasing/inbox/deliveryKey';
import type { Reason } from '../../leasing/reason';
import { toIso, type Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';
import type { Office } from '../office';

/** A lead as it came, before the office has it. */
export type IncomingDelivery = Omit<LeadDelivery, 'event' | 'deliveryId' | 'receivedAt'>;

export interface Received {
	delivery: LeadDelivery;
	/** It was here before: nothing was kept, and the workflow runs (or ran) for the first one. */
	repeated: boolean;
}

/** What else happens in the transaction that keeps a delivery; not for a repeated one. */
export interface Beside {
	/** Why a person must look at it, besides what it brings; may count. */
	judge?(tx: StoreFamilies, at: Millis): Promise<Reason[]>;
	/** What is to be written with it, both or neither. */
	write?(tx: StoreFamilies, at: Millis): Promise<void>;
}

/**
 * Keeps a delivered lead for its workflow, so that the sender may be answered, or a mail be marked as seen. The same delivery twice
 * is kept once.
 * @param consumer the trigger whose workflow runs for it
 */
export async function receiveDelivery(
	{ store, clock }: Office,
	consumer: string,
	incoming: IncomingDelivery,
	sameness: Sameness,
	{ judge, write }: Beside = {},
): Promise<Received> {
	return await store.transaction(async (tx) => {
		const at = clock.now();
		const { keep, lookFor, within } = deliveryKeys(sameness, at);
		const delivery: LeadDelivery = { event: LEAD_DELIVERY, deliveryId: keep, ...incoming, receivedAt: toIso(at) };
		for (const key of lookFor) {
			const known = await tx.events.byKey(consumer, key);
			if (known && (within === null || key === keep || Math.abs(at - known.receivedAt) <= within))
				return { delivery: { ...delivery, deliveryId: key, receivedAt: toIso(known.receivedAt) }, repeated: true };
		}
		if (judge) delivery.doubts = [...delivery.doubts, ...(await judge(tx, at))];
		const isNew = await tx.events.record({ consumer, key: keep, kind: LEAD_DELIVERY, payload: delivery, receivedAt: at });
		if (isNew) await write?.(tx, at);
		return { delivery, repeated: !isNew };
	});
}

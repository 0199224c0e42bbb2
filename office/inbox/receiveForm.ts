import { createHash } from 'node:crypto';

import { LEAD_DELIVERY } from '../../leasing/inbox/delivery';
import type { Sameness } from '../../leasing/inbox/deliveryKey';
import { doubtsOf, type FormCeilings } from '../../leasing/inbox/form/doubts';
import type { Reason } from '../../leasing/reason';
import { toIso, type Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';
import type { Office } from '../office';
import { taskPortfolio } from '../tasks/taskPortfolio';
import { renterNumbers } from './numbersOf';
import { receiveDelivery, type IncomingDelivery, type Received } from './receiveDelivery';

/** Who may have sent a form, and how often that is nobody's business. */
export interface Visitor {
	/** Null when it is not known; all of those count as one. */
	address: string | null;
	ceilings: FormCeilings;
}

/**
 * Keeps a form that anybody could have sent, and counts it: what is beyond the ceilings is kept, too, with the reasons why a person must
 * look. A repeated one does not count.
 */
export async function receiveForm(
	{ store, clock }: Office,
	consumer: string,
	incoming: IncomingDelivery,
	sameness: Sameness,
	visitor: Visitor,
): Promise<Received> {
	const saved = await taskPortfolio(store, incoming.portfolio);
	const delivery = { event: LEAD_DELIVERY, deliveryId: 'new', receivedAt: toIso(clock.now()), ...incoming } as const;
	// Read before the transaction, in which nothing else may be awaited.
	const numbers = saved === null ? [] : await renterNumbers(delivery, saved.settings);
	const judge = async (tx: StoreFamilies, at: Millis): Promise<Reason[]> => await count(tx, { consumer, numbers, ...visitor }, at);
	return await receiveDelivery({ store, clock }, consumer, incoming, sameness, { judge });
}

async function count(
	tx: StoreFamilies,
	{ consumer, numbers, address, ceilings }: Visitor & { consumer: string; numbers: readonly string[] },
	at: Millis,
): Promise<Reason[]> {
	const add = async (what: string, value: string): Promise<number> =>
		await tx.deliveryCounts.add(consumer, `${what}:${digest(value)}`, at);
	const ofNumbers: number[] = [];
	for (const number of numbers) ofNumbers.push(await add('number', number));
	const counts = {
		form: await tx.deliveryCounts.add(consumer, 'form', at),
		address: await add('address', address ?? 'unknown'),
		number: Math.max(0, ...ofNumbers),
	};
	return doubtsOf(counts, ceilings);
}

function digest(value: string): string {
	return createHash('sha256').update(value).digest('hex').slice(0, 32);
}

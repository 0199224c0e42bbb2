import { createHash } from 'node:crypto';

import { doubtsOf, type FormCeilings } from '../../leasing/inbox/form/doubts';
import { digitsOf } from '../../leasing/inbox/form/numbersIn';
import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';

export interface SentForm {
	consumer: string;
	/** Of the visitor; null when it is not known, and then all of those count as one. */
	address: string | null;
	/** Whatever in the form could be a phone number. */
	numbers: readonly string[];
	ceilings: FormCeilings;
}

/** Counts a form that anybody may send. @returns why a person must look at it: what it is more than the allowed number of */
export async function countForm(tx: StoreFamilies, { consumer, address, numbers, ceilings }: SentForm, at: Millis): Promise<Reason[]> {
	const count = async (what: string, value: string): Promise<number> =>
		await tx.deliveryCounts.add(consumer, `${what}:${digest(value)}`, at);
	const ofNumbers: number[] = [];
	for (const number of new Set(numbers.map(digitsOf))) ofNumbers.push(await count('number', number));
	return doubtsOf(
		{
			form: await tx.deliveryCounts.add(consumer, 'form', at),
			address: await count('address', address ?? 'unknown'),
			number: Math.max(0, ...ofNumbers),
		},
		ceilings,
	);
}

function digest(value: string): string {
	return createHash('sha256').update(value).digest('hex').slice(0, 32);
}

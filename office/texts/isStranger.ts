import type { StoreFamilies } from '../../store/port';

/** Whether a number never called or wrote to the company, so that only somebody's word says it is his. @param phone E.164 */
export async function isStranger(tx: StoreFamilies, portfolio: string, phone: string): Promise<boolean> {
	return !(await tx.calls.hasCalled(portfolio, phone)) && !(await tx.texts.hasWritten(portfolio, phone));
}

/**
 * The one order of a provider's ids, which are text: shorter ones first, then by their characters. Ids that count up come in the
 * order they were given, however long they are; the others in an order that is always the same. They are never read as numbers:
 * beyond 2^53 two of them would become one.
 */
export function compareIds(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : Number(a > b));
}

import type { Operation } from './exchange';

export interface Found {
	operation: Operation;
	ids: number[];
}

/**
 * @returns what finds the operation of a request; null when there is none. Paths are case-sensitive, as Buildium's are.
 * Ids are digits, so `/v1/rentals/units` is never taken for a property.
 */
export function makeRouter(operations: Operation[]): (method: string, path: string) => Found | null {
	const routes = operations.map((operation) => ({
		operation,
		pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '(\\d{1,9})')}$`),
	}));
	return (method, path) => {
		for (const { operation, pattern } of routes) {
			const match = operation.method === method ? pattern.exec(path) : null;
			if (match !== null) return { operation, ids: match.slice(1).map(Number) };
		}
		return null;
	};
}

import type { Ids } from '../../leasing/time';

/** Ids that a person can read and that sort in the order they were made: `lead_0001`, `call_0002`. */
export function countingIds(): Ids {
	let count = 0;
	return {
		next(prefix) {
			count += 1;
			return `${prefix}_${String(count).padStart(4, '0')}`;
		},
	};
}

/** Something the store refuses, with a stable code and a sentence that says what to do. */
export class StoreError extends Error {
	constructor(
		readonly code:
			| 'line_taken'
			| 'unknown_portfolio'
			| 'unknown_lead'
			| 'unknown_record'
			| 'identity_taken'
			| 'newer_schema'
			| 'unreleased_schema'
			| 'store_locked'
			| 'store_unavailable'
			| 'disk_full'
			| 'cannot_open'
			| 'store_gone'
			| 'store_replaced'
			| 'constraint',
		message: string,
		options?: { cause?: unknown },
	) {
		super(message, options);
		this.name = 'StoreError';
	}
}

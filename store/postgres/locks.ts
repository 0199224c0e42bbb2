import { createHash } from 'node:crypto';

/**
 * The statement that takes an advisory lock until the end of the transaction. Such locks belong to one database; the schema is
 * in the number, so that two stores in one database do not wait for each other.
 */
export function takeLock(purpose: 'decide' | 'migrate', schema: string): string {
	const number = createHash('sha256').update(`n8n-nodes-leasing ${purpose} ${schema}`).digest().readBigInt64BE(0);
	return `SELECT pg_advisory_xact_lock(${number})`;
}

import { describeLocation, type PostgresLocation } from '../location';
import { StoreError } from '../port/errors';
import { checkSentence, requiredSentence, uniqueSentence } from '../sql/constraintSentence';
import { MissingReferenceError } from '../sql/references';
import { isConnectionLoss } from './connectionLoss';
import { openingSentence } from './openingErrors';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const NOT_NULL_VIOLATION = '23502';
const FOREIGN_KEY_VIOLATION = '23503';
const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';
const READ_ONLY = '25006';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const DISK_FULL = '53100';
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/** What a Postgres client tells about an error, as far as it does. */
interface PostgresError {
	message: string;
	code?: unknown;
	constraint?: unknown;
	table?: unknown;
	column?: unknown;
	detail?: unknown;
}

/** By shape, not by class: the error may come from another client, or from another realm whose `Error` is not ours. */
function isPostgresError(error: unknown): error is PostgresError {
	return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}

/**
 * Turns what an operator can mend into a StoreError with a sentence that says what to do. Anything else stays as it is: a
 * mistake in our own SQL is not for the operator.
 */
export function translate(error: unknown, location: PostgresLocation): unknown {
	if (error instanceof StoreError || !isPostgresError(error)) return error;
	const place = describeLocation(location);
	const options = { cause: error };
	const code = text(error.code);
	switch (code) {
		case FOREIGN_KEY_VIOLATION:
			return new MissingReferenceError(error);
		case NOT_NULL_VIOLATION:
			return new StoreError('constraint', requiredSentence(text(error.table), text(error.column)), options);
		case CHECK_VIOLATION:
			return new StoreError('constraint', checkSentence(text(error.constraint)), options);
		case UNIQUE_VIOLATION:
			return new StoreError('constraint', uniqueSentence(keyColumns(error)), options);
		case LOCK_NOT_AVAILABLE:
		case DEADLOCK:
		case SERIALIZATION_FAILURE:
			return new StoreError(
				'store_locked',
				`The store (${place}) is locked by another program that has been writing for seconds. Look for long transactions in pg_stat_activity and end them; then run this again. Nothing of this step was kept.`,
				options,
			);
		case QUERY_CANCELED:
			return new StoreError(
				'store_locked',
				`The store (${place}) took too long to answer and the step was cancelled. See in pg_stat_activity what keeps the server busy; then run this again. Nothing of this step was kept.`,
				options,
			);
		case DISK_FULL:
			return new StoreError(
				'disk_full',
				`The store (${place}) cannot grow because the disk of the Postgres server is full. Free some space there; nothing of this step was kept, so run it again afterwards.`,
				options,
			);
		case READ_ONLY:
			return new StoreError(
				'cannot_open',
				`The store (${place}) may be read but not written: the server is a standby, or set to read only. Enter the address of the primary server in the Leasing Store credential.`,
				options,
			);
	}
	const opening = openingSentence(code, error.message, location);
	if (opening !== null) return new StoreError('cannot_open', opening, options);
	if (isConnectionLoss(error)) return new StoreError('store_unavailable', unavailableSentence(error, location), options);
	return error;
}

function unavailableSentence(error: PostgresError, location: PostgresLocation): string {
	const why = error.message === '' ? text(error.code) : error.message;
	return `The store (${describeLocation(location)}) does not answer (${why}). Check that Postgres runs there, that host and port in the Leasing Store credential are right and that n8n's machine may reach it. A transaction that was under way was undone as a whole; it is safe to run this again.`;
}

/** `Key (portfolio, key)=(main, x) already exists.`, in whatever language the server speaks: `texts.portfolio, texts.key`. */
function keyColumns(error: PostgresError): string {
	const [, list = ''] = /\(([^()]*)\)=/.exec(text(error.detail)) ?? [];
	const table = text(error.table);
	return list === ''
		? table
		: list
				.split(', ')
				.map((column) => `${table}.${column}`)
				.join(', ');
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

import { StoreError } from '../port/errors';
import { checkSentence, requiredSentence, uniqueSentence } from '../sql/constraintSentence';
import { MissingReferenceError } from '../sql/references';

/** Primary result codes, https://www.sqlite.org/rescode.html; the low byte of an extended code. */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const CONSTRAINT = 19;
const NOTADB = 26;
/** Extended codes. */
const CONSTRAINT_FOREIGNKEY = 787;

interface SqliteError {
	errcode: number;
	message: string;
}

/** By shape, not by class: the error may come from another realm, whose `Error` is not ours. */
function isSqliteError(error: unknown): error is SqliteError {
	return typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number' && 'message' in error;
}

/** Another connection holds the lock; nothing has happened yet, so the step may be tried again. */
export function isBusy(error: unknown): boolean {
	if (!isSqliteError(error)) return false;
	const primary = error.errcode & 0xff;
	return primary === BUSY || primary === LOCKED;
}

/**
 * Turns what an operator can mend into a StoreError with a sentence that says what to do. Anything else stays as it is:
 * a mistake in our own SQL is not for the operator.
 * @param location the database file, named in the sentences
 */
export function translate(error: unknown, location: string): unknown {
	if (!isSqliteError(error)) return error;
	const options = { cause: error };
	switch (error.errcode & 0xff) {
		case BUSY:
		case LOCKED:
			return new StoreError(
				'store_locked',
				`The store ${location} is locked by another program that has been writing for seconds. Close database tools that have the file open, or move the store to a faster local disk; then run this again.`,
				options,
			);
		case FULL:
			return new StoreError(
				'disk_full',
				`The store ${location} cannot grow because the disk is full. Free some space on that disk; nothing of this step was kept, so run it again afterwards.`,
				options,
			);
		case CONSTRAINT:
			if (error.errcode === CONSTRAINT_FOREIGNKEY) return new MissingReferenceError(error);
			return new StoreError('constraint', constraintSentence(error.message), options);
		case READONLY:
			return new StoreError(
				'cannot_open',
				`The store ${location} may be read but not written. Give the user that runs n8n write access to the file and its folder, or choose another file in the Leasing Store credential.`,
				options,
			);
		case NOTADB:
		case CORRUPT:
			return new StoreError(
				'cannot_open',
				`${location} is not a store or is damaged (${error.message}). Choose another file in the Leasing Store credential, or restore this one from a backup.`,
				options,
			);
		case CANTOPEN:
		case IOERR:
			return new StoreError(
				'cannot_open',
				`The store ${location} cannot be read or written (${error.message}). Check that its folder exists on a local disk and belongs to the user that runs n8n.`,
				options,
			);
		default:
			return error;
	}
}

/** SQLite says `CHECK constraint failed: leads_source_required` or `UNIQUE constraint failed: texts.provider_id`. */
function constraintSentence(message: string): string {
	const [, kind = '', what = ''] = /^(CHECK|NOT NULL|UNIQUE) constraint failed: (.*)$/.exec(message) ?? [];
	if (kind === 'UNIQUE') return uniqueSentence(what);
	if (kind === 'CHECK') return checkSentence(what);
	const [table = '', column = ''] = what.split('.');
	if (kind === 'NOT NULL') return requiredSentence(table, column);
	return `The store refused a record (${message}). Nothing was stored.`;
}

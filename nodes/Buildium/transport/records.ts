import { BUILDIUM } from '../../../leasing/buildium/vendor';
import { noAnswer } from '../../../leasing/rest/refusal';
import { RefusedError } from '../../../leasing/rest/refusedError';
import type { AskedFor } from '../../../leasing/rest/vendor';

/** One record as Buildium sends it; what of it is used is checked where it is used. */
export type BuildiumRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is BuildiumRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws RefusedError when the answer is not one record */
export function oneRecord(asked: AskedFor, body: unknown): BuildiumRecord {
	if (isRecord(body)) return body;
	throw new RefusedError(noAnswer(BUILDIUM, asked, 'bad_answer', 'One record was expected'));
}

/** @throws RefusedError when the answer is not a list of records */
export function listOfRecords(asked: AskedFor, body: unknown): BuildiumRecord[] {
	if (Array.isArray(body) && body.every(isRecord)) return body;
	throw new RefusedError(noAnswer(BUILDIUM, asked, 'bad_answer', 'A list was expected'));
}

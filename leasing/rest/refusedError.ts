import { noAnswer, type AskedFor, type BuildiumRefusal } from '../../../leasing/buildium/refusal';
import { UserMistake } from '../../../leasing/userMistake';

/** Buildium did not do it. The message is a sentence for people; `refusal` is for code that decides what to do next. */
export class BuildiumError extends UserMistake {
	constructor(readonly refusal: BuildiumRefusal) {
		super(refusal.sentence, refusal.advice);
		this.name = 'BuildiumError';
	}
}

export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: BuildiumRefusal };

/** For callers to whom Buildium's "no" is an ordinary outcome; other errors are thrown on. */
export async function asReply<T>(call: Promise<T>): Promise<Reply<T>> {
	return await call.then(
		(value): Reply<T> => ({ ok: true, value }),
		(thrown: unknown): Reply<T> => {
			if (thrown instanceof BuildiumError) return { ok: false, refusal: thrown.refusal };
			throw thrown;
		},
	);
}

/** One record as Buildium sends it; what of it is used is checked where it is used. */
export type BuildiumRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is BuildiumRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws BuildiumError when the answer is not one record */
export function oneRecord(asked: AskedFor, body: unknown): BuildiumRecord {
	if (isRecord(body)) return body;
	throw new BuildiumError(noAnswer(asked, 'bad_answer', 'One record was expected'));
}

/** @throws BuildiumError when the answer is not a list of records */
export function listOfRecords(asked: AskedFor, body: unknown): BuildiumRecord[] {
	if (Array.isArray(body) && body.every(isRecord)) return body;
	throw new BuildiumError(noAnswer(asked, 'bad_answer', 'A list was expected'));
}

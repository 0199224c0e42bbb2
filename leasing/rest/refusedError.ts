import { UserMistake } from '../userMistake';
import type { Refusal } from './refusal';

/** A vendor did not do it. The message is a sentence for people; `refusal` is for code that decides what to do next. */
export class RefusedError extends UserMistake {
	constructor(readonly refusal: Refusal) {
		super(refusal.sentence, refusal.advice);
		this.name = 'RefusedError';
	}
}

export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** For callers to whom a vendor's "no" is an ordinary outcome; other errors are thrown on. */
export async function asReply<T>(call: Promise<T>): Promise<Reply<T>> {
	return await call.then(
		(value): Reply<T> => ({ ok: true, value }),
		(thrown: unknown): Reply<T> => {
			if (thrown instanceof RefusedError) return { ok: false, refusal: thrown.refusal };
			throw thrown;
		},
	);
}

import { runAfter } from './timeline';

/** Waiting that ends early when a leg is hung up or the stand-in is closed; no timer outlives its signal. */

/** Why a wait ended early: somebody hung up. */
export class HungUp extends Error {}

/** Why a wait ended early: the stand-in was closed or reset. */
export class Closed extends Error {}

/** Resolves after `ms` real milliseconds. @throws the signal's reason when it aborts first */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const onAbort = (): void => {
			cancel();
			reject(signal.reason);
		};
		const cancel = runAfter(ms, () => {
			signal.removeEventListener('abort', onAbort);
			resolve();
		});
		signal.addEventListener('abort', onAbort, { once: true });
	});
}

/** Never resolves. @throws the signal's reason when it aborts */
export function forever(signal: AbortSignal): Promise<never> {
	return new Promise((_resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
	});
}

/** The promise's result, unless the signal aborts first; then the work goes on unwatched. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	// Without this a late rejection of abandoned work would be an unhandled rejection.
	work.catch(() => undefined);
	return Promise.race([work, forever(signal)]);
}

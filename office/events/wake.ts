import { EventEmitter } from 'node:events';

const bell = new EventEmitter().setMaxListeners(0);

/**
 * Tells a trigger in this process that something was stored for it, so that it need not wait for its next look into
 * the store. With separate webhook processes nobody listens here and the look-up alone does the work.
 */
export function wake(consumer: string): void {
	bell.emit(consumer);
}

/** @returns function that stops listening */
export function onWake(consumer: string, listener: () => void): () => void {
	bell.on(consumer, listener);
	return () => bell.off(consumer, listener);
}

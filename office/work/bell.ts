import { onWake, wake } from '../events/wake';

const WORK = 'work';

/** Tells the triggers of this process that work was added or put back; those of other processes look by themselves. */
export function ringForWork(): void {
	wake(WORK);
}

/** @returns function that stops listening */
export function listenForWork(ring: () => void): () => void {
	return onWake(WORK, ring);
}

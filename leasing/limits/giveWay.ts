/**
 * Lets others have their turn if they have waited long enough. Whoever reads something long calls it between two pieces of the work;
 * the node passes in how (nodes/shared/items/giveWay.ts).
 */
export type GiveWay = () => Promise<void>;

/** For tests and tools that have nobody beside them. */
export const NOBODY_WAITS: GiveWay = () => Promise.resolve();

import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

import type { Clock, Ids } from '../../leasing/time';
import { inStock, makeIds } from '../../store/ids';

/** The real clock, ids and randomness: everything below this line in the import tree gets them handed in. */
export const systemClock: Clock = { now: () => Date.now() };

export const systemIds: Ids = makeIds(systemClock, inStock(randomBytes));

/** The real randomness, for what need not be secret. */
export const systemRandom = (): number => Math.random();

/**
 * Names this process in claims. Fresh at every start, so that a restarted n8n never takes a claim of its former self
 * for its own; host and pid are there for the person who reads the table.
 */
export const processName = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;

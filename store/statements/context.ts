import type { Clock, Ids } from '../../leasing/time';
import type { CrowdedKeys } from './crowdedKeys';

/** What statements need besides the database. */
export interface StatementContext {
	clock: Clock;
	ids: Ids;
	crowdedKeys: CrowdedKeys;
	/** Lets the rest of n8n have its turn between two steps of one call; in a transaction, which must not wait for anything else, it does nothing. */
	breathe(): Promise<void>;
}

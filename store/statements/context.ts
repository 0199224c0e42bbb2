import type { Clock, Ids } from '../../leasing/time';
import type { CrowdedKeys } from './crowdedKeys';

/** What statements need besides the database. */
export interface StatementContext {
	clock: Clock;
	ids: Ids;
	crowdedKeys: CrowdedKeys;
}

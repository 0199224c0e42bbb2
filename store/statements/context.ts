import type { Clock, Ids } from '../../leasing/time';

/** What statements need besides the database. */
export interface StatementContext {
	clock: Clock;
	ids: Ids;
}

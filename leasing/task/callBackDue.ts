import { MINUTE, type Millis } from '../time';

/** How soon a call-back is due while the office is open. Renters who reach somebody quickly seldom call the next property. */
export const CALL_BACK_WITHIN: Millis = 15 * MINUTE;

/**
 * When a call-back is due: soon while the office is open, otherwise when it opens.
 * @param officeOpensAt when the office opens next; null while it is open, or when no hours are set
 */
export function callBackDueAt(now: Millis, officeOpensAt: Millis | null): Millis {
	return officeOpensAt === null || officeOpensAt <= now ? now + CALL_BACK_WITHIN : officeOpensAt;
}

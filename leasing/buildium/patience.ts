import type { Patience } from '../rest/patience';
import { SECOND } from '../time';

/** For somebody who waits: a node in a workflow. */
export const PATIENT: Patience = {
	unanswered: { attempts: 5, firstPause: SECOND, longestPause: 10 * SECOND },
	// Buildium's guide says about 200 ms, but a key that others use too stays busy for longer.
	busy: { attempts: 10, firstPause: 250, longestPause: 10 * SECOND },
};

/** For what is tried again later anyway, such as work that is written in the store, and for lists in the editor. */
export const HASTY: Patience = {
	unanswered: { attempts: 2, firstPause: SECOND, longestPause: SECOND },
	busy: { attempts: 4, firstPause: 250, longestPause: 2 * SECOND },
};

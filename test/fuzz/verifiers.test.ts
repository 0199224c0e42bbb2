/** Verifiers under made-up and changed requests: nothing crashes or hangs, and nothing is accepted that was not signed as it is. */
import { testsOf } from './sample';
import { TARGETS } from './targets';

testsOf(
	TARGETS.filter(({ id }) => ['twilio', 'buildium', 'buildium-bodies'].includes(id)),
	5_000,
);

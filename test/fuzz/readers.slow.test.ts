/** Readers of leads: nothing crashes or hangs, whoever was put in comes out alone, and nobody comes out who was not put in. */
import { testsOf } from './sample';
import { TARGETS } from './targets';

testsOf(
	TARGETS.filter(({ id }) => ['lists', 'documents', 'broken'].includes(id)),
	1_700,
);

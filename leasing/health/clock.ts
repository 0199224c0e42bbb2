import { MINUTE, SECOND, type Millis } from '../time';
import { found, inOrder, type Finding } from './finding';
import { spanInWords } from './span';

/** Twilio's and ours differ by the time of a request; below this nothing depends on it. */
const TOLERATED: Millis = 30 * SECOND;
/** From here on texts count as too old, or go out at the wrong hour. */
const HARMFUL: Millis = 5 * MINUTE;

/** Whether our clock agrees with another one. @param other whose, e.g. `Twilio` */
export function judgeClock(ours: Millis, theirs: Millis, other: string): Finding {
	const apart = Math.abs(ours - theirs);
	if (apart <= TOLERATED) return inOrder('clock', `The clock of this server agrees with that of ${other}.`);
	return found(
		'clock',
		apart >= HARMFUL ? 'urgent' : 'warning',
		`The clock of this server is ${spanInWords(apart)} ${ours > theirs ? 'ahead of' : 'behind'} that of ${other}.`,
		'Whoever looks after the server switches on time synchronisation (NTP). Until then texts may count as too old, or be held at the wrong hours.',
	);
}

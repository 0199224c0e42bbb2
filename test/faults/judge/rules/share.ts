import { heardOf } from '../heard';
import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/** Share of calls that must have met our trigger: a run in which nobody was heard proves nothing. */
export const HEARD_SHARE = 0.9;

/** Most calls were heard; and if not, the run counts for nothing, however little went wrong in it. */
export function judgeShare({ placed }: Pick<Evidence, 'placed'>): Finding[] {
	const heard = placed.filter(({ call }) => heardOf(call).accepted).length;
	const unheard = placed.length - heard;
	// Rounded up: in a run of a few calls one is more than a tenth. The small part is for what computers make of 1 - 0.9.
	if (heard > 0 && unheard <= Math.ceil(placed.length * (1 - HEARD_SHARE) - 1e-9)) return [];
	const sentence = `Only ${heard} of ${placed.length} calls were heard by our trigger; at least ${HEARD_SHARE * 100} % must be.`;
	return [{ kind: 'lost', call: null, phone: null, sentence }];
}

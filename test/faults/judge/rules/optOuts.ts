import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/**
 * A request that was at the gate when the opt-out was stored may still arrive: gate and request are two steps, on a machine
 * that is short of time.
 */
export const ON_ITS_WAY_MS = 1_500;

/** Who asked not to be texted stands in the log, and gets no text from the moment at which we said yes to the wish, or kept it. */
export function judgeOptOuts({ messages, replies, records }: Evidence): Finding[] {
	const findings: Finding[] = [];
	for (const { phone, line, body, meaning, settledAt, accepted, sid } of replies) {
		if (meaning !== 'out') continue;
		// Kept, although the answer was lost on the way: known from the moment at which the phone company gave up waiting.
		const kept = records.inbound.some(({ provider_id: id }) => id === sid);
		if (!accepted && !kept) continue;
		const add = (kind: Finding['kind'], sentence: string) => findings.push({ kind, call: null, phone, sentence });
		for (const message of messages) {
			if (message.direction !== 'outbound-api' || message.to !== phone || message.from !== line) continue;
			if (message.createdAt > settledAt + ON_ITS_WAY_MS)
				add(
					'wrong',
					`A text went out ${message.createdAt - settledAt} ms after "${body}" was ${accepted ? 'answered' : 'stored'}.`,
				);
		}
		const last = records.optOuts.filter((one) => one.phone === phone).at(-1);
		const held = records.holds.some((one) => one.phone === phone && one.lifted_at === null);
		if (last?.action !== 'out' && !held)
			add('lost', `"${body}" was ${accepted ? 'answered' : 'stored'}, and the log knows no opt-out.`);
	}
	return findings;
}

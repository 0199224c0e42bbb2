import type { PretendCall } from '../../../sandbox/twilio/contract';

/** What the phone company saw of a call, whatever we stored. */
export interface Heard {
	/** Our trigger answered at least one of its requests with success: from then on the call is our responsibility. */
	accepted: boolean;
	/**
	 * n8n answered with success before any node had a chance: while it starts it says "n8n is starting up" to whoever asks
	 * (status 200, n8n 2.41). A package cannot prevent that; the docs say what to do.
	 */
	startingUp: boolean;
	/** The caller and a member of staff were connected. */
	connected: boolean;
}

/** Every answer of our trigger is TwiML, even an empty one. */
const OURS = 'text/xml';

export function heardOf(call: Pick<PretendCall, 'log'>): Heard {
	const log = call.log();
	const successes = log.flatMap(({ kind, text, data }) => {
		const { status, contentType, outcome } = (data ?? {}) as { status?: number; contentType?: string; outcome?: string };
		if (kind === 'webhook' && status !== undefined && !text.startsWith('Voice fallback'))
			return status < 300 ? [contentType ?? ''] : [];
		return kind === 'callback' && outcome?.startsWith('2') === true ? [outcome.slice(4)] : [];
	});
	return {
		accepted: successes.some((contentType) => contentType.startsWith(OURS)),
		startingUp: successes.some((contentType) => !contentType.startsWith(OURS)),
		connected: log.some(({ kind, text }) => kind === 'leg' && text.endsWith('are connected')),
	};
}

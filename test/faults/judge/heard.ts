import type { PretendCall } from '../../../sandbox/twilio/contract';

/** What the phone company saw of a call, whatever we stored. */
export interface Heard {
	/** Our n8n answered at least one of its requests with success: from then on the call is our responsibility. */
	accepted: boolean;
	/** The caller and a member of staff were connected. */
	connected: boolean;
}

export function heardOf(call: Pick<PretendCall, 'log'>): Heard {
	const log = call.log();
	return {
		accepted: log.some(({ kind, text, data }) => {
			const about = (data ?? {}) as { status?: number; outcome?: string };
			if (kind === 'webhook') return !text.startsWith('Voice fallback') && about.status !== undefined && about.status >= 200 && about.status < 300;
			return kind === 'callback' && about.outcome?.startsWith('2') === true;
		}),
		connected: log.some(({ kind, text }) => kind === 'leg' && text.endsWith('are connected')),
	};
}

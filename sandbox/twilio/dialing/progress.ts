import { progressFields, voiceFields } from '../calls/fields';
import { notify } from '../webhooks/callback';
import type { Leg } from '../calls/leg';
import type { Session } from '../twiml/session';
import type { DialTarget } from './target';

type ProgressEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** The `statusCallback` of one `<Number>`: its events, one after the other, in the order they happened. */
export class LegProgress {
	private sent: Promise<unknown> = Promise.resolve();
	private sequence = 0;

	constructor(
		private readonly session: Session,
		private readonly leg: Leg,
		private readonly target: DialTarget,
	) {}

	/** `completed` stands for every way a leg can end; its `CallStatus` says which. */
	happened(event: ProgressEvent): void {
		const { account, call } = this.session;
		call.note('leg', `${this.leg.to}: ${event === 'completed' ? `ended (${this.leg.status})` : event}`, { callSid: this.leg.sid });
		const url = this.target.statusCallback;
		const sequence = this.sequence++;
		if (url === null || !this.target.statusEvents.includes(event)) return;
		const fields = { ...voiceFields(account, call, this.leg), ...progressFields(this.leg, sequence) };
		if (event === 'initiated') fields['CallStatus'] = 'initiated';
		const entry = call.note('callback', `Staff leg callback: ${event}`, { url, fields });
		this.sent = this.sent.then(async () => {
			const webhook = { url, method: this.target.statusMethod, fields };
			entry.data = { url, fields, outcome: await notify(account, null, webhook, call.secondMs, call.life) };
		});
		call.afterHangUp(this.sent);
	}
}

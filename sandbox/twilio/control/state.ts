import { messageView } from '../messaging/message';
import type { Account } from '../account';
import type { Call } from '../calls/call';

/** Everything the pretend phone's page shows. Lists are oldest first. */
export function sandboxState(account: Account): object {
	return {
		lines: account.numbers.all().map((number) => ({
			phone: number.phone,
			label: number.friendlyName,
			voiceUrlSet: number.voiceUrl !== '',
		})),
		staff: account.staff.all().map((staff) => ({
			phone: staff.phone,
			name: staff.name,
			behaviour: staff.behaviour,
			ringing: staff.ringing > 0,
			onCall: staff.talking !== null,
		})),
		calls: account.calls.map(callState),
		messages: account.messages.map(messageView),
	};
}

function callState(call: Call): object {
	return {
		sid: call.sid,
		from: call.from,
		to: call.to,
		status: call.leg.status,
		startedAt: call.leg.startedAt,
		endedAt: call.leg.endedAt,
		listening: call.listening,
		expects: call.expects,
		log: call.log(),
	};
}

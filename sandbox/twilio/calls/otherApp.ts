import { sleep } from '../waiting';
import { Leg } from './leg';
import type { Account } from '../account';
import type { Call } from './call';

const RING_SECONDS = 4;
const RING_OUT_SECONDS = 18;
const TALK_SECONDS = 30;

/** The call as another app handles it: its staff legs and its final status are given, no TwiML is asked of us. */
export async function playOtherApp(account: Account, call: Call): Promise<void> {
	const app = call.place.otherApp ?? { childLegs: [] };
	const signal = AbortSignal.any([call.life, call.leg.gone]);
	const wait = (seconds: number): Promise<void> => sleep(seconds * call.secondMs, signal);
	call.note('leg', 'Another app handles the call');
	for (const child of app.childLegs) {
		const leg = new Leg({
			from: call.from,
			to: '+15125550199',
			direction: 'outbound-dial',
			parentSid: call.sid,
			secondMs: call.secondMs,
		});
		leg.status = 'ringing';
		call.children.push(leg);
		account.events.emit('call', { sid: call.sid, status: call.leg.status });
		try {
			await wait(child.status === 'no-answer' ? RING_OUT_SECONDS : RING_SECONDS);
			if (child.status === 'completed') {
				leg.fixedSeconds = child.durationSeconds ?? TALK_SECONDS;
				leg.answer();
				if (call.leg.answeredAt === null) call.leg.answer();
				await wait(leg.fixedSeconds);
			}
		} finally {
			leg.end(call.leg.endedAt !== null && leg.answeredAt === null ? 'canceled' : child.status);
			call.note('leg', `The other app's call to staff: ${leg.status}`);
		}
	}
	const status = app.parentStatus ?? 'completed';
	if (status === 'completed' && call.leg.answeredAt === null) call.leg.answer();
	call.forcedStatus = status;
}

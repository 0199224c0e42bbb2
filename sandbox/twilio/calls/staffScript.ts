import { forever } from '../waiting';
import { silentStaff, type RingEnd, type StaffParty, type Wait } from './staffParty';
import type { StaffBehaviour } from '../contract';
import type { Leg } from './leg';

const ANSWER_AFTER = 3;
const DECLINE_AFTER = 4;
/** Carriers let a mailbox pick up late, but well before a caller gives up. */
const MAILBOX_AFTER = 10;
const MAILBOX_LISTENS = 20;
const TALK = 30;

/** What a staff phone does by itself when it rings. Never resolves for one that is ignored or left to the page. */
export async function scriptedStaff(behaviour: StaffBehaviour, leg: Leg, wait: Wait, signal: AbortSignal): Promise<RingEnd> {
	switch (behaviour.kind) {
		case 'ignore':
		case 'manual':
			return await forever(signal);
		case 'busy':
			await wait(1);
			return { kind: 'busy' };
		case 'invalid':
			await wait(1);
			return { kind: 'invalid' };
		case 'decline':
			// A declined call gives a busy signal, as most carriers do.
			await wait(behaviour.afterSeconds ?? DECLINE_AFTER);
			return { kind: 'busy' };
		case 'answer':
			await wait(behaviour.afterSeconds ?? ANSWER_AFTER);
			return { kind: 'picked-up', party: talker(behaviour.talkSeconds ?? TALK) };
		case 'press':
			await wait(behaviour.afterSeconds ?? ANSWER_AFTER);
			return { kind: 'picked-up', party: presser(behaviour.digit, behaviour.talkSeconds ?? TALK, wait) };
		case 'mailbox':
			await wait(behaviour.afterSeconds ?? MAILBOX_AFTER);
			return { kind: 'picked-up', party: mailbox(leg, behaviour.listenSeconds ?? MAILBOX_LISTENS, wait) };
	}
}

function talker(talkSeconds: number): StaffParty {
	return { ...silentStaff(), talk: (wait) => wait(talkSeconds) };
}

function presser(digit: string, talkSeconds: number, wait: Wait): StaffParty {
	return {
		...talker(talkSeconds),
		answer: async (request, signal) => {
			await request.promptsDone;
			await wait(0.5);
			return request.dtmf ? { digits: digit } : await forever(signal);
		},
	};
}

/** Listens to whatever it is told for so long after picking up, then hangs up, connected or not. */
function mailbox(leg: Leg, listenSeconds: number, wait: Wait): StaffParty {
	wait(listenSeconds).then(
		() => leg.hangUp('The mailbox hung up.'),
		() => undefined,
	);
	return silentStaff();
}

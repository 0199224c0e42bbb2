import { dial } from './verbs/dial';
import { enqueue } from './verbs/enqueue';
import { gather } from './verbs/gather';
import { hangup, leave } from './verbs/hangup';
import { pause } from './verbs/pause';
import { play } from './verbs/play';
import { record } from './verbs/record';
import { redirect } from './verbs/redirect';
import { reject } from './verbs/reject';
import { say } from './verbs/say';
import { ApplicationError } from './request';
import type { Outcome, Session, TwimlEnd } from './session';
import type { TwimlDocument } from './parse';
import type { XmlElement } from './xml';

export type Verb = (element: XmlElement, document: TwimlDocument, session: Session) => Promise<Outcome>;

const VERBS: Record<string, Verb> = {
	Dial: dial,
	Enqueue: enqueue,
	Gather: gather,
	Hangup: hangup,
	Leave: leave,
	Pause: pause,
	Play: play,
	Record: record,
	Redirect: redirect,
	Reject: reject,
	Say: say,
};

/** What may run on a called phone before it is connected. */
const CALLEE_VERBS = ['Gather', 'Hangup', 'Pause', 'Play', 'Redirect', 'Say'];

/** Documents one leg may go through; more is a redirect that never ends. */
const MOST_DOCUMENTS = 100;

/**
 * Executes TwiML on a leg, following redirects and replies to `action` until nothing is left to do.
 * @throws HungUp when the leg ends meanwhile; ApplicationError when a document cannot be had
 */
export async function runTwiml(session: Session, first: TwimlDocument): Promise<TwimlEnd> {
	let document = first;
	for (let documents = 1; documents <= MOST_DOCUMENTS; documents += 1) {
		const outcome = await runVerbs(session, document);
		if (outcome.then === 'next') return 'done';
		if (outcome.then !== 'go') return outcome.then;
		document = outcome.document;
	}
	session.account.alert(12100, `more than ${MOST_DOCUMENTS} documents on one call; is there a redirect loop?`);
	throw new ApplicationError('The TwiML redirects without end.');
}

async function runVerbs(session: Session, document: TwimlDocument): Promise<Outcome> {
	for (const element of document.verbs) {
		const verb = VERBS[element.name];
		// Unknown verbs were already recorded as a violation; Twilio skips them.
		if (verb === undefined) continue;
		if (!session.isCaller && !CALLEE_VERBS.includes(element.name)) {
			session.account.violation(`<${element.name}> is not allowed in the TwiML of a <Number url>`);
			return { then: 'hangup' };
		}
		session.signal.throwIfAborted();
		session.note('twiml', `<${element.name}>`, { attributes: element.attributes });
		const outcome = await verb(element, document, session);
		if (outcome.then !== 'next') return outcome;
	}
	return { then: 'next' };
}

import { Dialing, type DialSettings } from '../../dialing/dialing';
import { dialFields } from '../../dialing/report';
import { dialTargets } from '../../dialing/target';
import { HungUp } from '../../waiting';
import { sendUnderFaults } from '../../webhooks/callback';
import { flagAttribute, listAttribute, methodAttribute, numberAttribute } from '../attributes';
import { resolveUrl, type TwimlDocument } from '../parse';
import { ApplicationError, requestTwiml, sendLogged, type TwimlRequest } from '../request';
import type { RecordingPlan } from '../../records';
import type { XmlElement } from '../xml';
import type { Outcome, Session } from '../session';

const DEFAULT_TIMEOUT_SECONDS = 30;
const DEFAULT_LIMIT_SECONDS = 14_400;
const MOST_TARGETS = 10;

/** Connects the caller with somebody else. With `action`, its reply is the rest of the call and later verbs never run. */
export async function dial(element: XmlElement, document: TwimlDocument, session: Session): Promise<Outcome> {
	// With answerOnBridge a call that is not answered yet goes on ringing for the caller until somebody is connected.
	if (!flagAttribute(element, 'answerOnBridge')) session.pickUp();
	const dialing = new Dialing(session, settings(element, document, session));
	const action = element.attributes['action'];
	const request = (): TwimlRequest => ({
		url: resolveUrl(action ?? '', document),
		method: methodAttribute(element),
		fields: dialFields(dialing, session),
		label: 'Dial action',
	});
	try {
		await dialing.run();
	} catch (error) {
		if (error instanceof HungUp && action !== undefined && session.call.place.hangUpDialStatus !== 'none') {
			session.call.afterHangUp(tellAfterHangUp(session, request()));
		}
		throw error;
	}
	return action === undefined ? { then: 'next' } : { then: 'go', document: await requestTwiml(session, request()) };
}

/** The caller is gone, so whatever the app answers is not executed. */
async function tellAfterHangUp(session: Session, request: TwimlRequest): Promise<void> {
	const { account, call } = session;
	await sendLogged(session, request, (webhook) => sendUnderFaults(account, 'dial_action', webhook, call.secondMs, call.life));
}

function settings(element: XmlElement, document: TwimlDocument, session: Session): DialSettings {
	const targets = dialTargets(element, document);
	if (targets.length === 0) throw new ApplicationError('<Dial> names nobody to dial.');
	if (targets.length > MOST_TARGETS) throw new ApplicationError(`<Dial> names more than ${MOST_TARGETS} numbers.`);
	return {
		targets,
		sequential: flagAttribute(element, 'sequential'),
		timeoutSeconds: numberAttribute(element, 'timeout', DEFAULT_TIMEOUT_SECONDS),
		limitSeconds: numberAttribute(element, 'timeLimit', DEFAULT_LIMIT_SECONDS),
		callerId: callerId(element, session),
		recording: recordingPlan(element, document),
	};
}

/** Only the caller's own id, the called number, or another number of the account may be shown to staff. */
function callerId(element: XmlElement, session: Session): string {
	const { account, call } = session;
	const wanted = element.attributes['callerId'] ?? call.from;
	if (wanted === call.from || account.numbers.find(wanted) !== null) return wanted;
	account.alert(13214, `<Dial callerId="${wanted}"> is not a number of the account`);
	throw new ApplicationError(`callerId ${wanted} is not a number of the account.`);
}

function recordingPlan(element: XmlElement, document: TwimlDocument): RecordingPlan | null {
	if (!(element.attributes['record'] ?? '').startsWith('record-from')) return null;
	const callback = element.attributes['recordingStatusCallback'];
	return {
		source: 'DialVerb',
		statusCallback: callback === undefined ? null : resolveUrl(callback, document),
		statusMethod: methodAttribute(element, 'recordingStatusCallbackMethod'),
		statusEvents: listAttribute(element, 'recordingStatusCallbackEvent', ['completed']),
		transcribe: false,
		transcribeCallback: null,
	};
}

import { flagAttribute, listAttribute, methodAttribute, numberAttribute } from '../attributes';
import { resolveUrl, type TwimlDocument } from '../parse';
import { requestTwiml, sendLogged } from '../request';
import { finishRecording, startRecording } from '../../recordings/recording';
import type { RecordingPlan } from '../../records';
import { HungUp } from '../../waiting';
import { sendWebhook } from '../../webhooks/send';
import type { Spoken } from '../../calls/party';
import type { XmlElement } from '../xml';
import type { Outcome, Session } from '../session';

const DEFAULT_MAX_SECONDS = 3600;

/**
 * Records the caller. Then `action` (by default the document itself) is asked how to go on. A caller who hangs up ends
 * the recording: `action` still hears of it, its reply goes nowhere. Silence runs the next verb.
 */
export async function record(element: XmlElement, document: TwimlDocument, session: Session): Promise<Outcome> {
	session.pickUp();
	session.hears(flagAttribute(element, 'playBeep', true) ? '[beep] Recording.' : 'Recording.');
	const recording = startRecording(session, plan(element, document));
	const spoken = await take(element, session);
	finishRecording(session, recording, spoken);
	const hungUp = spoken.end === 'hangup';
	if (spoken.seconds > 0) {
		const request = {
			url: resolveUrl(element.attributes['action'] ?? document.url, document),
			method: methodAttribute(element),
			fields: {
				RecordingUrl: recording.url,
				RecordingSid: recording.sid,
				RecordingDuration: String(recording.seconds),
				...(hungUp ? { Digits: 'hangup' } : spoken.end === 'key' ? { Digits: '#' } : {}),
			},
			label: 'Record action',
		};
		if (!hungUp) return { then: 'go', document: await requestTwiml(session, request) };
		session.call.afterHangUp(
			sendLogged(session, request, (webhook) => sendWebhook(webhook, session.account.nextSigning(), session.call.life)),
		);
	}
	if (hungUp) throw new HungUp('The caller hung up while being recorded.');
	return { then: 'next' };
}

/** Lets the caller speak until they stop, a key ends it, the time is up, or they are gone. */
async function take(element: XmlElement, session: Session): Promise<Spoken> {
	const { call } = session;
	call.expects = 'record';
	call.phase = 'recording';
	const speech = session.party.speak(
		{
			maxSeconds: numberAttribute(element, 'maxLength', DEFAULT_MAX_SECONDS),
			finishOnKey: element.attributes['finishOnKey'] ?? '1234567890*#',
		},
		session.signal,
	);
	try {
		const end = await speech.ended;
		if (end === 'hangup') call.hangUp('The caller hung up.');
		return { ...speech.soFar(), end };
	} catch (error) {
		if (error instanceof HungUp) return { ...speech.soFar(), end: 'hangup' };
		throw error;
	} finally {
		call.expects = 'nothing';
		call.phase = 'listening';
	}
}

function plan(element: XmlElement, document: TwimlDocument): RecordingPlan {
	const { recordingStatusCallback, transcribeCallback } = element.attributes;
	return {
		source: 'RecordVerb',
		statusCallback: recordingStatusCallback === undefined ? null : resolveUrl(recordingStatusCallback, document),
		statusMethod: methodAttribute(element, 'recordingStatusCallbackMethod'),
		statusEvents: listAttribute(element, 'recordingStatusCallbackEvent', ['completed']),
		transcribeCallback: transcribeCallback !== undefined ? resolveUrl(transcribeCallback, document) : null,
		transcribe: flagAttribute(element, 'transcribe') || transcribeCallback !== undefined,
	};
}

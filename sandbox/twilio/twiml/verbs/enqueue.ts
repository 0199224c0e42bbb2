import { newSid } from '../../ids';
import { forever, HungUp } from '../../waiting';
import { sendWebhook } from '../../webhooks/send';
import { methodAttribute } from '../attributes';
import { resolveUrl, type TwimlDocument } from '../parse';
import { requestTwiml, sendLogged } from '../request';
import type { XmlElement } from '../xml';
import type { Outcome, Session } from '../session';

/** Nobody serves the stand-in's queues: a caller without plans of their own gives up after this. */
const PATIENCE_SECONDS = 60;

/** Puts the caller in a queue until they hang up, or the TwiML at `waitUrl` says `<Leave>`. */
export async function enqueue(element: XmlElement, document: TwimlDocument, session: Session): Promise<Outcome> {
	session.pickUp();
	const queued = Date.now();
	const queueSid = newSid('QU');
	const request = (result: string) => ({
		url: resolveUrl(element.attributes['action'] ?? '', document),
		method: methodAttribute(element),
		fields: { QueueResult: result, QueueSid: queueSid, QueueTime: String(Math.round((Date.now() - queued) / session.call.secondMs)) },
		label: 'Enqueue action',
	});
	try {
		await waitInQueue(element, document, session, queueSid);
	} catch (error) {
		if (error instanceof HungUp && element.attributes['action'] !== undefined) {
			session.call.afterHangUp(
				sendLogged(session, request('hangup'), (webhook) => sendWebhook(webhook, session.account.nextSigning(), session.call.life)),
			);
		}
		throw error;
	}
	if (element.attributes['action'] === undefined) return { then: 'next' };
	return { then: 'go', document: await requestTwiml(session, request('leave')) };
}

/** Returns when the caller leaves the queue. @throws HungUp when they hang up */
async function waitInQueue(element: XmlElement, document: TwimlDocument, session: Session, queueSid: string): Promise<void> {
	const waitUrl = element.attributes['waitUrl'];
	if (waitUrl !== undefined) {
		const music = await requestTwiml(session, {
			url: resolveUrl(waitUrl, document),
			method: methodAttribute(element, 'waitUrlMethod'),
			fields: { QueueSid: queueSid, QueuePosition: '1' },
			label: 'Queue wait',
		});
		if ((await session.run(music)) === 'leave') return;
	}
	session.hears('[waiting in the queue]');
	await (session.party.patient ? forever(session.signal) : session.wait(PATIENCE_SECONDS));
	session.call.hangUp('The caller gave up waiting.');
	throw new HungUp('The caller gave up waiting.');
}

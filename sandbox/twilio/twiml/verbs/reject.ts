import type { XmlElement } from '../xml';
import type { Outcome, Session } from '../session';
import type { TwimlDocument } from '../parse';

/** Turns the call away without answering it; only works while nothing has answered it yet. */
export async function reject(element: XmlElement, _document: TwimlDocument, session: Session): Promise<Outcome> {
	if (session.leg.answeredAt === null) {
		session.call.rejected = true;
		session.hears(element.attributes['reason'] === 'busy' ? '[busy signal]' : '[number not in service]');
	}
	return { then: 'hangup' };
}

import type { XmlElement } from '../xml';
import type { Outcome, Session } from '../session';
import type { TwimlDocument } from '../parse';

/** Ends the leg. As the very first verb of a call it answers first; after a `<Dial>` that never bridged it does not. */
export async function hangup(_element: XmlElement, _document: TwimlDocument, session: Session): Promise<Outcome> {
	if (session.call.children.length === 0) session.pickUp();
	return { then: 'hangup' };
}

/** Leaves the queue; anywhere else it ends the call. */
export async function leave(): Promise<Outcome> {
	return { then: 'leave' };
}

import { numberAttribute } from '../attributes';
import type { XmlElement } from '../xml';
import type { Outcome, Session } from '../session';
import type { TwimlDocument } from '../parse';

/** Silence. As the first verb it does not answer the call: the caller hears ringing for that long. */
export async function pause(element: XmlElement, _document: TwimlDocument, session: Session): Promise<Outcome> {
	await session.wait(numberAttribute(element, 'length', 1));
	return { then: 'next' };
}

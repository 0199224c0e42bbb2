import { numberAttribute } from '../attributes';
import { speakingSeconds } from '../../calls/speaking';
import { textOf, type XmlElement } from '../xml';
import type { Outcome, Session } from '../session';
import type { TwimlDocument } from '../parse';

export async function say(element: XmlElement, _document: TwimlDocument, session: Session): Promise<Outcome> {
	session.pickUp();
	const words = textOf(element).replace(/\s+/g, ' ');
	for (let times = Math.max(1, numberAttribute(element, 'loop', 1)); times > 0; times -= 1) {
		session.hears(words);
		await session.wait(speakingSeconds(words));
	}
	return { then: 'next' };
}

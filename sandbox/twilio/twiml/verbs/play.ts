import { numberAttribute } from '../attributes';
import { textOf, type XmlElement } from '../xml';
import type { Outcome, Session } from '../session';
import type { TwimlDocument } from '../parse';

/** The sound is not fetched; any lasts as long as this. */
const PLAY_SECONDS = 3;

export async function play(element: XmlElement, _document: TwimlDocument, session: Session): Promise<Outcome> {
	session.pickUp();
	for (let times = Math.max(1, numberAttribute(element, 'loop', 1)); times > 0; times -= 1) {
		session.hears(`[sound ${textOf(element)}]`);
		await session.wait(PLAY_SECONDS);
	}
	return { then: 'next' };
}

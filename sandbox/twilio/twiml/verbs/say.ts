import { numberAttribute } from '../attributes';
import { textOf, type XmlElement } from '../xml';
import type { Outcome, Session } from '../session';
import type { TwimlDocument } from '../parse';

const WORDS_PER_SECOND = 2.5;

/** How long it takes to say words, in seconds; at least one. */
export function speakingSeconds(words: string): number {
	return Math.max(1, Math.round(words.trim().split(/\s+/).length / WORDS_PER_SECOND));
}

export async function say(element: XmlElement, _document: TwimlDocument, session: Session): Promise<Outcome> {
	session.pickUp();
	const words = textOf(element).replace(/\s+/g, ' ');
	for (let times = Math.max(1, numberAttribute(element, 'loop', 1)); times > 0; times -= 1) {
		session.hears(words);
		await session.wait(speakingSeconds(words));
	}
	return { then: 'next' };
}

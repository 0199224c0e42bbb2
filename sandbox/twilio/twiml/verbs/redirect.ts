import { methodAttribute } from '../attributes';
import { resolveUrl, type TwimlDocument } from '../parse';
import { requestTwiml } from '../request';
import { textOf, type XmlElement } from '../xml';
import type { Outcome, Session } from '../session';

export async function redirect(element: XmlElement, document: TwimlDocument, session: Session): Promise<Outcome> {
	const url = resolveUrl(textOf(element), document);
	return { then: 'go', document: await requestTwiml(session, { url, method: methodAttribute(element), label: 'Redirect' }) };
}

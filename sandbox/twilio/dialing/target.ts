import { listAttribute, methodAttribute } from '../twiml/attributes';
import { resolveUrl, type TwimlDocument } from '../twiml/parse';
import { elementsOf, textOf, type XmlElement } from '../twiml/xml';
import { toE164 } from '../phones';

/** One number to ring, from a `<Number>` or the bare text of a `<Dial>`. */
export interface DialTarget {
	phone: string;
	/** TwiML to run on the called phone before it is connected. */
	screenUrl: string | null;
	screenMethod: string;
	statusCallback: string | null;
	statusMethod: string;
	statusEvents: string[];
}

/** The numbers of a `<Dial>`, in order. */
export function dialTargets(dial: XmlElement, document: TwimlDocument): DialTarget[] {
	const numbers = elementsOf(dial).filter((element) => element.name === 'Number');
	const bare = textOf(dial);
	const elements = bare === '' ? numbers : [{ name: 'Number', attributes: {}, children: [bare] }, ...numbers];
	return elements.map((element) => readTarget(element, document));
}

function readTarget(number: XmlElement, document: TwimlDocument): DialTarget {
	const { url, statusCallback } = number.attributes;
	const written = textOf(number);
	return {
		phone: toE164(written) ?? written,
		screenUrl: url === undefined ? null : resolveUrl(url, document),
		screenMethod: methodAttribute(number),
		statusCallback: statusCallback === undefined ? null : resolveUrl(statusCallback, document),
		statusMethod: methodAttribute(number, 'statusCallbackMethod'),
		statusEvents: listAttribute(number, 'statusCallbackEvent', ['completed']),
	};
}

import { elementsOf, parseXml, XmlError, type XmlElement } from './xml';

/** TwiML as fetched: its verbs in order, and the URL it came from, to which relative URLs in it refer. */
export interface TwimlDocument {
	url: string;
	verbs: XmlElement[];
	root: XmlElement;
}

/** A reply that is not TwiML; `code` as in Twilio's debugger. */
export class TwimlError extends Error {
	constructor(
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}

const XML_TYPES = ['text/xml', 'application/xml', 'text/html'];

/** @throws TwimlError */
export function parseTwiml(reply: { url: string; contentType: string; body: string }): TwimlDocument {
	const type = (reply.contentType.split(';')[0] ?? '').trim().toLowerCase();
	if (!XML_TYPES.includes(type)) throw new TwimlError(12300, `content type "${type}" instead of text/xml`);
	const root = readXml(reply.body);
	if (root.name !== 'Response') throw new TwimlError(12100, `the root is <${root.name}> instead of <Response>`);
	return { url: reply.url, verbs: elementsOf(root), root };
}

function readXml(body: string): XmlElement {
	try {
		return parseXml(body);
	} catch (error) {
		if (error instanceof XmlError) throw new TwimlError(12100, error.message);
		throw error;
	}
}

/** A URL in TwiML: absolute ones as they are, to the byte, because the signature covers them; relative ones resolved. */
export function resolveUrl(written: string, document: TwimlDocument): string {
	if (/^https?:\/\//i.test(written)) return written;
	return URL.canParse(written, document.url) ? new URL(written, document.url).toString() : written;
}

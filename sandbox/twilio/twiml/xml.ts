/** A strict reader for the small part of XML that TwiML uses: no DTD, no namespaces, one root. */

export interface XmlElement {
	name: string;
	attributes: Record<string, string>;
	children: Array<XmlElement | string>;
}

/** XML that cannot be read, with the line where it went wrong. */
export class XmlError extends Error {}

const NAME = /[A-Za-z_][\w.-]*/y;
const SPACE = /[ \t\r\n]*/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws XmlError */
export function parseXml(text: string): XmlElement {
	return new XmlReader(text).document();
}

/** The text directly inside an element, trimmed. */
export function textOf(element: XmlElement): string {
	return element.children
		.filter((child) => typeof child === 'string')
		.join('')
		.trim();
}

/** The elements directly inside an element. */
export function elementsOf(element: XmlElement): XmlElement[] {
	return element.children.filter((child) => typeof child !== 'string');
}

class XmlReader {
	private at = 0;

	constructor(private readonly text: string) {}

	document(): XmlElement {
		// A declaration must be the very first thing; Twilio's own parser stumbles over leading blanks, too.
		if (this.text.startsWith('<?xml')) this.skipPast('?>');
		this.skipMisc();
		if (!this.sees('<')) throw this.error('expected an element');
		const root = this.element();
		this.skipMisc();
		if (this.at < this.text.length) throw this.error('text after the end of the document');
		return root;
	}

	private element(): XmlElement {
		this.expect('<');
		const element: XmlElement = { name: this.match(NAME, 'an element name'), attributes: this.attributes(), children: [] };
		if (this.sees('/>')) {
			this.at += 2;
			return element;
		}
		this.expect('>');
		this.content(element);
		this.expect('</');
		const closing = this.match(NAME, 'an element name');
		if (closing !== element.name) throw this.error(`<${element.name}> is closed by </${closing}>`);
		this.match(SPACE, '');
		this.expect('>');
		return element;
	}

	private content(element: XmlElement): void {
		while (!this.sees('</')) {
			if (this.at >= this.text.length) throw this.error(`<${element.name}> is not closed`);
			if (this.sees('<!--')) this.skipPast('-->');
			else if (this.sees('<![CDATA[')) {
				const start = this.at + 9;
				this.skipPast(']]>');
				element.children.push(this.text.slice(start, this.at - 3));
			} else if (this.sees('<?')) this.skipPast('?>');
			else if (this.sees('<')) element.children.push(this.element());
			else element.children.push(this.characters(/[^<]*/y));
		}
	}

	private attributes(): Record<string, string> {
		const attributes: Record<string, string> = {};
		for (;;) {
			const space = this.match(SPACE, '');
			if (this.sees('>') || this.sees('/>')) return attributes;
			if (space === '') throw this.error('expected a blank before an attribute');
			const name = this.match(NAME, 'an attribute name');
			this.match(SPACE, '');
			this.expect('=');
			this.match(SPACE, '');
			const quote = this.text[this.at];
			if (quote !== '"' && quote !== "'") throw this.error(`the value of ${name} is not quoted`);
			this.at += 1;
			if (name in attributes) throw this.error(`attribute ${name} is given twice`);
			attributes[name] = this.characters(quote === '"' ? /[^"<]*/y : /[^'<]*/y);
			this.expect(quote);
		}
	}

	private characters(pattern: RegExp): string {
		const raw = this.match(pattern, 'text');
		return raw.replace(/&([^;\s]*);?/g, (whole, name: string) => {
			const decoded = whole.endsWith(';') ? decodeEntity(name) : null;
			if (decoded === null) throw this.error(`"${whole}" is not an entity; write "&" as "&amp;"`);
			return decoded;
		});
	}

	private skipMisc(): void {
		for (;;) {
			this.match(SPACE, '');
			if (this.sees('<!--')) this.skipPast('-->');
			else if (this.sees('<!')) throw this.error('a document type is not allowed');
			else return;
		}
	}

	private skipPast(end: string): void {
		const found = this.text.indexOf(end, this.at);
		if (found < 0) throw this.error(`"${end}" is missing`);
		this.at = found + end.length;
	}

	private match(pattern: RegExp, what: string): string {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text);
		if (found === null) throw this.error(`expected ${what}`);
		this.at = pattern.lastIndex;
		return found[0];
	}

	private sees(text: string): boolean {
		return this.text.startsWith(text, this.at);
	}

	private expect(text: string): void {
		if (!this.sees(text)) throw this.error(`expected "${text}"`);
		this.at += text.length;
	}

	private error(what: string): XmlError {
		return new XmlError(`line ${this.text.slice(0, this.at).split('\n').length}: ${what}`);
	}
}

function decodeEntity(name: string): string | null {
	const numeric = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
	if (numeric === null) return ENTITIES[name] ?? null;
	const code = numeric[1] !== undefined ? Number.parseInt(numeric[1], 16) : Number(numeric[2]);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

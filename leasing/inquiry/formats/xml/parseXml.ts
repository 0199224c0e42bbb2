import { Parser } from 'htmlparser2';
import { isGroup } from '../unwrap';

/** An element with everything in small letters but its text. Namespaces' prefixes are taken off. */
export interface XmlNode {
	name: string;
	attributes: Readonly<Record<string, string>>;
	text: string;
	children: XmlNode[];
}

export interface ParsedXml {
	root: XmlNode | null;
	/** The text ends inside an element. */
	truncated: boolean;
	/** It was larger than what is read. */
	cut: boolean;
}

const DEEPEST = 60;
const MOST_NODES = 20_000;
const LONGEST = 1_000_000;

/**
 * Parses XML leniently. The parser knows the five entities of XML and character references and no others: a document's
 * own entities stay as they are written, and nothing outside is ever fetched.
 */
export function parseXml(text: string): ParsedXml {
	const top: XmlNode = { name: '', attributes: {}, text: '', children: [] };
	const open: XmlNode[] = [top];
	let nodes = 0;
	let skipped = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				nodes++;
				if (open.length > DEEPEST || nodes > MOST_NODES) {
					skipped++;
					return;
				}
				const node: XmlNode = { name: localName(name), attributes: lowered(attributes), text: '', children: [] };
				open.at(-1)?.children.push(node);
				open.push(node);
			},
			ontext(data) {
				const node = open.at(-1);
				if (node !== undefined && skipped === 0) node.text += data;
			},
			onclosetag() {
				if (skipped > 0) skipped--;
				else if (open.length > 1) open.pop();
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.write(text.slice(0, LONGEST));
	const truncated = open.length > 1;
	parser.end();
	return { root: top.children[0] ?? null, truncated, cut: text.length > LONGEST || nodes > MOST_NODES };
}

/** n8n's Webhook node parses XML bodies by itself, into groups with `$` for attributes and `_` for text. */
export function fromParsed(name: string, value: unknown, depth = 0): XmlNode {
	const node: XmlNode = { name: localName(name), attributes: {}, text: '', children: [] };
	if (depth > DEEPEST) return node;
	if (!isGroup(value)) return { ...node, text: value === null || value === undefined || typeof value === 'object' ? '' : String(value) };
	if (isGroup(value.$)) node.attributes = lowered(value.$);
	if (typeof value._ === 'string') node.text = value._;
	for (const [key, inner] of Object.entries(value).slice(0, 500)) {
		if (key === '$' || key === '_') continue;
		for (const one of Array.isArray(inner) ? inner.slice(0, 500) : [inner]) node.children.push(fromParsed(key, one, depth + 1));
	}
	return node;
}

function localName(name: string): string {
	return (name.split(':').at(-1) ?? name).toLowerCase();
}

function lowered(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(attributes)
			.slice(0, 50)
			.map(([key, value]) => [localName(key), String(value)]),
	);
}

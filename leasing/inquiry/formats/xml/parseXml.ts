import { Parser } from 'htmlparser2';
import type { GiveWay } from '../../../limits/giveWay';
import { wordOf } from '../../form/leaves';
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
const MOST_NODES = 200_000;
/** The parser looks through everything that is open at each tag, so what nests without end is not read to its end. */
const MOST_OPEN = 1_000;
/** Read at a time, before others have their turn. */
const SLICE = 16_384;

/**
 * Parses XML leniently. The parser knows the five entities of XML and character references and no others: a document's
 * own entities stay as they are written, and nothing outside is ever fetched.
 */
export async function parseXml(text: string, giveWay: GiveWay): Promise<ParsedXml> {
	const top: XmlNode = { name: '', attributes: {}, text: '', children: [] };
	const open: XmlNode[] = [top];
	let nodes = 0;
	let skipped = 0;
	let attributes = 0;
	const parser = new Parser(
		{
			onopentag(name, given) {
				nodes++;
				if (open.length > DEEPEST || nodes > MOST_NODES) {
					skipped++;
					return;
				}
				const node: XmlNode = { name: localName(name), attributes: lowered(given), text: '', children: [] };
				open.at(-1)?.children.push(node);
				open.push(node);
			},
			onattribute() {
				attributes++;
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
	const enough = (): boolean => nodes > MOST_NODES || skipped > MOST_OPEN || attributes > MOST_NODES;
	let read = 0;
	for (; read < text.length && !enough(); read += SLICE) {
		parser.write(text.slice(read, read + SLICE));
		await giveWay();
	}
	const truncated = open.length > 1;
	// Ending closes what is open, one after the other; of a document that was left in the middle nothing more is wanted.
	if (!enough()) parser.end();
	return { root: top.children[0] ?? null, truncated, cut: read < text.length || nodes > MOST_NODES };
}

/** n8n's Webhook node parses XML bodies by itself, into groups with `$` for attributes and `_` for text. */
export function fromParsed(name: string, value: unknown): ParsedXml {
	const made = { nodes: 0, cut: false };
	return { root: nodeOf(name, value, 0, made), truncated: false, cut: made.cut };
}

function nodeOf(name: string, value: unknown, depth: number, made: { nodes: number; cut: boolean }): XmlNode {
	const node: XmlNode = { name: localName(name), attributes: {}, text: '', children: [] };
	made.nodes++;
	if (depth > DEEPEST) return node;
	if (!isGroup(value)) return { ...node, text: wordOf(value) };
	if (isGroup(value.$)) node.attributes = lowered(value.$);
	if (typeof value._ === 'string') node.text = value._;
	for (const [key, inner] of Object.entries(value)) {
		if (key === '$' || key === '_') continue;
		for (const one of Array.isArray(inner) ? (inner as unknown[]) : [inner]) {
			if (made.nodes >= MOST_NODES) {
				made.cut = true;
				return node;
			}
			node.children.push(nodeOf(key, one, depth + 1, made));
		}
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
			.map(([key, value]) => [localName(key), wordOf(value)]),
	);
}

import { Parser } from 'htmlparser2';
import type { GiveWay } from '../../../limits/giveWay';

export interface HtmlContent {
	text: string;
	links: string[];
	metas: Record<string, string>;
	/** Something behind the beginning was not read. */
	cut: boolean;
}

const BLOCKS = new Set([
	'address',
	'article',
	'blockquote',
	'br',
	'center',
	'dd',
	'div',
	'dl',
	'dt',
	'fieldset',
	'footer',
	'form',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'header',
	'hr',
	'li',
	'main',
	'ol',
	'p',
	'pre',
	'section',
	'table',
	'tbody',
	'tr',
	'ul',
]);
const CELLS = new Set(['td', 'th']);
const UNSEEN = new Set(['head', 'script', 'style', 'title', 'template', 'noscript', 'svg']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'area', 'base', 'col', 'embed', 'source', 'track', 'wbr']);
const LONGEST = 1_000_000;
const MOST_LINKS = 200;
/** The parser looks through everything that is open at each tag. No mail that a person could look at nests so deep. */
const MOST_OPEN = 1_000;
/** Read at a time, before others have their turn. */
const SLICE = 16_384;

/**
 * The text of an HTML mail as a person sees it: one line for each line, a tab between the cells of a row, nothing hidden.
 * Links and meta tags are kept apart.
 */
export async function htmlText(html: string, giveWay: GiveWay): Promise<HtmlContent> {
	const parts: string[] = [];
	const links: string[] = [];
	const metas: Record<string, string> = {};
	const unseen: string[] = [];
	let open = 0;
	const parser = new Parser(
		{
			onopentag(name, { name: key, content, property, href, style, hidden }) {
				open++;
				if (name === 'meta') {
					const label = key ?? property;
					if (label !== undefined && content !== undefined && Object.keys(metas).length < MOST_LINKS)
						metas[label.toLowerCase()] = content.slice(0, 2_000);
				} else if (name === 'a' && href !== undefined && links.length < MOST_LINKS) links.push(href.slice(0, 4_000));
				if (VOID.has(name)) {
					if (BLOCKS.has(name)) parts.push('\n');
				} else if (
					unseen.length > 0 ||
					UNSEEN.has(name) ||
					hidden !== undefined ||
					/display:\s{0,5}none|font-size:\s{0,5}0(?:px)?\s{0,5}(?:;|$)/i.test((style ?? '').slice(0, 500))
				)
					unseen.push(name);
				else if (BLOCKS.has(name)) parts.push('\n');
				else if (CELLS.has(name)) parts.push('\t');
			},
			ontext(data) {
				if (unseen.length === 0) parts.push(data.replace(/\s+/g, ' '));
			},
			onclosetag(name) {
				open--;
				if (VOID.has(name)) return;
				if (unseen.length > 0) unseen.pop();
				else if (BLOCKS.has(name)) parts.push('\n');
			},
		},
		{ decodeEntities: true },
	);
	let read = 0;
	for (; read < Math.min(html.length, LONGEST) && open < MOST_OPEN; read += SLICE) {
		parser.write(html.slice(read, read + SLICE));
		await giveWay();
	}
	// Ending hands out what stands last and closes what is open, which takes as long as it is deep.
	if (open < MOST_OPEN) parser.end();
	return { text: tidy(parts.join('')), links, metas, cut: read < html.length };
}

/** One space for many, no empty lines in a row, no tab at the edge. */
export function tidy(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]|\u034F/g, '')
		.replace(/[ \u00A0]+/g, ' ')
		.split('\n')
		.map((line) =>
			line
				.replace(/ ?\t ?/g, '\t')
				.replace(/\t+/g, '\t')
				.replace(/^[\t ]+|[\t ]+$/g, ''),
		)
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

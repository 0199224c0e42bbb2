import { Parser } from 'htmlparser2';

export interface HtmlContent {
	text: string;
	links: string[];
	metas: Record<string, string>;
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

/**
 * The text of an HTML mail as a person sees it: one line for each line, a tab between the cells of a row, nothing hidden.
 * Links and meta tags are kept apart.
 */
export function htmlText(html: string): HtmlContent {
	const parts: string[] = [];
	const links: string[] = [];
	const metas: Record<string, string> = {};
	const unseen: string[] = [];
	const parser = new Parser(
		{
			onopentag(name, { name: key, content, property, href, style, hidden }) {
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
				if (VOID.has(name)) return;
				if (unseen.length > 0) unseen.pop();
				else if (BLOCKS.has(name)) parts.push('\n');
			},
		},
		{ decodeEntities: true },
	);
	parser.end(html.slice(0, LONGEST));
	return { text: tidy(parts.join('')), links, metas };
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

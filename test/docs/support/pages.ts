import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const PROJECT = path.resolve(__dirname, '../../..');
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.sandbox', 'coverage']);

export interface Page {
	/** Below the project, with slashes: `docs/nodes/lead.md`. */
	file: string;
	text: string;
}

/** Every Markdown file of the project. */
export function allPages(folder = PROJECT): Page[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (SKIPPED.has(entry.name)) return [];
		const full = path.join(folder, entry.name);
		if (entry.isDirectory()) return allPages(full);
		return entry.name.endsWith('.md')
			? [{ file: path.relative(PROJECT, full).split(path.sep).join('/'), text: readFileSync(full, 'utf8') }]
			: [];
	});
}

export function page(file: string): Page {
	return { file, text: readFileSync(path.join(PROJECT, file), 'utf8') };
}

/** Targets of the links and pictures of a page, code left out. */
export function linksOf({ text }: Page): string[] {
	const prose = text.replace(/^\s*```[\s\S]*?^\s*```/gm, '').replace(/`[^`\n]*`/g, '');
	return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []);
}

/** Why a relative link leads nowhere, or null. Links to the web are not asked. */
export function brokenLink(from: Page, target: string): string | null {
	if (/^[a-z]+:/i.test(target)) return null;
	const [file = '', anchor] = target.split('#', 2);
	const to = file === '' ? from.file : path.posix.join(path.posix.dirname(from.file), file);
	if (!existsSync(path.join(PROJECT, to))) return `${from.file} links to ${target}: there is no ${to}`;
	if (anchor === undefined || !to.endsWith('.md')) return null;
	return anchorsOf(page(to)).includes(anchor) ? null : `${from.file} links to ${target}: ${to} has no such heading`;
}

/** Headings as GitHub turns them into anchors. */
function anchorsOf({ text }: Page): string[] {
	const prose = text.replace(/^\s*```[\s\S]*?^\s*```/gm, '');
	return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
		heading
			.replace(/[`*_]/g, '')
			.toLowerCase()
			.replace(/[^\p{L}\p{N} -]/gu, '')
			.trim()
			.replace(/ /g, '-'),
	);
}

/** `…/blob/main/docs/nodes/lead.md` of our own repository as a file of the project; null for other addresses. */
export function fileOfUrl(url: string): string | null {
	return /^https:\/\/github\.com\/n8n-nodes-leasing\/n8n-nodes-leasing\/blob\/main\/([^#?]+)$/.exec(url)?.[1] ?? null;
}

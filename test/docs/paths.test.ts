/** Files that the pages for developers name, and the count of places that a page of docs/adding/ promises. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { allPages, PROJECT, type Page } from './support/pages';

const ADDING = 'docs/adding/';
const pages = allPages().filter(({ file }) => file === 'AGENTS.md' || file === 'CONTRIBUTING.md' || file.startsWith(ADDING));
const TOP = /^(nodes|credentials|leasing|office|store|sandbox|workflows-templates|test|bench|scripts|tools|docs|\.github)\//;

/** What stands between backticks and is the path of one file or folder: no blanks, no <placeholder>, no star. */
function pathsOf({ text }: Page): string[] {
	const prose = text.replace(/^\s*```[\s\S]*?^\s*```/gm, '');
	return [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => (TOP.test(code) && !/[\s<>*…{}]/.test(code) ? [code] : []));
}

it.each(pages.map((page) => [page.file, page] as const))('%s names files that exist', (_file, page) => {
	expect(pathsOf(page).filter((file) => !existsSync(path.join(PROJECT, file)))).toEqual([]);
});

it('finds the paths it is about', () => {
	expect(pages.flatMap(pathsOf)).toEqual(expect.arrayContaining(['store/port/optOuts.ts', 'leasing/', 'scripts/lint/house.mjs']));
});

const recipes = pages.filter(({ file }) => file.startsWith(ADDING) && file !== `${ADDING}README.md`);

describe.each(recipes.map((page) => [page.file, page.text] as const))('%s', (file, text) => {
	it('says how many places there are, and lists as many', () => {
		const [, promised, list = ''] = /^## Places: (\d+)\n([\s\S]*?)(?=^## )/m.exec(text) ?? [];
		expect([...list.matchAll(/^\d+\. /gm)]).toHaveLength(Number(promised));
	});

	it('stands in the table once, with the same count', () => {
		const rows =
			pages
				.find((page) => page.file === `${ADDING}README.md`)
				?.text.split('\n')
				.filter((row) => row.startsWith('| ')) ?? [];
		const [, promised] = /^## Places: (\d+)$/m.exec(text) ?? [];
		expect(rows.flatMap((row) => /\]\((.+?)\) \| (\d+) \|$/.exec(row)?.slice(1).join(' ') ?? [])).toContain(
			`${path.basename(file)} ${promised}`,
		);
		expect(rows.filter((row) => row.includes(`(${path.basename(file)})`))).toHaveLength(1);
	});

	it('says what you get, what to copy, what to test and how to see it work', () => {
		expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.replace(/: \d+$/, ''))).toEqual(
			expect.arrayContaining(['You get', 'Copy', 'Places', 'Test', 'See it work']),
		);
	});
});

import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { HASTY } from '../../../leasing/buildium/patience';
import type { Query } from '../../../leasing/buildium/query';
import { asNodeError } from '../../shared/errors';
import { buildium, PAGE_SIZE, type BuildiumRecord } from '../transport';

/** Where a list in the editor comes from. */
export interface ListSource {
	path: string;
	/** @param text what the user typed; '' for everything @returns what Buildium can look for by itself */
	query(text: string, context: ILoadOptionsFunctions): Query;
	label(record: BuildiumRecord): string;
	/** True when the query already looks for the text; otherwise labels are compared here. */
	searches: boolean;
}

/** As many as a person looks through before typing more. */
const ENOUGH = 100;

/** Fills a list of the editor, a part at a time; n8n hands the token back when the user scrolls on. */
export async function searchList(
	context: ILoadOptionsFunctions,
	source: ListSource,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const text = filter.trim();
	const results: INodeListSearchItems[] = [];
	// Where only labels can be compared, as few requests as possible; otherwise no more than is shown.
	const limit = source.searches && text !== '' ? ENOUGH : PAGE_SIZE;
	try {
		const pages = buildium(context, { patience: HASTY }).getPages(source.path, source.query(text, context), {
			offset: Number(token) || 0,
			limit,
		});
		for await (const { records, next } of pages) {
			const items = records.map((record) => ({ name: source.label(record), value: String(record.Id) }));
			results.push(...items.filter(({ name }) => source.searches || fits(name, text)));
			if (next !== null && results.length >= ENOUGH) return { results: sorted(results), paginationToken: String(next) };
		}
	} catch (thrown) {
		throw asNodeError(context.getNode(), thrown);
	}
	return { results: sorted(results) };
}

/** Every word that was typed stands somewhere in the label. */
function fits(label: string, text: string): boolean {
	const found = label.toLowerCase();
	return text
		.toLowerCase()
		.split(/\s+/)
		.every((word) => found.includes(word));
}

function sorted(items: INodeListSearchItems[]): INodeListSearchItems[] {
	return [...items].sort((a, b) => String(a.name).localeCompare(String(b.name), 'en', { numeric: true }));
}

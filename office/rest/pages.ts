/** One page of a list, with where the next one is in the vendor's own terms: an offset, a link, a token. */
export interface CursorPage<T, Cursor> {
	records: T[];
	/** Null: there is no next one. A page may be shorter than asked for, or empty, although there is. */
	next: Cursor | null;
}

/** All pages from `first` on, each asked for when the one before was used. To go on after a break, keep `next`. */
export async function* pagesFrom<Cursor, Page extends CursorPage<unknown, Cursor>>(
	first: Cursor,
	ask: (at: Cursor) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
	for (let at: Cursor | null = first; at !== null;) {
		const page: Page = await ask(at);
		yield page;
		at = page.next;
	}
}

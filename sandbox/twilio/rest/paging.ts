import type { RestRequest } from './exchange';

export const PAGING_PARAMETERS = ['PageSize', 'Page', 'PageToken'];

const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE = 1000;

/**
 * Twilio's page envelope (2010-04-01). The token names the last item of the page before, so that items that arrive in
 * between do not shift later pages.
 * @param key name of the list in the body, e.g. `messages`
 * @param items all items that fit, newest first
 */
export function page<T extends { sid: string }>(request: RestRequest, key: string, items: T[], view: (item: T) => object): object {
	const { query } = request;
	const size = pageSize(query.get('PageSize'));
	const number = Math.max(0, Number(query.get('Page') ?? 0) || 0);
	const token = query.get('PageToken');
	const start = token === null ? number * size : items.findIndex((item) => `PA${item.sid}` === token) + 1;
	const shown = items.slice(start, start + size);
	const last = shown.at(-1);
	const hasMore = last !== undefined && start + size < items.length;
	return {
		[key]: shown.map(view),
		page: number,
		page_size: size,
		start,
		end: Math.max(start, start + shown.length - 1),
		uri: pageUri(request, {}),
		first_page_uri: pageUri(request, { PageSize: String(size), Page: '0', PageToken: null }),
		previous_page_uri: number === 0 ? null : pageUri(request, { PageSize: String(size), Page: String(number - 1), PageToken: null }),
		next_page_uri: hasMore ? pageUri(request, { PageSize: String(size), Page: String(number + 1), PageToken: `PA${last.sid}` }) : null,
	};
}

function pageSize(asked: string | null): number {
	const size = asked === null ? DEFAULT_PAGE_SIZE : Number(asked);
	return Number.isInteger(size) && size >= 1 ? Math.min(size, LARGEST_PAGE) : DEFAULT_PAGE_SIZE;
}

function pageUri(request: RestRequest, change: Record<string, string | null>): string {
	const query = new URLSearchParams(request.query);
	for (const [name, value] of Object.entries(change)) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	const text = query.toString();
	return text === '' ? request.path : `${request.path}?${text}`;
}

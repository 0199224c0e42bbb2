import { json, type RestReply, type RestRequest } from './exchange';
import type { Account } from '../account';

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

/** Twilio's newer envelope: `meta.next_page_url` is absolute, and the list has its own key. */
export function newerPage(account: Account, request: RestRequest, key: string, items: Array<Record<string, unknown>>): RestReply {
	const size = Math.min(1000, Number(request.query.get('PageSize') ?? 50) || 50);
	const number = Number(request.query.get('Page') ?? 0) || 0;
	const shown = items.slice(number * size, (number + 1) * size);
	const url = (at: number) => `${account.url}${request.path}?PageSize=${size}&Page=${at}&PageToken=PA${at}`;
	const meta = {
		page: number,
		page_size: size,
		first_page_url: url(0),
		previous_page_url: number === 0 ? null : url(number - 1),
		url: url(number),
		next_page_url: items.length > (number + 1) * size ? url(number + 1) : null,
		key,
	};
	return json({ [key]: shown, meta });
}

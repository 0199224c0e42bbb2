/** Where a page says the next one is. */
export type NextLink = { ok: true; url: string } | { ok: false; why: string };

/**
 * The address of a next page. Vendors give a path only, or the whole address, some with the keys in it. It is never followed
 * to another host, which would be handed the keys of the request.
 * @param base address that the page came from @param said as it stands in the page
 */
export function nextLink(base: string, said: string): NextLink {
	const url = URL.canParse(said, base) ? new URL(said, base) : null;
	if (url === null) return { ok: false, why: 'The link to the next page is no address' };
	if (url.origin !== new URL(base).origin) return { ok: false, why: `The link to the next page leads to another host, ${url.host}` };
	url.username = '';
	url.password = '';
	return { ok: true, url: url.href };
}

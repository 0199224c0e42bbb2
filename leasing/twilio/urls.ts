import { parse, stringify } from 'node:querystring';

interface UrlParts {
	scheme: string;
	/** `user:password@` or ''. */
	credentials: string;
	host: string;
	/** `:1234` or ''. */
	port: string;
	/** Path and query, characters as sent. */
	rest: string;
}

/** Splits without normalising: the signature covers the very characters. The fragment is dropped, it is never signed. */
function split(url: string): UrlParts | null {
	const match = /^(https?:\/\/)((?:[^/?#@]*@)*)(\[[^\]/?#]*\]|[^/?#:]*)(:\d*)?([/?][^#]*)?(?:#.*)?$/i.exec(url);
	if (match === null || match[3] === '') return null;
	return { scheme: match[1] ?? '', credentials: match[2] ?? '', host: match[3] ?? '', port: match[4] ?? '', rest: match[5] ?? '' };
}

/** As Node's old query-string module writes it, which some of Twilio's back ends signed. */
function withLegacyQuery(url: string): string {
	const start = url.indexOf('?');
	return start < 0 || start === url.length - 1 ? url : `${url.slice(0, start)}?${stringify(parse(url.slice(start + 1)))}`;
}

/** With and without port, with and without credentials. */
function spellings({ scheme, credentials, host, port, rest }: UrlParts): string[] {
	const usualPort = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
	const ports = ['', port === '' ? usualPort : port];
	const users = credentials === '' ? [''] : [credentials, ''];
	return users.flatMap((user) => ports.map((shown) => `${scheme}${user}${host}${shown}${rest}`));
}

/**
 * Every spelling of a URL that Twilio may have signed. Its back ends disagree on whether the port is signed (voice over
 * HTTPS: no; messages and plain HTTP: yes), on credentials, and on how some characters of the query are escaped.
 * @returns [] when it is no http(s) URL
 */
export function signedSpellings(url: string): string[] {
	const parts = split(url);
	if (parts === null || !URL.canParse(url)) return [];
	const normal = split(new URL(url).toString());
	const normalised = normal === null ? [] : spellings(normal);
	return [...new Set([...spellings(parts), ...normalised, ...normalised.map(withLegacyQuery)])];
}

/** The hash of the body that a URL's query carries; null when it carries none. */
export function bodyHashIn(url: string): string | null {
	return URL.canParse(url) ? new URL(url).searchParams.get('bodySHA256') : null;
}

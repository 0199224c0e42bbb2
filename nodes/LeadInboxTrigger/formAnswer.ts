import type { Answer } from '../shared/trigger/inbox';
import type { FormSettings } from './formSettings';

/** What is answered for a form: a browser that left its page for us sees another one; a page's own script gets JSON. */
export function formAnswer(headers: Readonly<Record<string, string | undefined>>, { thankYouUrl, thankYouText }: FormSettings): Answer {
	const cors = corsHeaders(headers.origin);
	if (!isNavigation(headers)) return { body: JSON.stringify({ ok: true }), type: 'application/json', headers: cors };
	if (thankYouUrl !== null) return { status: 303, body: '', headers: { ...cors, Location: thankYouUrl } };
	return { body: page(thankYouText), type: 'text/html', headers: { ...cors, ...PAGE_HEADERS } };
}

/** n8n names the asking origin in its own answer, whoever it is; so this one must, too. */
function corsHeaders(origin: string | undefined): Record<string, string> {
	return { Vary: 'Origin', ...(origin === undefined || origin === 'null' ? {} : { 'Access-Control-Allow-Origin': origin }) };
}

/** Browsers say it themselves; old ones only that they would like a page. */
function isNavigation(headers: Readonly<Record<string, string | undefined>>): boolean {
	const mode = headers['sec-fetch-mode'];
	return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate';
}

/** Nothing in it comes from the form; still, it may load and run nothing. */
const PAGE_HEADERS = {
	'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'",
	'X-Content-Type-Options': 'nosniff',
	'Cache-Control': 'no-store',
};

function page(text: string): string {
	const safe = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Thank you</title></head><body style="font:18px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em"><p>${safe}</p></body></html>`;
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { redirectTo, send, sendJson } from '../http';
import type { ServerResponse } from 'node:http';

const PUBLIC = path.resolve(__dirname, '../../pretend-phone/public');

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
};

/** Serves the pretend phone's files below `/phone/`; only plain file names of known types, so nothing else can be read. */
export async function servePage(response: ServerResponse, pathname: string): Promise<void> {
	if (pathname === '/' || pathname === '/phone') return redirectTo(response, '/phone/');
	const name = pathname === '/phone/' ? 'index.html' : (/^\/(?:phone\/)?([\w-]+(?:\.[\w-]+)*)$/.exec(pathname)?.[1] ?? '');
	const type = TYPES[path.extname(name)];
	if (type !== undefined) {
		try {
			return send(response, 200, type, await readFile(path.join(PUBLIC, name)));
		} catch {
			// Falls through to the 404.
		}
	}
	sendJson(response, 404, { error: `There is nothing at ${pathname}.` });
}

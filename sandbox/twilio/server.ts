import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serveControl } from './control/control';
import { servePage } from './control/page';
import { sendJson } from './http';
import { errorBody } from './rest/errors';
import { isRestPath } from './rest/routes';
import { serveRest } from './restServer';
import type { Account } from './account';

/** One server on loopback for Twilio's REST API, the sandbox's own control API, and the pretend phone's page. */
export async function listen(account: Account, port: number): Promise<Server> {
	const server = createServer((request, response) => {
		serve(request, response, account).catch((error: unknown) => {
			account.alert(0, `The stand-in itself failed at ${request.method ?? ''} ${request.url ?? ''}: ${String(error)}`);
			if (response.headersSent) response.destroy();
			else sendJson(response, 500, errorBody(20500));
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return server;
}

async function serve(request: IncomingMessage, response: ServerResponse, account: Account): Promise<void> {
	const url = new URL(request.url ?? '/', account.url);
	if (isRestPath(url.pathname)) return await serveRest(request, response, url, account);
	if (url.pathname.startsWith('/sandbox/')) return await serveControl(request, response, url, account);
	return await servePage(response, url.pathname);
}

/** Ends at once, whatever is still open: event streams and requests left hanging included. */
export async function stopListening(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

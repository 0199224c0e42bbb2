import type { ServerResponse } from 'node:http';
import type { Account } from '../account';

const HEARTBEAT_MS = 15_000;

/** Server-sent events: what kind of thing changed, so that the page reads the state again. */
export function streamEvents(response: ServerResponse, account: Account): void {
	response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'keep-alive' });
	response.write(': connected\n\n');
	const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
	const unsubscribe = account.events.on(({ kind, at }) => response.write(`data: ${JSON.stringify({ kind, at })}\n\n`));
	response.on('close', () => {
		clearInterval(heartbeat);
		unsubscribe();
	});
}

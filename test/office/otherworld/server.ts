/**
 * Otherworld, a property-management system that does not exist: unlike Buildium in everything that vendors differ in. Pages are
 * links, ids are text beyond 2^53, a POST is told from its repeat by an Idempotency-Key, and some statuses are its own.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OtherContact {
	id: string;
	kind: 'tenant' | 'employee';
	name: string;
	/** Its own spelling: "Mobile: (512) 555-0123". */
	phones: string;
	/** ISO 8601. */
	changed: string;
}

export interface OtherNote {
	id: string;
	/** Of a contact; null: the front desk. */
	about: string | null;
	text: string;
}

export interface Asked {
	method: string;
	path: string;
	query: URLSearchParams;
	key: string | null;
}

/** What goes wrong with the next requests that fit: an answer with this status, or none, before or after it was done. */
export interface Fault {
	match: string;
	how: number | 'drop' | 'drop_after' | 'hang_after';
	times?: number;
	headers?: Record<string, string>;
}

/** Rows on a page, whatever was asked for. */
export const PAGE = 3;

/** Of three, two are one as numbers. */
export const IDS = { ana: '9007199254740993', ben: '9007199254740992', cat: '10', desk: 'c0ffee00-0000-4000-8000-000000000001' };

export interface Otherworld {
	url: string;
	contacts: OtherContact[];
	notes: OtherNote[];
	asked: Asked[];
	faults: Fault[];
	/** Paths that the key may not POST to. */
	closed: Set<string>;
	stop(): Promise<void>;
}

export async function startOtherworld(): Promise<Otherworld> {
	const changed = '2026-11-01T00:00:00.000Z';
	const world: Omit<Otherworld, 'url' | 'stop'> = {
		contacts: [
			{ id: IDS.ana, kind: 'tenant', name: 'Ana Ruiz', phones: 'Mobile: (512) 555-0123', changed },
			{ id: IDS.ben, kind: 'tenant', name: 'Ben Old', phones: 'Home: 512-555-0124, Fax: 512-555-0199', changed },
			{ id: IDS.cat, kind: 'tenant', name: 'Cat Poe', phones: '', changed },
			{ id: IDS.desk, kind: 'employee', name: 'Dana Desk', phones: 'Mobile: 512-555-0111', changed },
			...Array.from({ length: 4 }, (_, at): OtherContact => ({
				id: `tenant-${at}`,
				kind: 'tenant',
				name: `Tenant ${at}`,
				phones: '',
				changed,
			})),
		],
		notes: [],
		asked: [],
		faults: [],
		closed: new Set(),
	};
	const keys = new Map<string, OtherNote>();
	const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET', socket } = request;
		const { pathname: path, searchParams: query } = new URL(request.url ?? '/', url);
		const key = [request.headers['idempotency-key']].flat()[0] ?? null;
		world.asked.push({ method, path, query: new URLSearchParams(query), key });
		const body = await bodyOf(request);
		const fault = world.faults.find(({ match }) => `${method} ${path}`.startsWith(match));
		if (fault && (fault.times = (fault.times ?? 1) - 1) <= 0) world.faults.splice(world.faults.indexOf(fault), 1);
		const say = (status: number, said: unknown, headers: Record<string, string> = {}): void =>
			void response
				.writeHead(status, { 'Content-Type': 'application/json', 'X-Request-Id': 'req-1', ...headers })
				.end(JSON.stringify(said));
		if (typeof fault?.how === 'number') return say(fault.how, { message: `It says ${fault.how}.` }, fault.headers);
		if (fault?.how === 'drop') return void socket.destroy();
		const [status, said] = method === 'GET' ? get(path, query) : post(path, key, body);
		if (fault?.how === 'drop_after') return void socket.destroy();
		if (fault?.how !== 'hang_after') say(status, said);
	}

	function get(path: string, query: URLSearchParams): [number, unknown] {
		if (path === '/api/notes')
			return [200, { data: world.notes.filter(({ text }) => text.includes(query.get('text') ?? '')), next: null }];
		if (path !== '/api/contacts') return [404, { message: 'Nothing here.' }];
		const since = query.get('changed_since') ?? '';
		const [kind, after] = [query.get('kind'), Number(query.get('after') ?? 0)];
		const rows = world.contacts.filter((one) => one.kind === kind && one.changed >= since);
		query.set('after', String(after + PAGE));
		const next = after + PAGE < rows.length ? `${path}?${query.toString()}` : null;
		return [200, { data: rows.slice(after, after + PAGE), next }];
	}

	function post(path: string, key: string | null, text: string): [number, unknown] {
		if (world.closed.has(path)) return [403, { message: 'The plan is read-only.' }];
		const replayed = key === null ? undefined : keys.get(key);
		if (replayed) return replayed.text === text ? [201, replayed] : [422, { message: 'This key was used for something else.' }];
		const about = /^\/api\/contacts\/([^/]+)\/notes$/.exec(path)?.[1] ?? null;
		const note: OtherNote = { id: `note-${world.notes.length + 1}`, about, text };
		world.notes.push(note);
		if (key !== null) keys.set(key, note);
		return [201, note];
	}

	return {
		...world,
		url,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	if (parts.length === 0) return '';
	return (JSON.parse(Buffer.concat(parts).toString('utf8')) as { text: string }).text;
}

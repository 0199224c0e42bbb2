'use strict';
/**
 * Loaded into n8n before n8n itself. Names the points in the life of our store and of our requests, and kills this process at
 * the one that is armed. The product knows nothing of it: what is watched is Node's own SQLite, sockets and HTTP.
 *
 * A folder is the whole interface: `armed` holds the name of the point to die at (empty: none); `seen` grows by a line for every
 * name that was reached for the first time; `hit` gets the name before the kill.
 */
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const folder = process.env.LEASING_TEST_POINTS;
if (folder) watch(folder);

function watch(where) {
	const known = new Set();
	const armedFile = path.join(where, 'armed');
	const reach = (name) => {
		if (!known.has(name)) {
			known.add(name);
			appendFileSync(path.join(where, 'seen'), `${name}\n`);
		}
		let armed = '';
		try {
			armed = readFileSync(armedFile, 'utf8');
		} catch {
			// Nobody has armed anything yet.
		}
		if (armed !== name) return;
		writeFileSync(armedFile, '');
		appendFileSync(path.join(where, 'hit'), `${name}\n`);
		process.kill(process.pid, 'SIGKILL');
		// The signal is on its way to every thread; nothing of ours may run meanwhile.
		for (;;);
	};
	watchSqlite(reach);
	watchPostgres(reach);
	watchHttp(reach);
}

/** Which table a statement writes; null when it writes none. Names in quotes are n8n's own. */
const WRITES = /\b(?:INSERT(?: OR [A-Z]+)? INTO|UPDATE(?! SET)|DELETE FROM)\s+([a-z_]+)\b/g;
const written = (sql) => Array.from(sql.matchAll(WRITES), ([, table]) => table);
const nameOf = (tables) => [...tables].sort().join('+');

function watchSqlite(reach) {
	const { DatabaseSync, StatementSync } = require('node:sqlite');
	/** Of each connection in a transaction: the tables that it has written. */
	const open = new WeakMap();
	const about = new WeakMap();
	const { prepare, exec } = DatabaseSync.prototype;
	DatabaseSync.prototype.prepare = function (sql, ...others) {
		const statement = prepare.call(this, sql, ...others);
		const tables = written(sql);
		if (tables.length > 0) about.set(statement, { db: this, tables });
		return statement;
	};
	DatabaseSync.prototype.exec = function (sql) {
		if (sql === 'BEGIN IMMEDIATE') {
			const done = exec.call(this, sql);
			open.set(this, new Set());
			return done;
		}
		const tables = open.get(this);
		if (sql === 'ROLLBACK') open.delete(this);
		if (sql !== 'COMMIT' || tables === undefined) return exec.call(this, sql);
		open.delete(this);
		if (tables.size === 0) return exec.call(this, sql);
		const name = nameOf(tables);
		reach(`before commit of ${name}`);
		const done = exec.call(this, sql);
		reach(`after commit of ${name}`);
		return done;
	};
	for (const method of ['run', 'all', 'get']) {
		const original = StatementSync.prototype[method];
		StatementSync.prototype[method] = function (...values) {
			const found = about.get(this);
			if (found === undefined) return original.apply(this, values);
			const tables = open.get(found.db);
			if (tables !== undefined) {
				found.tables.forEach((table) => tables.add(table));
				return original.apply(this, values);
			}
			const name = nameOf(found.tables);
			reach(`before write of ${name}`);
			const result = original.apply(this, values);
			reach(`after write of ${name}`);
			return result;
		};
	}
}

/** `pg` writes its statements to a socket as they are; what comes next on that socket is the server's word that it is done. */
function watchPostgres(reach) {
	const port = Number(process.env.LEASING_TEST_POINTS_POSTGRES);
	if (!port) return;
	const { Socket } = require('node:net');
	const open = new WeakMap();
	const { write } = Socket.prototype;
	Socket.prototype.write = function (chunk, ...others) {
		if (this.remotePort !== port || !Buffer.isBuffer(chunk)) return write.call(this, chunk, ...others);
		const sql = chunk.toString('latin1');
		if (/\bBEGIN\b/.test(sql)) open.set(this, new Set());
		const tables = open.get(this);
		const now = written(sql);
		if (tables !== undefined) now.forEach((table) => tables.add(table));
		const commits = tables !== undefined && /\bCOMMIT\b/.test(sql);
		if (commits || /\bROLLBACK\b(?! TO)/.test(sql)) open.delete(this);
		const name = commits ? nameOf(tables) : tables === undefined ? nameOf(now) : '';
		if (name === '') return write.call(this, chunk, ...others);
		const kind = commits ? 'commit' : 'write';
		reach(`before ${kind} of ${name}`);
		this.prependOnceListener('data', () => reach(`after ${kind} of ${name}`));
		return write.call(this, chunk, ...others);
	};
}

/** Ids and account names make no points of their own. */
const plainPath = (url) =>
	url
		.split('?')[0]
		.replace(/^\/2010-04-01\/Accounts\/[^/]+/, '')
		.replace(/\b[A-Z]{2}[0-9a-f]{32}\b/g, ':id')
		.replace(/\/\d+\b/g, '/:n');

function watchHttp(reach) {
	const { subscribe } = require('node:diagnostics_channel');
	const isOurs = ({ path: url = '' }) => url.startsWith('/2010-04-01/') || url.startsWith('/v1/');
	const nameOfRequest = ({ method, path: url }) => `${method} ${plainPath(url)}`;
	subscribe('http.client.request.created', ({ request }) => {
		if (isOurs(request)) reach(`before request ${nameOfRequest(request)}`);
	});
	subscribe('http.client.response.finish', ({ request }) => {
		if (isOurs(request)) reach(`after answer to ${nameOfRequest(request)}`);
	});

	const { ServerResponse } = require('node:http');
	const { end } = ServerResponse.prototype;
	ServerResponse.prototype.end = function (...values) {
		const url = this.req?.originalUrl ?? this.req?.url ?? '';
		const [, last] = /^\/webhook\/(?:.*\/)?([^/?]+)/.exec(url) ?? [];
		if (last === undefined || this.statusCode >= 300) return end.apply(this, values);
		const step = /[?&]step=(\w+)/.exec(url)?.[1] ?? last;
		reach(`before answering ${step}`);
		this.once('finish', () => reach(`after answering ${step}`));
		return end.apply(this, values);
	};
}

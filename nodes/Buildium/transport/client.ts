import { LONGEST_QUERY, queryString, type Query } from '../../../leasing/buildium/query';
import { UserMistake } from '../../../leasing/userMistake';
import { changeInTurn } from '../../../office/rest/changeInTurn';
import { exchange, type Attempts, type RestLine } from '../../../office/rest/exchange';
import { pagesFrom } from '../../../office/rest/pages';
import type { OutgoingRequest } from '../../shared/rest/request';
import type { BuildiumAccount } from './credential';
import { isRecord, listOfRecords, oneRecord, type BuildiumRecord } from './records';

/** The way to Buildium with one key. */
export interface BuildiumLine extends RestLine<OutgoingRequest> {
	account: BuildiumAccount;
}

/** Buildium's largest page. */
export const PAGE_SIZE = 1_000;

export interface Page {
	records: BuildiumRecord[];
	/** Position of the first record. */
	offset: number;
	/** Where the next page begins; null after the last one. */
	next: number | null;
	/** How many there are in all; null when Buildium did not say. */
	total: number | null;
}

export interface PageRequest {
	/** From 0. */
	offset?: number;
	/** 1 to 1000. */
	limit?: number;
	/**
	 * Such as `LastUpdatedDateTime asc,Id asc`. Pages are only safe when the last key is unique. null for the few lists without
	 * an Id of their own.
	 */
	orderBy?: string | null;
}

export interface WriteOptions {
	/** See Attempts: without it a write that was not answered is not repeated. */
	didItArrive?(): Promise<BuildiumRecord | null>;
}

export interface RawRequest {
	method: OutgoingRequest['method'];
	path: string;
	query?: Query;
	body?: object;
}

/** Buildium, through one credential. Paths begin with /v1. Everything throws RefusedError; see asReply. */
export class BuildiumClient {
	constructor(private readonly line: () => Promise<BuildiumLine>) {}

	async get(path: string, query: Query = {}): Promise<BuildiumRecord> {
		return oneRecord({ method: 'GET', path }, (await this.read(path, query)).body);
	}

	/** One page of a list. */
	async getPage(path: string, query: Query = {}, { offset = 0, limit = PAGE_SIZE, orderBy = 'Id asc' }: PageRequest = {}): Promise<Page> {
		const { body, total } = await this.read(path, { ...query, orderby: orderBy, offset, limit: Math.min(limit, PAGE_SIZE) });
		const records = listOfRecords({ method: 'GET', path }, body);
		const reached = offset + records.length;
		// A page may be shorter than asked for although there is more, so the total counts where it is given.
		const more = records.length > 0 && (total === null ? records.length >= limit : reached < total);
		return { records, offset, next: more ? reached : null, total };
	}

	/** All pages from `offset` on, each asked for when the one before was used. To go on after a break, keep `next`. */
	async *getPages(path: string, query: Query = {}, request: PageRequest = {}): AsyncGenerator<Page, void, undefined> {
		yield* pagesFrom(request.offset ?? 0, async (offset) => await this.getPage(path, query, { ...request, offset }));
	}

	/** All records, page by page; no more than one page is held. */
	async *getAll(path: string, query: Query = {}, request: PageRequest = {}): AsyncGenerator<BuildiumRecord, void, undefined> {
		for await (const { records } of this.getPages(path, query, request)) yield* records;
	}

	/** @returns the new record, or the one that `didItArrive` found; `{}` when Buildium answered without one */
	async post(path: string, body: object, options: WriteOptions = {}): Promise<BuildiumRecord> {
		const done = await this.write({ method: 'POST', path, body }, { repeatable: false, ...options });
		// Some were seen to answer without the record that they made.
		return isRecord(done) ? done : ((await options.didItArrive?.()) ?? {});
	}

	/** A POST that makes nothing which could stand there twice, such as a request for a link. */
	async ask(path: string): Promise<BuildiumRecord> {
		return oneRecord({ method: 'POST', path }, await this.write({ method: 'POST', path }, { repeatable: true }));
	}

	/**
	 * Changes a record: reads it, makes the whole body from it, sends everything back. Buildium empties what a PUT leaves out.
	 * @param bodyFrom keeps what is not to be changed
	 * @param didItArrive needed when the body says something that must not be said twice, such as a task's message
	 */
	async update(path: string, bodyFrom: (record: BuildiumRecord) => object, options: WriteOptions = {}): Promise<BuildiumRecord> {
		const line = await this.line();
		return await changeInTurn(`${line.account.key} ${path}`, async () => {
			const attempts: Attempts = { repeatable: options.didItArrive === undefined, ...options };
			const put = async (): Promise<OutgoingRequest> => outgoing(line, { method: 'PUT', path, body: bodyFrom(await this.get(path)) });
			const { body } = await exchange(line, put, attempts);
			return isRecord(body) ? body : {};
		});
	}

	/** A whole body as it is, for records without anything else to keep. Repeating it changes nothing. */
	async put(path: string, body: object): Promise<BuildiumRecord> {
		const done = await this.write({ method: 'PUT', path, body }, { repeatable: true });
		return isRecord(done) ? done : {};
	}

	/** Any other endpoint. Only a GET is tried again after a time-out. */
	async request(raw: RawRequest): Promise<unknown> {
		return await this.write(raw, { repeatable: raw.method === 'GET' });
	}

	private async read(path: string, query: Query): Promise<{ body: unknown; total: number | null }> {
		const line = await this.line();
		const attempts: Attempts = { repeatable: true };
		const { body, headers } = await exchange(
			line,
			async () => await Promise.resolve(outgoing(line, { method: 'GET', path, query })),
			attempts,
		);
		return { body, total: count(headers['x-total-count']) };
	}

	private async write(raw: RawRequest, attempts: Attempts): Promise<unknown> {
		const line = await this.line();
		return (await exchange(line, async () => await Promise.resolve(outgoing(line, raw)), attempts)).body;
	}
}

/** What goes over the line. @throws UserMistake for what Buildium would answer with a misleading error */
function outgoing({ account }: BuildiumLine, { method, path, query = {}, body }: RawRequest): OutgoingRequest {
	if (!path.startsWith('/v1/'))
		throw new UserMistake(
			`The path "${path}" does not begin with /v1/.`,
			"Enter it as in Buildium's documentation, such as /v1/rentals. Upper and lower case count.",
		);
	const asked = queryString(query);
	if (asked.length > LONGEST_QUERY) {
		throw new UserMistake(
			`The filters are too long for Buildium: ${asked.length} characters, and ${LONGEST_QUERY} are allowed.`,
			'Ask for fewer IDs at once.',
		);
	}
	return { method, path, url: `${account.baseUrl}${path}${asked === '' ? '' : `?${asked}`}`, ...(body ? { body } : {}) };
}

function count(value: unknown): number | null {
	const total = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : null;
}

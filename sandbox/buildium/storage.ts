import { randomBytes } from 'node:crypto';
import { isoSeconds } from './data/dates';
import type { BuildiumHabits } from './contract';
import type { FileRecord } from './data/records';
import type { Tables } from './data/tables';

const VALID_MS = 5 * 60_000;

export interface StorageRequest {
	method: string;
	/** The last part of the path. */
	ticket: string;
	headers: Record<string, string | string[] | undefined>;
	bytes: Buffer;
}

export interface StorageReply {
	status: number;
	contentType: string;
	body: Buffer;
}

interface Ticket {
	expires: number;
	file: Omit<FileRecord, 'Bytes' | 'ContentType'> & { ContentType?: string };
	/** Null for an upload that has not come yet. */
	bytes: Buffer | null;
}

const say = (status: number, sentence: string): StorageReply => ({ status, contentType: 'text/plain', body: Buffer.from(`${sentence}\n`) });

/** What the file store needs of the account whose files it keeps. */
export interface StorageHost {
	readonly habits: Pick<BuildiumHabits, 'fileDelayMs'>;
	/** Aborts when the stand-in is stopped. */
	readonly life: AbortSignal;
	readonly tables: Pick<Tables, 'files'>;
	readonly url: string;
	now(): number;
}

/** The file store that uploads go to and downloads come from: another service, which must never see Buildium's key. */
export class Storage {
	private readonly tickets = new Map<string, Ticket>();

	constructor(private readonly account: StorageHost) {}

	/** @returns what the API answers to a request for an upload */
	ticketForUpload(file: Ticket['file']): { UploadUrl: string; PhysicalFileName: string; Headers: Record<string, string> } {
		const ticket = this.add({ expires: this.account.now() + VALID_MS, file, bytes: null });
		return {
			UploadUrl: `${this.account.url}/storage/${ticket}`,
			PhysicalFileName: file.PhysicalFileName,
			Headers: { 'x-amz-meta-ticket': ticket, 'x-amz-date': isoSeconds(this.account.now()) },
		};
	}

	downloadUrl(file: FileRecord): string {
		return `${this.account.url}/storage/${this.add({ expires: this.account.now() + VALID_MS, file, bytes: file.Bytes })}`;
	}

	answer({ method, ticket: name, headers, bytes }: StorageRequest): StorageReply {
		if ('x-buildium-client-id' in headers || 'x-buildium-client-secret' in headers) {
			return say(400, "Buildium's key was sent to the file store.");
		}
		const ticket = this.tickets.get(name);
		if (ticket === undefined) return say(404, 'There is no such file.');
		if (this.account.now() > ticket.expires) return say(403, 'Request has expired.');
		if (method === 'GET' && ticket.bytes !== null) {
			return { status: 200, contentType: ticket.file.ContentType ?? 'application/octet-stream', body: ticket.bytes };
		}
		if (method !== 'PUT' || ticket.bytes !== null) return say(405, 'Not allowed.');
		if (headers['x-amz-meta-ticket'] !== name || headers['x-amz-date'] === undefined)
			return say(403, 'A header of the upload is missing.');
		const contentType = headers['content-type'];
		this.store({
			...ticket.file,
			ContentType: typeof contentType === 'string' ? contentType : 'application/octet-stream',
			Bytes: bytes,
		});
		ticket.bytes = bytes;
		return say(200, 'Stored.');
	}

	/** The record follows later, in reality after seconds to minutes. */
	private store(file: FileRecord): void {
		const { habits, life, tables } = this.account;
		const insert = (): void => {
			if (!life.aborted) tables.files.insert(file, this.account.now());
		};
		if (habits.fileDelayMs === 0) insert();
		else setTimeout(insert, habits.fileDelayMs).unref();
	}

	private add(ticket: Ticket): string {
		const name = randomBytes(12).toString('hex');
		this.tickets.set(name, ticket);
		return name;
	}
}

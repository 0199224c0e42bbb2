import type { IWebhookFunctions } from 'n8n-workflow';

import type { Presented } from '../../leasing/inbox/proof/verdict';
import { reason } from '../../leasing/reason';
import type { Refused } from '../shared/trigger/inbox';

/** As n8n 2.41 hands it over: the body is read when it is asked for, unzipped, 16 MB at most. */
interface N8nRequest {
	headers: Record<string, string | string[] | undefined>;
	query?: Record<string, unknown>;
	method?: string;
	ip?: string | undefined;
	rawBody?: unknown;
	readRawBody?: () => Promise<void>;
}

export interface InboxRequest extends Presented {
	contentType: string | null;
	/** Of whoever connected to us or to our proxies; null when it is not known. */
	ip: string | null;
}

/** Reads a request within a limit: what says that it is larger is not read at all. */
export async function readRequest(context: IWebhookFunctions, most: number): Promise<{ ok: true; request: InboxRequest } | Refused> {
	const request = context.getRequestObject() as unknown as N8nRequest;
	const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), [value].flat()[0]]));
	if (Number(headers['content-length'] ?? 0) > most) return tooLarge(most);
	if (request.rawBody === undefined) {
		try {
			await request.readRawBody?.();
		} catch (thrown) {
			if (thrown instanceof Error && 'status' in thrown && thrown.status === 413) return tooLarge(most);
			return { ok: false, status: 403, reason: reason('unreadable_body', 'The request broke off, or its body cannot be unzipped.') };
		}
	}
	const rawBody = Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
	if (rawBody.length > most) return tooLarge(most);
	const query = Object.fromEntries(Object.entries(request.query ?? {}).map(([name, value]) => [name, textOf(value)]));
	return { ok: true, request: { headers, query, rawBody, contentType: headers['content-type'] ?? null, ip: request.ip ?? null } };
}

function textOf(value: unknown): string {
	const [first] = [value].flat() as unknown[];
	return typeof first === 'string' ? first : '';
}

function tooLarge(most: number): Refused {
	return {
		ok: false,
		status: 413,
		reason: reason(
			'body_too_large',
			`The request is larger than ${Math.round(most / 1000)} KB, which no lead of this kind is, so it was refused unread. If it was a lead, let the sender leave out attachments.`,
		),
		headers: { Connection: 'close' },
	};
}

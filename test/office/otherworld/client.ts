import axios from 'axios';
import * as z from 'zod/v4';

import { nextLink } from '../../../leasing/rest/nextLink';
import type { PaceLimit } from '../../../leasing/rest/pace';
import { noAnswer } from '../../../leasing/rest/refusal';
import { RefusedError } from '../../../leasing/rest/refusedError';
import { plainAdvice, plainMeaning, type AskedFor, type Vendor } from '../../../leasing/rest/vendor';
import { exchange, type RestLine, type Sent } from '../../../office/rest/exchange';
import { Gate, type RestTools } from '../../../office/rest/gate';
import type { CursorPage } from '../../../office/rest/pages';

const said = z.object({ message: z.string() });

export const OTHERWORLD: Vendor = {
	name: 'Otherworld',
	meaning: ({ status }) => (status === 701 ? 'wrong_keys' : plainMeaning(status)),
	sayings: ({ body, headers }) => ({
		said: said.safeParse(body).data?.message ?? null,
		fields: [],
		requestId: typeof headers['x-request-id'] === 'string' ? headers['x-request-id'] : null,
	}),
	advice: (code) => plainAdvice('Otherworld', code),
};

/** As strict as a vendor with two windows: eight a second, and twenty a minute. */
export const PACE: readonly PaceLimit[] = [
	{ per: 1_000, most: 8 },
	{ per: 60_000, most: 20 },
];

interface Outgoing extends AskedFor {
	url: string;
	body?: object;
	key?: string;
}

const pageSchema = z.object({ data: z.array(z.unknown()), next: z.string().nullable() });

/** One key of Otherworld, as a node's own client would be: the vendor's addresses and shapes, and nothing else. */
export class OtherClient {
	private readonly line: RestLine<Outgoing>;

	constructor(
		private readonly base: string,
		tools: RestTools,
		timeout = 300,
	) {
		this.line = {
			vendor: OTHERWORLD,
			send: async (outgoing) => await sendOnce(outgoing, timeout),
			gate: new Gate(),
			limits: { pace: PACE, atOnce: 4 },
			tools,
			patience: {
				unanswered: { attempts: 2, firstPause: 1_000, longestPause: 1_000 },
				busy: { attempts: 3, firstPause: 500, longestPause: 2_000 },
			},
		};
	}

	/** @param at a path, or the link of the page before */
	async page(at: string): Promise<CursorPage<unknown, string>> {
		const link = nextLink(this.base, at);
		const asked: Outgoing = { method: 'GET', path: at.replace(/\?.*/, ''), url: link.ok ? link.url : '' };
		if (!link.ok) throw new RefusedError(noAnswer(OTHERWORLD, asked, 'bad_answer', link.why));
		const { body } = await exchange(this.line, async () => await Promise.resolve(asked), { repeatable: true });
		const parsed = pageSchema.safeParse(body);
		if (!parsed.success) throw new RefusedError(noAnswer(OTHERWORLD, asked, 'bad_answer', 'A page was expected'));
		return { records: parsed.data.data, next: parsed.data.next };
	}

	/** @param key tells a repeat; null: Otherworld cannot tell */
	async post(path: string, text: string, key: string | null): Promise<unknown> {
		const asked: Outgoing = { method: 'POST', path, url: `${this.base}${path}`, body: { text }, ...(key === null ? {} : { key }) };
		return (await exchange(this.line, async () => await Promise.resolve(asked), { repeatable: key !== null })).body;
	}
}

async function sendOnce({ method, url, body, key }: Outgoing, timeout: number): Promise<Sent> {
	const headers = { ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
	try {
		const {
			status,
			headers: received,
			data,
		} = await axios.request<unknown>({ method, url, data: body, headers, timeout, validateStatus: () => true });
		return { kind: 'answered', answer: { status, headers: { ...received }, body: data } };
	} catch (thrown) {
		const code = axios.isAxiosError(thrown) ? (thrown.code ?? '') : '';
		return { kind: 'unanswered', why: thrown instanceof Error ? thrown.message : String(thrown), neverSent: code === 'ECONNREFUSED' };
	}
}

import * as z from 'zod/v4';

import type { Query } from '../../../../leasing/buildium/query';
import { withoutSensitive } from '../../../../leasing/buildium/sensitive';
import { UserMistake } from '../../../../leasing/userMistake';
import { requiredText } from '../../../shared/parameters';
import { wanted } from '../../build/getMany';
import type { BuildiumCall, BuildiumOperation } from '../../call';
import { collectionOf } from '../../fields/read';
import { isRecord, PAGE_SIZE, type BuildiumRecord } from '../../transport';
import { endpointFields } from './fields';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const parametersSchema = z.object({ parameter: z.array(z.object({ name: z.string().trim(), value: z.unknown() })).default([]) });

export const request: BuildiumOperation = {
	name: 'Send a Request',
	value: 'request',
	action: 'Send a request to any other endpoint',
	description: 'Call any path of the API; keys, pace, retries and error messages are taken care of',
	properties: endpointFields,
	async execute(call) {
		const { node, index, client } = call;
		const method = METHODS.find((one) => one === node.getNodeParameter('method', index)) ?? 'GET';
		const path = requiredText(node, 'path', 'Path', index, "Enter it as in Buildium's documentation, such as /v1/rentals.");
		const query = readQuery(call);
		const show = collectionOf(call, 'options').includeSensitive === true ? (value: unknown) => value : withoutSensitive;
		if (method === 'GET' && node.getNodeParameter('paginate', index, false) === true)
			return recordsOf(show(await pages(call, path, query)));
		const hasBody = method !== 'GET' && method !== 'DELETE';
		return recordsOf(show(await client.request({ method, path, query, ...(hasBody ? { body: readBody(call) } : {}) })));
	},
};

async function pages(
	call: BuildiumCall,
	path: string,
	{ orderby, offset: _offset, limit: _limit, ...query }: Query,
): Promise<BuildiumRecord[]> {
	const limit = wanted(call);
	const found: BuildiumRecord[] = [];
	const orderBy = typeof orderby === 'string' ? orderby : null;
	for await (const { records } of call.client.getPages(path, query, { limit: Math.min(limit, PAGE_SIZE), orderBy })) {
		found.push(...records);
		if (found.length >= limit) break;
	}
	return found.slice(0, limit);
}

function readQuery({ node, index }: BuildiumCall): Query {
	const given = parametersSchema.safeParse(node.getNodeParameter('query', index, {}));
	const query: Record<string, string[]> = {};
	for (const { name, value } of given.data?.parameter ?? []) if (name !== '') (query[name] ??= []).push(String(value ?? ''));
	return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

function readBody({ node, index }: BuildiumCall): object {
	const given = node.getNodeParameter('body', index, {});
	const body = typeof given === 'string' ? parsed(given) : given;
	if (typeof body === 'object' && body !== null) return body;
	throw new UserMistake(
		'Body is not a JSON object.',
		'Enter an object such as {"Note": "Called back"}. Check quotes, commas and brackets; names of fields stand in double quotes.',
	);
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/** An item for each record; what is neither a record nor a list stands in `value`. */
function recordsOf(answer: unknown): object[] {
	if (Array.isArray(answer)) return answer.map((one: unknown) => (isRecord(one) ? one : { value: one }));
	if (isRecord(answer)) return [answer];
	return [{ value: answer ?? null }];
}

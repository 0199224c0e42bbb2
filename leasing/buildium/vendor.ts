import * as z from 'zod/v4';

import type { RefusalCode } from '../rest/refusalCode';
import { plainAdvice, plainMeaning, type AskedFor, type Vendor } from '../rest/vendor';
import { permissionFor } from './permissions';

const text = z
	.string()
	.nullish()
	.catch(null)
	.transform((value) => value?.trim() || null);
const errorSchema = z.object({
	UserMessage: text,
	Errors: z
		.array(z.object({ Key: text, Value: text }))
		.nullish()
		.catch(null),
});

/** How Buildium's answers are read. */
export const BUILDIUM: Vendor = {
	name: 'Buildium',
	meaning: ({ status }) => plainMeaning(status),
	sayings({ headers, body }) {
		const error = errorSchema.safeParse(body);
		const requestId = headers['x-amzn-requestid'] ?? headers['x-amzn-trace-id'];
		return {
			said: error.success ? error.data.UserMessage : null,
			fields: (error.success ? (error.data.Errors ?? []) : []).flatMap(({ Key, Value }) =>
				Value === null ? [] : [{ field: Key ?? '', message: Value }],
			),
			requestId: typeof requestId === 'string' ? requestId : null,
		};
	},
	advice,
};

function advice(code: RefusalCode, { method, path }: AskedFor): string {
	switch (code) {
		case 'wrong_keys':
			return 'Check Client ID and Client Secret in the credential, and that its Environment is the one the keys were made in: production keys do not work on the sandbox, nor the other way round.';
		case 'no_permission':
			return `In Buildium, open Settings > Developer Tools, edit the API key, and tick ${permissionFor(method, path) ?? 'the permission that this endpoint needs'}. Also check that the key is not limited to other properties.`;
		case 'too_many':
			return 'Other programs may use the same API key. Lower Requests per Second in the credential, or run this workflow again later.';
		case 'unsure':
			return 'Look in Buildium before you run this again, or set Key Against Duplicates, with which the node looks by itself.';
		default:
			return plainAdvice('Buildium', code);
	}
}

import * as z from 'zod/v4';

import { maskPhone } from '../phone/maskPhone';
import { permissionFor } from './permissions';

export type BuildiumCode =
	/** 401: the keys are wrong, or belong to the other environment. */
	| 'wrong_keys'
	/** 403: the keys are right, a permission is missing. */
	| 'no_permission'
	/** 404 */
	| 'not_found'
	/** 400, 409, 415, 422 and whatever else is our request's fault. */
	| 'invalid'
	/** 429 until patience ended; nothing was done. */
	| 'too_many'
	/** 5xx until patience ended; of a write it is known that it did not arrive. */
	| 'unavailable'
	/** Time-out or no connection until patience ended; of a write it is known that it did not arrive. */
	| 'no_answer'
	/** A write that was not answered and was not found afterwards either: it may still arrive. */
	| 'unsure'
	/** Answered, but not in the documented shape. */
	| 'bad_answer';

/** Why Buildium did not do what was asked, for people and for code. */
export interface BuildiumRefusal {
	code: BuildiumCode;
	/** HTTP status; 0 when there was no answer. */
	status: number;
	/** What happened, in one or two sentences. */
	sentence: string;
	/** What to do about it. */
	advice: string;
	/** What Buildium says about single fields. */
	fields: Array<{ field: string; message: string }>;
	/** For Buildium's support; null when there was none. */
	requestId: string | null;
}

/** The request a refusal is about. The query is left out: it may hold a person's phone number. */
export interface AskedFor {
	method: string;
	path: string;
}

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

/** Codes after which the same request may succeed later without anybody mending anything. */
const PASSING: ReadonlySet<BuildiumCode> = new Set(['too_many', 'unavailable', 'no_answer', 'unsure']);

/** @returns true when the same request may succeed later by itself */
export function passesByItself({ code }: BuildiumRefusal): boolean {
	return PASSING.has(code);
}

/**
 * Reads Buildium's answer to a request that it did not carry out. Bodies may be anything: its gateway does not answer in JSON.
 * @param body as received, parsed where it was JSON
 */
export function readRefusal(asked: AskedFor, status: number, body: unknown, requestId: string | null): BuildiumRefusal {
	const error = errorSchema.safeParse(body);
	const said = error.success ? error.data.UserMessage : null;
	const fields = (error.success ? (error.data.Errors ?? []) : []).flatMap(({ Key, Value }) =>
		Value === null ? [] : [{ field: Key ?? '', message: withoutPhones(Value) }],
	);
	const code = codeOf(status);
	const what = said === null ? '' : ` ${withoutPhones(said).replace(/[.\s]*$/, '.')}`;
	const details = fields.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ');
	return {
		code,
		status,
		sentence: `${opening(code, status, asked)}${what}${details === '' ? '' : ` ${details.replace(/[.\s]*$/, '.')}`}`,
		advice: [advice(code, asked), requestId === null ? '' : `Buildium's request id: ${requestId}.`].filter(Boolean).join(' '),
		fields,
		requestId,
	};
}

/** A write that may or may not have been done. @param looked whether the record was looked for afterwards, in vain */
export function unsure({ method, path }: AskedFor, looked: boolean, last: BuildiumRefusal): BuildiumRefusal {
	const found = looked ? 'The record was not found afterwards, but may still appear' : 'It is not known whether it was done';
	return { ...last, code: 'unsure', sentence: `${last.sentence} ${found}.`, advice: advice('unsure', { method, path }) };
}

/** A refusal without any answer behind it. @param why such as the network's own words */
export function noAnswer(asked: AskedFor, code: 'no_answer' | 'bad_answer', why: string): BuildiumRefusal {
	const sentence = `${opening(code, 0, asked)}${why === '' ? '' : ` ${withoutPhones(why).replace(/[.\s]*$/, '.')}`}`;
	return { code, status: 0, sentence, advice: advice(code, asked), fields: [], requestId: null };
}

function codeOf(status: number): BuildiumCode {
	if (status === 401) return 'wrong_keys';
	if (status === 403) return 'no_permission';
	if (status === 404) return 'not_found';
	if (status === 429) return 'too_many';
	return status >= 500 ? 'unavailable' : 'invalid';
}

function opening(code: BuildiumCode, status: number, { method, path }: AskedFor): string {
	const request = `${method} ${path}`;
	switch (code) {
		case 'wrong_keys':
			return 'Buildium does not know these API keys (401).';
		case 'no_permission':
			return `Buildium accepts the API keys, but they may not do this: ${request} (403).`;
		case 'not_found':
			return `Buildium has nothing at ${path} (404).`;
		case 'too_many':
			return `Buildium says that there are too many requests (429), also after waiting: ${request}.`;
		case 'unavailable':
			return `Buildium has a problem of its own and answered ${status} to ${request}.`;
		case 'no_answer':
			return `Buildium did not answer ${request}.`;
		case 'unsure':
			return `Buildium did not say whether it did ${request}.`;
		case 'bad_answer':
			return `Buildium's answer to ${request} cannot be read.`;
		case 'invalid':
			return `Buildium refused ${request} (${status}).`;
	}
}

function advice(code: BuildiumCode, { method, path }: AskedFor): string {
	const permission = permissionFor(method, path);
	switch (code) {
		case 'wrong_keys':
			return 'Check Client ID and Client Secret in the credential, and that its Environment is the one the keys were made in: production keys do not work on the sandbox, nor the other way round.';
		case 'no_permission':
			return `In Buildium, open Settings > Developer Tools, edit the API key, and tick ${permission ?? 'the permission that this endpoint needs'}. Also check that the key is not limited to other properties.`;
		case 'not_found':
			return 'Check the ID. It may belong to another kind of record, to another Buildium account, or the record was deleted.';
		case 'too_many':
			return 'Other programs may use the same API key. Lower Requests per Second in the credential, or run this workflow again later.';
		case 'unavailable':
		case 'no_answer':
			return "Run it again later. If it stays so, check Buildium's status page and that n8n may reach the address in the credential.";
		case 'unsure':
			return 'Look in Buildium before you run this again, or set Key Against Duplicates, with which the node looks by itself.';
		case 'bad_answer':
			return "Check that the address in the credential is Buildium's, and not that of a proxy or a login page.";
		case 'invalid':
			return 'Correct the fields named above, and run it again.';
	}
}

/** Buildium repeats what it was sent; an error message is kept in n8n's log, and a phone number must not be. */
function withoutPhones(sentence: string): string {
	return sentence.replace(/\+?\(?\d[\d\s().-]{8,}\d/g, (found) => (isPhone(found) ? maskPhone(found) : found));
}

/** A date with a time has as many digits, and is worth reading. */
function isPhone(found: string): boolean {
	return found.replace(/\D/g, '').length >= 10 && !/^\d{4}-\d{2}-\d{2}/.test(found);
}

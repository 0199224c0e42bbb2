import type { RefusalCode } from './refusalCode';
import type { Answer, AskedFor, Vendor } from './vendor';
import { withoutPhones } from './withoutPhones';

/** Why a vendor did not do what was asked, for people and for code. */
export interface Refusal {
	code: RefusalCode;
	/** HTTP status; 0 when there was no answer. */
	status: number;
	/** What happened, in one or two sentences. */
	sentence: string;
	/** What to do about it. */
	advice: string;
	/** What the vendor says about single fields. */
	fields: Array<{ field: string; message: string }>;
	/** For the vendor's support; null when there was none. */
	requestId: string | null;
}

/** Codes after which the same request may succeed later without anybody mending anything. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['too_many', 'unavailable', 'no_answer', 'unsure']);

/** @returns true when the same request may succeed later by itself */
export function passesByItself({ code }: Refusal): boolean {
	return PASSING.has(code);
}

/** Reads an answer to a request that was not carried out. Bodies may be anything: gateways do not answer in JSON. @param code of the vendor's reading */
export function readRefusal(vendor: Vendor, asked: AskedFor, answer: Answer, code: RefusalCode): Refusal {
	const { said, fields: named, requestId } = vendor.sayings(answer);
	const fields = named.map(({ field, message }) => ({ field, message: withoutPhones(message) }));
	const details = fields.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ');
	return {
		code,
		status: answer.status,
		sentence: `${opening(vendor, code, answer.status, asked)}${after(withoutPhones(said ?? ''))}${after(details)}`,
		advice: [vendor.advice(code, asked), requestId === null ? '' : `${vendor.name}'s request id: ${requestId}.`]
			.filter(Boolean)
			.join(' '),
		fields,
		requestId,
	};
}

/** A write that may or may not have been done. @param looked whether the record was looked for afterwards, in vain */
export function unsure(vendor: Vendor, asked: AskedFor, looked: boolean, last: Refusal): Refusal {
	const found = looked ? 'The record was not found afterwards, but may still appear' : 'It is not known whether it was done';
	return { ...last, code: 'unsure', sentence: `${last.sentence} ${found}.`, advice: vendor.advice('unsure', asked) };
}

/** A refusal without any answer behind it. @param why such as the network's own words */
export function noAnswer(vendor: Vendor, asked: AskedFor, code: 'no_answer' | 'bad_answer', why: string): Refusal {
	const sentence = `${opening(vendor, code, 0, asked)}${after(withoutPhones(why))}`;
	return { code, status: 0, sentence, advice: vendor.advice(code, asked), fields: [], requestId: null };
}

/** As a further sentence. */
function after(words: string): string {
	return words === '' ? '' : ` ${words.replace(/[.\s]*$/, '.')}`;
}

function opening({ name }: Vendor, code: RefusalCode, status: number, { method, path }: AskedFor): string {
	const request = `${method} ${path}`;
	switch (code) {
		case 'wrong_keys':
			return `${name} does not know these API keys (${status}).`;
		case 'no_permission':
			return `${name} accepts the API keys, but they may not do this: ${request} (${status}).`;
		case 'not_found':
			return `${name} has nothing at ${path} (${status}).`;
		case 'too_many':
			return `${name} says that there are too many requests (${status}), also after waiting: ${request}.`;
		case 'unavailable':
			return `${name} has a problem of its own and answered ${status} to ${request}.`;
		case 'no_answer':
			return `${name} did not answer ${request}.`;
		case 'unsure':
			return `${name} did not say whether it did ${request}.`;
		case 'bad_answer':
			return `${name}'s answer to ${request} cannot be read.`;
		case 'invalid':
			return `${name} refused ${request} (${status}).`;
	}
}

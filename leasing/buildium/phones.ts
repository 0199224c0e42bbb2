import * as z from 'zod/v4';

import { formatPhone } from '../phone/formatPhone';
import { parsePhone } from '../phone/parsePhone';

/** Buildium writes numbers as an object and reads them as a list: the four that can be written. */
export interface WritablePhones {
	Home?: string;
	Work?: string;
	Mobile?: string;
	Fax?: string;
}

export type PhoneKind = keyof WritablePhones;

const KIND_OF_TYPE: Readonly<Record<string, PhoneKind>> = { Home: 'Home', Office: 'Work', Cell: 'Mobile', Fax: 'Fax' };

const listSchema = z.array(z.object({ Number: z.string().nullish(), Type: z.string().nullish() }));
const objectSchema = z.record(z.string(), z.string().nullish());

/** One number as read, whatever shape it came in. */
export interface ReadPhone {
	number: string;
	/** Buildium's own word: Cell, Home, Mobile, Personal, … */
	type: string;
}

/** Numbers of a record: a list everywhere but on contact requests, where they are an object. Anything else is none. */
export function readPhones(phones: unknown): ReadPhone[] {
	const list = listSchema.safeParse(phones);
	if (list.success)
		return list.data.flatMap(({ Number: number, Type }) => (number?.trim() ? [{ number: number.trim(), type: Type ?? 'NotSet' }] : []));
	const object = objectSchema.safeParse(phones);
	if (!object.success) return [];
	return Object.entries(object.data).flatMap(([type, number]) => (number?.trim() ? [{ number: number.trim(), type }] : []));
}

/**
 * The numbers of a record in the shape that can be sent back.
 * @returns `lost`: numbers that an update would erase, because Buildium has no key to write them: Personal, Other, NotSet, and
 * a second one of the same type
 */
export function phonesToSendBack(phones: unknown): { writable: WritablePhones; lost: ReadPhone[] } {
	const writable: WritablePhones = {};
	const lost: ReadPhone[] = [];
	const homeless: ReadPhone[] = [];
	for (const phone of readPhones(phones)) {
		const kind = kindOf(phone.type);
		if (kind === null) homeless.push(phone);
		else if (writable[kind] === undefined) writable[kind] = phone.number;
		else lost.push(phone);
	}
	// A number without a key of its own goes where there is room, rather than away.
	for (const phone of homeless) {
		const free = (['Mobile', 'Home', 'Work'] as const).find((kind) => writable[kind] === undefined);
		if (free) writable[free] = phone.number;
		else lost.push(phone);
	}
	return { writable, lost };
}

function kindOf(type: string): PhoneKind | null {
	if (type === 'Mobile' || type === 'Work') return type;
	return KIND_OF_TYPE[type] ?? null;
}

/** Buildium's limits for a number that is written. */
const SHORTEST = 10;
const LONGEST = 20;

/**
 * A number as Buildium likes to get it, `(512) 555-0123`; one from abroad with its country code.
 * @returns null when it cannot be written: no phone number, or too long
 */
export function phoneToWrite(text: string): string | null {
	const { e164 } = parsePhone(text, { country: 'US', known: { own: new Set(), staff: new Set() } });
	const written = e164 === null ? text.trim() : formatPhone(e164, 'US');
	const digits = written.replace(/\D/g, '').length;
	return digits >= SHORTEST && written.length <= LONGEST ? written : null;
}

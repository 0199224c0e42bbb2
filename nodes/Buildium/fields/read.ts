import * as z from 'zod/v4';

import { readInstant } from '../../../leasing/hours/readInstant';
import { describeFound } from '../../../leasing/problem';
import type { Millis } from '../../../leasing/time';
import { UserMistake } from '../../../leasing/userMistake';
import type { BuildiumCall } from '../call';

const locatorSchema = z.object({ __rl: z.literal(true), value: z.unknown() });

/** The bare value of a field; one that is chosen from a list stands in a wrapper. */
export function bare(value: unknown): unknown {
	const locator = locatorSchema.safeParse(value);
	return locator.success ? locator.data.value : value;
}

/** Text of a field, trimmed; nothing is ''. */
export function asText(value: unknown): string {
	const found = bare(value);
	if (found === undefined || found === null) return '';
	return found instanceof Date ? found.toISOString() : String(found).trim();
}

/** An ID of Buildium, or null for an empty field. @throws UserMistake for anything else: Buildium refuses IDs that are text */
export function asId(value: unknown, label: string): number | null {
	const text = asText(value);
	if (text === '') return null;
	const id = Number(text);
	if (Number.isSafeInteger(id) && id > 0) return id;
	throw new UserMistake(
		`${label} is ${describeFound(text)}, which is no ID of Buildium.`,
		'Choose from the list, or enter the number that Buildium shows in the address of the record.',
	);
}

/** Several IDs, separated by commas or given as a list by an expression. */
export function asIds(value: unknown, label: string): number[] {
	const found = bare(value);
	const parts = Array.isArray(found) ? found : asText(found).split(/[\s,;]+/);
	return parts.flatMap((part: unknown) => asId(part, label) ?? []);
}

/** @throws UserMistake when it is no date */
export function asInstant({ node }: BuildiumCall, value: unknown, label: string): Millis | null {
	const text = asText(value);
	if (text === '') return null;
	const at = readInstant(text, node.getTimezone());
	if (at !== null) return at;
	throw new UserMistake(
		`${label} is ${describeFound(text)}, which is no date and time.`,
		'Choose a date, or give one such as 2026-03-10T09:00:00 with an expression.',
	);
}

/** A calendar day as it is written, YYYY-MM-DD: what time it is plays no part. */
export function asDay(value: unknown, label: string): string | null {
	const text = asText(value);
	if (text === '') return null;
	if (/^\d{4}-\d{2}-\d{2}/.test(text) && readInstant(text.slice(0, 10), 'UTC') !== null) return text.slice(0, 10);
	throw new UserMistake(
		`${label} is ${describeFound(text)}, which is no date.`,
		'Choose a date, or give one such as 2026-03-10 with an expression.',
	);
}

/** A field of the item. */
export function fieldOf({ node, index }: BuildiumCall, name: string): unknown {
	return bare(node.getNodeParameter(name, index, ''));
}

/** The ID in a field that must be filled. */
export function requiredId(call: BuildiumCall, name: string, label: string): number {
	const id = asId(fieldOf(call, name), label);
	if (id !== null) return id;
	throw new UserMistake(`${label} is empty.`, 'Choose one from the list, or enter its ID.');
}

/** The fields that a user added to a collection; what was not added is not there. */
export function collectionOf({ node, index }: BuildiumCall, name: string): Record<string, unknown> {
	const parsed = z.record(z.string(), z.unknown()).safeParse(node.getNodeParameter(name, index, {}));
	return parsed.success ? parsed.data : {};
}

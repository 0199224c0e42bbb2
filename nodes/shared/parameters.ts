import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import { readInstant } from '../../leasing/hours/readInstant';
import { describeFound } from '../../leasing/problem';
import type { Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';

const textSchema = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? '').trim());

/** A text field as the user filled it, trimmed; an expression may also give a number. Nothing is ''. */
export function textParameter(context: IExecuteFunctions, name: string, label: string, index: number): string {
	const parsed = textSchema.safeParse(context.getNodeParameter(name, index, ''));
	if (parsed.success) return parsed.data;
	throw new UserMistake(`${label} is not a text.`, `Check the expression in ${label}: it must give one text or number.`);
}

/** A text field that must not be empty. @param mend what to enter there */
export function requiredText(context: IExecuteFunctions, name: string, label: string, index: number, mend: string): string {
	const text = textParameter(context, name, label, index);
	if (text === '') throw new UserMistake(`${label} is empty.`, mend);
	return text;
}

/** A number field; n8n checks its range in the form only, so an expression may give anything. */
export function countParameter(context: IExecuteFunctions, name: string, label: string, index: number): number {
	const count = Number(context.getNodeParameter(name, index, 0));
	if (Number.isInteger(count) && count > 0) return count;
	throw new UserMistake(`${label} must be a whole number above 0.`, `Correct ${label}, for example to 50.`);
}

/**
 * A date and time. The date picker gives one without an offset, which is what the clock on the wall of `zone` shows; expressions give text
 * or one of n8n's date objects.
 * @returns null when the field is empty
 */
export function timeParameter(context: IExecuteFunctions, name: string, label: string, index: number, zone: string): Millis | null {
	const given: unknown = context.getNodeParameter(name, index, '');
	if (given === '' || given === null || given === undefined) return null;
	const isDate = given instanceof Date || (typeof given === 'object' && 'toISO' in given);
	const at = readInstant(isDate ? JSON.stringify(given).replaceAll('"', '') : String(given), zone);
	if (at !== null) return at;
	throw new UserMistake(
		`${label} is no date and time: found ${describeFound(given)}.`,
		'Choose one from the calendar, or use an expression such as {{ $now.plus({ days: 2 }) }} or 2026-11-20T09:00.',
	);
}

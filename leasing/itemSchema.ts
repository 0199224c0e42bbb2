import * as z from 'zod/v4';

/** A reason inside an item. */
export const reasonSchema = z.object({ code: z.string(), sentence: z.string() });

/** Reasons inside an item; a list that is missing is empty. */
export const reasonsSchema = z
	.array(reasonSchema)
	.nullish()
	.transform((value) => value ?? []);

/** Text that may be missing or null; both are null. */
export const textOrNull = z
	.string()
	.nullish()
	.transform((value) => value ?? null);

/** A number that may be missing or null; both are null. */
export const numberOrNull = z
	.number()
	.nullish()
	.transform((value) => value ?? null);

/** Text that must say something. */
export const filledText = z.string().refine((value) => value.trim() !== '', 'Text is missing here');

function readIso(value: string): string | null {
	const at = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
	return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A point in time as ISO 8601; read into UTC. */
export const isoTime = z
	.string()
	.refine((value) => readIso(value) !== null, 'A time such as 2026-01-31T18:05:00Z is expected here')
	.transform((value) => readIso(value) ?? value);

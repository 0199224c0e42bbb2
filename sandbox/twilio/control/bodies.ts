import * as z from 'zod/v4';

/** What the control API takes. Sentences of refusals come from `readBodyAs`. */

const seconds = z.number().nonnegative().optional();

export const behaviourBody = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('ignore') }),
	z.object({ kind: z.literal('answer'), afterSeconds: seconds, talkSeconds: seconds }),
	z.object({ kind: z.literal('press'), digit: z.string().regex(/^[0-9*#]$/), afterSeconds: seconds, talkSeconds: seconds }),
	z.object({ kind: z.literal('mailbox'), afterSeconds: seconds, listenSeconds: seconds }),
	z.object({ kind: z.literal('busy') }),
	z.object({ kind: z.literal('decline'), afterSeconds: seconds }),
	z.object({ kind: z.literal('invalid') }),
	z.object({ kind: z.literal('manual') }),
]);

export const staffBody = z.object({ behaviour: behaviourBody, name: z.string().optional() });

export const callBody = z.object({
	to: z.string(),
	from: z.string(),
	hangUpAfterSeconds: seconds,
	voicemail: z.object({ seconds: z.number().positive(), transcript: z.string().optional() }).optional(),
	gather: z.array(z.string()).optional(),
	forwardedFrom: z.string().optional(),
	callerName: z.string().optional(),
	secondMs: z.number().positive().optional(),
	interactive: z.boolean().optional(),
	hangUpDialStatus: z.enum(['canceled', 'no-answer', 'completed', 'none']).optional(),
	otherApp: z
		.object({
			childLegs: z.array(z.object({ status: z.enum(['completed', 'no-answer', 'busy']), durationSeconds: seconds })),
			parentStatus: z.enum(['completed', 'busy', 'no-answer', 'failed', 'canceled']).optional(),
		})
		.optional(),
});

export const textBody = z.object({ from: z.string().min(1), to: z.string().min(1), body: z.string() });
export const keysBody = z.object({ digits: z.string().regex(/^[0-9*#]+$/) });
export const sayBody = z.object({ text: z.string().min(1) });
export const pressBody = z.object({ digit: z.string().regex(/^[0-9*#]$/) });

const times = z.number().int().positive().optional();

export const faultsBody = z.object({
	messages: z
		.object({
			kind: z.enum(['rate_limited', 'server_error', 'error_after_accept', 'hang_after_accept', 'hang', 'undelivered', 'refuse']),
			code: z.number().int().optional(),
			times,
		})
		.optional(),
	callbacks: z
		.object({
			on: z.enum(['call_status', 'dial_action', 'message_status', 'recording']),
			kind: z.enum(['drop', 'duplicate', 'delay']),
			amount: z.number().nonnegative().optional(),
			times,
		})
		.optional(),
});

/** The same type without `undefined` as a value: JSON has no such thing, a key is there or it is not. */
export type FromJson<T> = T extends object ? { [K in keyof T]: FromJson<Exclude<T[K], undefined>> } : T;

/** A body that the control API does not understand, with a sentence that says why. */
export class BadBody extends Error {}

/** @throws BadBody */
export function readBodyAs<S extends z.ZodTypeAny>(schema: S, text: string): FromJson<z.output<S>> {
	let value: unknown;
	try {
		value = text === '' ? {} : JSON.parse(text);
	} catch {
		throw new BadBody('The body is not JSON.');
	}
	const read = schema.safeParse(value);
	if (read.success) return read.data as FromJson<z.output<S>>;
	const issue = read.error.issues[0];
	throw new BadBody(`Field "${issue?.path.join('.') ?? ''}" is not as expected: ${issue?.message ?? 'unknown'}.`);
}

/** What a test file and the lender say to each other: one line of JSON each, over a socket that stays open while something is lent. */
import * as z from 'zod/v4';

export const Ask = z.discriminatedUnion('what', [
	/** `worker`: jest's, which runs one file at a time. */
	z.object({ what: z.literal('borrow'), file: z.string(), worker: z.string() }),
	z.object({ what: z.literal('restart') }),
	/** `trouble`: why the file could not leave it as it was. */
	z.object({ what: z.literal('return'), trouble: z.string().nullable() }),
]);
export type Ask = z.infer<typeof Ask>;

export const Answer = z.discriminatedUnion('what', [
	/** `n8nFolder`: n8n's user folder; `folder`: for the borrower's own files. */
	z.object({ what: z.literal('lent'), url: z.string(), n8nFolder: z.string(), folder: z.string() }),
	/** In the middle of a restart. */
	z.object({ what: z.literal('ended'), how: z.string() }),
	z.object({ what: z.literal('restarted') }),
	z.object({ what: z.literal('taken back') }),
	z.object({ what: z.literal('failed'), why: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** In the environment of jest's workers: where the lender listens. */
export const ADDRESS = 'LEASING_E2E_LENDER';

export const lineOf = (message: Ask | Answer): string => `${JSON.stringify(message)}\n`;

import * as z from 'zod/v4';

import { problem } from '../../leasing/problem';
import { MINUTE, SECOND } from '../../leasing/time';
import type { BackOff } from '../../leasing/work/backOff';
import { UserMistake } from '../../leasing/userMistake';

export interface WorkTriggerSettings {
	kinds: string[];
	atOnce: number;
	backOff: BackOff;
}

/** Ten attempts with these pauses take about three hours: longer than most outages of other systems. */
export const DEFAULTS = { atOnce: 4, attempts: 10, firstPauseSeconds: 30, longestPauseMinutes: 60 };

const LABELS: Record<string, string> = {
	atOnce: 'At Once',
	attempts: 'Attempts',
	firstPauseSeconds: 'First Pause (Seconds)',
	longestPauseMinutes: 'Longest Pause (Minutes)',
};

const optionsSchema = z.object({
	atOnce: z.number().int().min(1).max(50).default(DEFAULTS.atOnce),
	attempts: z.number().int().min(1).max(50).default(DEFAULTS.attempts),
	firstPauseSeconds: z.number().min(1).max(86_400).default(DEFAULTS.firstPauseSeconds),
	longestPauseMinutes: z.number().min(1).max(10_080).default(DEFAULTS.longestPauseMinutes),
});

/** A list typed with commas or line breaks, or one that an expression gives. */
const kindsSchema = z
	.union([z.string().transform((text) => text.split(/[,\n]/)), z.array(z.string())])
	.transform((kinds) => [...new Set(kinds.map((kind) => kind.trim()).filter((kind) => kind !== ''))]);

/** @throws UserMistake naming the field that has to be mended */
export function workTriggerSettings(parameter: (name: string, fallback: unknown) => unknown): WorkTriggerSettings {
	const kinds = kindsSchema.safeParse(parameter('kinds', ''));
	if (!kinds.success || kinds.data.length === 0) {
		throw new UserMistake(
			kinds.success ? 'Kinds of Work is empty.' : 'Kinds of Work is not a list of texts.',
			'Enter at least one kind, for example follow_up, exactly as it is spelled where the work is added.',
		);
	}
	const given = parameter('options', {});
	const options = optionsSchema.safeParse(given);
	if (!options.success) {
		const [issue] = options.error.issues;
		const name = String(issue?.path[0] ?? '');
		const found = (given as Record<string, unknown> | null)?.[name];
		throw new UserMistake(
			problem(LABELS[name] ?? 'Options', found, 'It cannot be used.').sentence,
			`${issue?.message ?? ''}. Correct it in the options of this node, or remove the option.`,
		);
	}
	const { atOnce, attempts, firstPauseSeconds, longestPauseMinutes } = options.data;
	return {
		kinds: kinds.data,
		atOnce,
		backOff: { attempts, firstPause: firstPauseSeconds * SECOND, longestPause: longestPauseMinutes * MINUTE },
	};
}

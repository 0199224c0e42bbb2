import * as z from 'zod/v4';

import { MINUTE, type Millis } from '../../../leasing/time';
import { UserMistake } from '../../../leasing/userMistake';

/** As the log names the trigger. */
export const NODE = 'Buildium Trigger';

export interface BuildiumTriggerSettings {
	/** Names, or `Task.*`; none: all. */
	events: string[];
	skipOwn: boolean;
	readRecord: boolean;
	/** Null: never. */
	pollEvery: Millis | null;
	replayWindow: Millis;
	portfolio: string;
}

const schema = z.object({
	events: z.array(z.string()).default([]),
	ownChanges: z.enum(['skip', 'mark']).default('skip'),
	readRecord: z.boolean().default(false),
	options: z.object({
		pollMinutes: z.number().min(0).max(1440).default(0),
		otherEvents: z.string().default(''),
		portfolio: z.string().trim().min(1).default('main'),
		replayMinutes: z.number().min(1).max(1440).default(90),
	}),
});

const LABELS: Readonly<Record<string, string>> = {
	events: 'Events',
	ownChanges: 'Our Own Changes',
	readRecord: 'Read the Record',
	pollMinutes: 'Look for Missed Events Every',
	otherEvents: 'Other Events',
	portfolio: 'Portfolio',
	replayMinutes: 'Replay Window',
};

/** @throws UserMistake naming the field */
export function triggerSettings(read: (name: string, fallback: unknown) => unknown): BuildiumTriggerSettings {
	const parsed = schema.safeParse({
		events: read('events', []),
		ownChanges: read('ownChanges', 'skip'),
		readRecord: read('readRecord', false),
		options: read('options', {}),
	});
	if (!parsed.success) {
		const fields = [
			...new Set(parsed.error.issues.map(({ path }) => LABELS[String(path.find((part) => part !== 'options'))] ?? 'Options')),
		];
		throw new UserMistake(
			`A setting of the Buildium Trigger cannot be read: ${fields.join(', ')}.`,
			'Open the trigger and choose it again.',
		);
	}
	const { events, ownChanges, readRecord, options } = parsed.data;
	const others = options.otherEvents.split(/[\s,;]+/).filter((name) => name !== '');
	const odd = others.find((name) => !/^[A-Za-z]+(\.[A-Za-z]+)*\.(\*|[A-Za-z]+)$/.test(name));
	if (odd !== undefined)
		throw new UserMistake(
			`Other Events names "${odd}", which is no event.`,
			'Write names such as Task.Created or Task.*, separated by commas.',
		);
	return {
		events: [...events, ...others],
		skipOwn: ownChanges === 'skip',
		readRecord,
		pollEvery: options.pollMinutes === 0 ? null : options.pollMinutes * MINUTE,
		replayWindow: options.replayMinutes * MINUTE,
		portfolio: options.portfolio,
	};
}

const secretsSchema = z.object({
	secret: z.string().default(''),
	secondSecret: z.string().default(''),
	thirdSecret: z.string().default(''),
});

/** The secret keys of a Buildium Webhook credential. */
export function secretsOf(credential: unknown): string[] {
	const parsed = secretsSchema.safeParse(credential);
	return parsed.success ? Object.values(parsed.data).filter((secret) => secret.trim() !== '') : [];
}

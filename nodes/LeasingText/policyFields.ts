import type { INodeProperties } from 'n8n-workflow';

import { AFTER_HOURS, type AfterHours, type TextPolicy } from '../../leasing/text/textPolicy';
import { HOUR, MINUTE } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';

/** One setting of the guard on the form: the field, and what its value makes of the policy. */
export interface PolicyField {
	/** On the form itself, or among the options, where an absent value leaves the policy as it is. */
	at: 'form' | 'options';
	property: INodeProperties;
	/** @param label what the field is called, for complaints @throws UserMistake naming the field, what was found and what to enter */
	read: (policy: TextPolicy, value: unknown, label: string) => TextPolicy;
}

/** In the order in which they stand on the form; options are sorted by name there. */
export const policyFields: readonly PolicyField[] = [
	{
		at: 'form',
		property: {
			displayName: 'Outside Permitted Hours',
			name: 'afterHours',
			type: 'options',
			options: [
				{ name: 'Hold Until Permitted', value: 'hold', description: 'The text goes out by itself at the next permitted minute' },
				{ name: 'Leave It to a Person', value: 'person', description: 'No text; the call-back task says why' },
				{
					name: 'Send Anyway',
					value: 'send',
					description:
						'Only for the direct reply to a renter who just called or wrote, without any advertising. Ask your counsel.',
				},
			],
			default: 'hold',
			description: 'Permitted is 9 AM to 8 PM, Sundays from noon, tightened by the states of the phone number and of the property',
		},
		read: (policy, value, label) => ({ ...policy, afterHours: afterHours(value, label) }),
	},
	{
		at: 'form',
		property: {
			displayName: 'No Second Text For (Hours)',
			name: 'repeatWindowHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 720 },
			default: 12,
			description:
				'Someone who got a text from a line gets no other from it for so long: who redials three times gets one text. 0 turns this off.',
		},
		read: (policy, value, label) => ({ ...policy, repeatWindowMs: amount(value, label, 0) * HOUR }),
	},
	{
		at: 'form',
		property: {
			displayName: 'Too Old After (Minutes)',
			name: 'maxEventAgeMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10_080 },
			default: 10,
			description:
				'A reply to an older event is not sent, so that a backlog after an outage does not text people about yesterday. A person calls instead.',
		},
		read: (policy, value, label) => ({ ...policy, maxEventAgeMs: amount(value, label, 1) * MINUTE }),
	},
	{
		at: 'options',
		property: {
			displayName: 'Allow Numbers Outside North America',
			name: 'allowInternational',
			type: 'boolean',
			default: false,
			description: 'Whether numbers of other countries may be texted',
		},
		read: (policy, value) => ({ ...policy, allowInternational: value === true }),
	},
	{
		at: 'options',
		property: {
			displayName: 'Longest Text (Segments)',
			name: 'maxSegments',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 4,
			description:
				'A longer text is not sent. A segment holds 153 plain characters, or 67 if an emoji or another special character is in it.',
		},
		read: (policy, value, label) => ({ ...policy, maxSegments: amount(value, label, 1) }),
	},
	{
		at: 'options',
		property: {
			displayName: 'Permitted From',
			name: 'opens',
			type: 'string',
			default: '09:00',
			description: "Earliest time on Monday to Saturday, at the renter's place",
		},
		read: (policy, value, label) => withHours(policy, { opens: timeOfDay(value, label) }, (weekday) => weekday !== 0),
	},
	{
		at: 'options',
		property: {
			displayName: 'Permitted From on Sundays',
			name: 'sundayOpens',
			type: 'string',
			default: '12:00',
			description: "Earliest time on Sundays, at the renter's place",
		},
		read: (policy, value, label) => withHours(policy, { opens: timeOfDay(value, label) }, (weekday) => weekday === 0),
	},
	{
		at: 'options',
		property: {
			displayName: 'Permitted Until',
			name: 'closes',
			type: 'string',
			default: '20:00',
			description: "Latest time on every day, at the renter's place",
		},
		read: (policy, value, label) => withHours(policy, { closes: timeOfDay(value, label) }, () => true),
	},
	{
		at: 'options',
		property: {
			displayName: 'Strangers Texted per Hour, All Lines',
			name: 'strangersPerPortfolioHour',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10_000 },
			default: 100,
			description: 'Most texts within an hour to numbers that never called or wrote; beyond it a person is told, once an hour',
		},
		read: (policy, value, label) => ({ ...policy, strangersPerPortfolioHour: amount(value, label, 0) }),
	},
	{
		at: 'options',
		property: {
			displayName: 'Strangers Texted per Hour, per Line',
			name: 'strangersPerLineHour',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10_000 },
			default: 30,
			description: 'The same for each line. The answer to a call or text never counts.',
		},
		read: (policy, value, label) => ({ ...policy, strangersPerLineHour: amount(value, label, 0) }),
	},
	{
		at: 'options',
		property: {
			displayName: 'Text Fixed Internet Phones',
			name: 'textFixedVoip',
			type: 'boolean',
			default: true,
			description: 'Whether numbers that Lookup calls fixedVoip are texted; many business phones among them cannot receive texts',
		},
		read: (policy, value) => ({ ...policy, textFixedVoip: value !== false }),
	},
];

function afterHours(value: unknown, label: string): AfterHours {
	const known = AFTER_HOURS.find((one) => one === value);
	if (known !== undefined) return known;
	throw new UserMistake(
		`${label} is "${String(value)}".`,
		`Choose one of the list, or let the expression give ${AFTER_HOURS.join(', ')}.`,
	);
}

function amount(value: unknown, label: string, least: number): number {
	const number = Number(value);
	if (value === '' || value === null || !Number.isFinite(number) || number < least) {
		throw new UserMistake(`${label} is "${String(value)}".`, `Enter a number of at least ${least}.`);
	}
	return number;
}

/** `HH:MM`, comparable as text. */
function timeOfDay(value: unknown, label: string): string {
	const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(String(value).trim());
	if (!match)
		throw new UserMistake(
			`${label} is "${String(value)}", which is not a time of day.`,
			'Write it as hours and minutes, such as 09:00 or 20:30.',
		);
	return `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
}

function withHours(policy: TextPolicy, change: { opens: string } | { closes: string }, on: (weekday: number) => boolean): TextPolicy {
	const days = policy.quietHours.days.map((day, weekday) => (day !== null && on(weekday) ? { ...day, ...change } : day));
	return { ...policy, quietHours: { ...policy.quietHours, days } };
}

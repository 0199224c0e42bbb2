import { AFTER_HOURS, defaultTextPolicy, type AfterHours, type TextPolicy } from '../../leasing/text/textPolicy';
import { HOUR, MINUTE } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';

/** The form's policy fields, as n8n hands them over. */
export interface PolicyFields {
	afterHours: unknown;
	repeatWindowHours: unknown;
	maxEventAgeMinutes: unknown;
	options: Record<string, unknown>;
}

/** Reads the policy from the form. @throws UserMistake naming the field, what was found and what to enter */
export function policyFrom({ afterHours, repeatWindowHours, maxEventAgeMinutes, options }: PolicyFields): TextPolicy {
	if (!AFTER_HOURS.includes(afterHours as AfterHours)) {
		throw new UserMistake(
			`Outside Permitted Hours is "${String(afterHours)}".`,
			`Choose one of the list, or let the expression give ${AFTER_HOURS.join(', ')}.`,
		);
	}
	const opens = timeOfDay(options.opens ?? '09:00', 'Permitted From');
	const sundayOpens = timeOfDay(options.sundayOpens ?? '12:00', 'Permitted From on Sundays');
	const closes = timeOfDay(options.closes ?? '20:00', 'Permitted Until');
	if (closes <= opens || closes <= sundayOpens) {
		throw new UserMistake(
			`Permitted Until (${closes}) is not later than Permitted From (${opens}, Sundays ${sundayOpens}).`,
			'Correct one of these options.',
		);
	}
	const weekday = { opens, closes };
	return {
		...defaultTextPolicy,
		repeatWindowMs: amount(repeatWindowHours, 'No Second Text For', 0) * HOUR,
		maxEventAgeMs: amount(maxEventAgeMinutes, 'Too Old After', 1) * MINUTE,
		quietHours: { days: [{ opens: sundayOpens, closes }, weekday, weekday, weekday, weekday, weekday, weekday], stateRules: true },
		afterHours: afterHours as AfterHours,
		allowInternational: options.allowInternational === true,
		textFixedVoip: options.textFixedVoip !== false,
		maxSegments: amount(options.maxSegments ?? defaultTextPolicy.maxSegments, 'Longest Text', 1),
	};
}

function amount(value: unknown, field: string, least: number): number {
	const number = Number(value);
	if (value === '' || value === null || !Number.isFinite(number) || number < least) {
		throw new UserMistake(`${field} is "${String(value)}".`, `Enter a number of at least ${least}.`);
	}
	return number;
}

/** `HH:MM`, comparable as text. */
function timeOfDay(value: unknown, field: string): string {
	const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(String(value).trim());
	if (!match)
		throw new UserMistake(
			`${field} is "${String(value)}", which is not a time of day.`,
			'Write it as hours and minutes, such as 09:00 or 20:30.',
		);
	return `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
}

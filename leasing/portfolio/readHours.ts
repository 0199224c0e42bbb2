import type { OfficeHours } from './portfolio';
import type { SettingsDraft } from './settingsDraft';
import type { SettingsReport } from './settingsReport';
import { readWeekdays } from './weekdays';

/** Reads a time of day: `9`, `9:00`, `9am`, `5:30 PM`, `17.30`. @returns `09:00`, or null */
export function readTimeOfDay(text: string): string | null {
	const match = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
	if (match === null || (match[3] === undefined && /m/i.test(text))) return null;
	let hour = Number(match[1]);
	const minute = Number(match[2] ?? '0');
	if (match[3] !== undefined) {
		if (hour < 1 || hour > 12) return null;
		hour = (hour % 12) + (match[3].toLowerCase() === 'p' ? 12 : 0);
	}
	if (hour > 23 || minute > 59) return null;
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function readTime(text: string, path: readonly PropertyKey[], report: SettingsReport): string | null {
	const time = readTimeOfDay(text);
	if (time === null) report.refuse(path, text, 'Enter a time of day from 00:00 to 23:59, such as 09:00 or 5:30 PM.');
	return time;
}

/** Reads the office hours. A row may name one day or several; two rows for one day are a day with a break. Sorted. */
export function readOfficeHours(draft: SettingsDraft, report: SettingsReport): OfficeHours[] {
	const spans: { hours: OfficeHours; row: number }[] = [];
	draft.officeHours.forEach((row, index) => {
		const at = (column: string): PropertyKey[] => ['officeHours', index, column];
		const days = readWeekdays(row.weekday);
		if (days === null) report.refuse(at('weekday'), row.weekday, 'Enter a day such as Monday, or several such as Mon-Fri.');
		const opens = readTime(row.opens, at('opens'), report);
		const closes = readTime(row.closes, at('closes'), report);
		if (opens === null || closes === null) return;
		if (closes <= opens) {
			report.refuse(
				at('closes'),
				row.closes,
				`The office must close later than it opens (${opens}); correct one of the two times, and write afternoon hours as 18:00 or 6 PM.`,
			);
			return;
		}
		for (const weekday of days ?? []) {
			const overlap: (typeof spans)[number] | undefined = spans.find(
				({ hours }) => hours.weekday === weekday && hours.opens < closes && opens < hours.closes,
			);
			if (overlap === undefined) spans.push({ hours: { weekday, opens, closes }, row: index });
			else if (overlap.hours.opens !== opens || overlap.hours.closes !== closes) {
				report.refuse(
					at('weekday'),
					row.weekday,
					`Row ${overlap.row + 1} has other hours for the same day, and the two overlap; leave the day in one row only.`,
				);
				return;
			}
		}
	});
	return spans.map(({ hours }) => hours).sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1));
}

/** Reads the closed days, as `2026-12-25` or, in the US, `12/25/2026`. @returns ISO dates, sorted, each once */
export function readHolidays(draft: SettingsDraft, country: string, report: SettingsReport): string[] {
	const dates = new Set<string>();
	draft.holidays.forEach((text, index) => {
		const path = ['holidays', index];
		const date = readDate(text, country);
		if (date === null) {
			report.refuse(path, text, 'This is not a date of the calendar; enter year, month and day, such as 2026-12-25.');
			return;
		}
		if (date !== text) report.changed(path, 'date_normalised', `"${text}" is stored as ${date}.`);
		dates.add(date);
	});
	return [...dates].sort();
}

/** Reads `2026-12-25`, and `12/25/2026` where the country writes the month first. @returns ISO date, null if none */
export function readDate(text: string, country: string): string | null {
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
	if (iso !== null) return realDate(iso[1], iso[2], iso[3]);
	const monthFirst = country === 'US' ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) : null;
	return monthFirst === null ? null : realDate(monthFirst[3], monthFirst[1], monthFirst[2]);
}

function realDate(year = '', month = '', day = ''): string | null {
	const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const at = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : date;
}

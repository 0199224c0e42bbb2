import { addDays, instantOf, localTime, minutesOf } from './localTime';
import type { DayWindow } from './quietHours';
import type { Millis } from '../time';

/** One stretch of open time, half open: from `from` up to but not including `to`. */
export interface OpenSpan {
	from: Millis;
	to: Millis;
}

/**
 * The first stretch of open time that is not over yet.
 * @param windowsOn windows of a local date, in order; nothing or null when closed. Windows that are no times count as closed
 * @param days how many days ahead to look
 * @returns the stretch in which `now` lies, or the next one, or null
 */
export function nextOpenSpan(
	zone: string,
	now: Millis,
	windowsOn: (date: string, weekday: number) => readonly DayWindow[],
	days: number,
): OpenSpan | null {
	const today = localTime(zone, now);
	for (let ahead = 0; ahead <= days; ahead += 1) {
		const date = addDays(today.date, ahead);
		for (const window of windowsOn(date, (today.weekday + ahead) % 7)) {
			const opens = window === null ? null : minutesOf(window.opens);
			const closes = window === null ? null : minutesOf(window.closes);
			if (opens === null || closes === null || closes <= opens) continue;
			const span = { from: instantOf(zone, date, opens), to: instantOf(zone, date, closes) };
			if (now < span.to) return span;
		}
	}
	return null;
}

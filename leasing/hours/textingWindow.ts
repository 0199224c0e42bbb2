import { reason, type Reason } from '../reason';
import { CONTINENTAL_US_ZONES } from '../phone/zones';
import { DAY, type Millis } from '../time';
import { isLegalHoliday } from './holidays';
import { isTimeZone, localTime } from './localTime';
import { nextOpenSpan } from './openSpan';
import type { DayWindow, QuietHoursPolicy } from './quietHours';
import { FEDERAL_HOURS, STATE_WINDOWS, type LawfulHours } from './stateWindows';

/** Everywhere the renter may be: area code, property, stated address. */
export interface Places {
	/** IANA zones; none, or one that does not exist, stands for the whole continental US. */
	zones: readonly string[];
	/** Two-letter US states. */
	regions: readonly string[];
}

export type TextingWindow = { open: true } | { open: false; opensAt: Millis; reasons: Reason[] };

const DAYS_AHEAD = 7;

/** One set of hours that must be kept. */
interface Rule {
	code: string;
	/** Whose hours, for the sentence: `the company's texting hours`. */
	whose: string;
	windowsOn: (date: string, weekday: number) => readonly DayWindow[];
}

/**
 * Whether a text that is not the direct answer to a contact may go out now. People keep their numbers when they move, so
 * it is open only when every rule (the company's, federal law, each state's) permits it in every plausible zone.
 * @returns when closed: the next instant at which all agree, or seven days from now when they never do
 */
export function textingWindow(now: Millis, places: Places, window: QuietHoursPolicy): TextingWindow {
	const zones = plausibleZones(places.zones);
	const rules = rulesFor(places.regions, window);
	const reasons: Reason[] = [];
	for (const zone of zones) {
		for (const rule of rules) {
			if (opensAt(now, zone, rule) !== now) reasons.push(closedReason(now, zone, rule));
		}
	}
	return reasons.length === 0 ? { open: true } : { open: false, opensAt: agreedOpening(now, zones, rules), reasons };
}

/** Moves to the latest of all next openings, again and again, until all are open at once. */
function agreedOpening(now: Millis, zones: readonly string[], rules: readonly Rule[]): Millis {
	const limit = now + DAYS_AHEAD * DAY;
	for (let at = now; at < limit;) {
		const latest = Math.max(...zones.flatMap((zone) => rules.map((rule) => opensAt(at, zone, rule) ?? limit)));
		if (latest === at) return at;
		at = latest;
	}
	return limit;
}

/** @returns `at` itself when open, else the next opening; null when there is none within a week */
function opensAt(at: Millis, zone: string, rule: Rule): Millis | null {
	const span = nextOpenSpan(zone, at, rule.windowsOn, DAYS_AHEAD);
	return span === null ? null : Math.max(at, span.from);
}

function plausibleZones(zones: readonly string[]): string[] {
	const known = zones.filter(isTimeZone);
	return [...new Set(zones.length === 0 || known.length < zones.length ? [...known, ...CONTINENTAL_US_ZONES] : known)];
}

function rulesFor(regions: readonly string[], window: QuietHoursPolicy): Rule[] {
	const states = new Set(regions.map((region) => region.toUpperCase()));
	const strict = window.stateRules ? STATE_WINDOWS.filter((row) => row.state !== null && states.has(row.state)) : [];
	return [
		{
			code: 'quiet_hours_company',
			whose: "the company's texting hours",
			windowsOn: (_date, weekday) => [window.days[weekday] ?? null],
		},
		...[FEDERAL_HOURS, ...strict].map((row): Rule => ({
			code: row.state === null ? 'quiet_hours_federal' : 'quiet_hours_state',
			whose: row.state === null ? 'the hours of federal law' : `the hours of ${row.state} law`,
			windowsOn: (date, weekday) => [lawfulWindow(row, date, weekday)],
		})),
	];
}

function lawfulWindow(row: LawfulHours, date: string, weekday: number): DayWindow {
	return row.closedOnHolidays && isLegalHoliday(date) ? null : (row.days[weekday] ?? null);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function closedReason(now: Millis, zone: string, rule: Rule): Reason {
	const local = localTime(zone, now);
	const day = WEEKDAYS[local.weekday] ?? '';
	const window = rule.windowsOn(local.date, local.weekday)[0] ?? null;
	const hours =
		window === null ? `${rule.whose} allow no texts on this day` : `${rule.whose} on this day are ${window.opens} to ${window.closes}`;
	return reason(rule.code, `It is ${clock(local.minute)} on ${day} in ${zone.replace(/_/g, ' ')}; ${hours}.`);
}

function clock(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

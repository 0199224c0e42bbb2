import type { PortfolioSettings } from '../portfolio/portfolio';
import type { Millis } from '../time';
import { isTimeZone, minutesOf } from './localTime';
import { nextOpenSpan } from './openSpan';

export interface OfficeState {
	open: boolean;
	/** Next opening, ms; null while open, and when no hours are set for the next two weeks. */
	opensAt: Millis | null;
}

/** Long enough to step over a week of holidays. */
const DAYS_AHEAD = 14;

/**
 * Whether the leasing office is open, by the portfolio's hours and holidays in its own time zone. Several entries for one
 * weekday are a day with a break.
 */
export function isOfficeOpen(now: Millis, settings: Pick<PortfolioSettings, 'timeZone' | 'officeHours' | 'holidays'>): OfficeState {
	const zone = isTimeZone(settings.timeZone) ? settings.timeZone : 'America/New_York';
	const holidays = new Set(settings.holidays);
	const span = nextOpenSpan(
		zone,
		now,
		(date, weekday) =>
			holidays.has(date)
				? []
				: settings.officeHours
						.filter((entry) => entry.weekday === weekday)
						.sort((a, b) => (minutesOf(a.opens) ?? 0) - (minutesOf(b.opens) ?? 0)),
		DAYS_AHEAD,
	);
	if (span === null) return { open: false, opensAt: null };
	return span.from <= now ? { open: true, opensAt: null } : { open: false, opensAt: span.from };
}

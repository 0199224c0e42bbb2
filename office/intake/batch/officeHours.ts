import { isOfficeOpen } from '../../../leasing/hours/officeHours';
import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import { SECOND, type Millis } from '../../../leasing/time';

/** When the office opens next; null while it is open, or when no hours are set. */
export type OfficeHours = (now: Millis, settings: PortfolioSettings) => Millis | null;

/** Looks at calendar and time zone once a second, not for each of thousands of items. */
export function officeHours(): OfficeHours {
	const known = new Map<string, { second: number; opensAt: Millis | null }>();
	return (now, settings) => {
		const second = Math.floor(now / SECOND);
		const last = known.get(settings.key);
		if (last?.second === second) return last.opensAt;
		const { opensAt } = isOfficeOpen(now, settings);
		known.set(settings.key, { second, opensAt });
		return opensAt;
	};
}

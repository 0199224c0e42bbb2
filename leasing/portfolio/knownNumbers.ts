import type { KnownNumbers } from '../phone/phone';
import type { PortfolioSettings } from './portfolio';

/** The numbers that never identify a renter: the company's lines and tracking numbers, and its staff. */
export function knownNumbers(
	settings: Pick<PortfolioSettings, 'lines' | 'trackingNumbers' | 'staff'> & Partial<Pick<PortfolioSettings, 'properties'>>,
): KnownNumbers {
	return {
		own: new Set([
			...settings.lines.map((line) => line.phone),
			...settings.trackingNumbers,
			...(settings.properties ?? []).flatMap((property) => property.trackingNumbers ?? []),
		]),
		staff: new Set(settings.staff.map((member) => member.phone)),
	};
}

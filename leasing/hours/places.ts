import { zonesOfPhone } from '../phone/zones';
import type { PortfolioSettings, Property } from '../portfolio/portfolio';
import type { Places } from './textingWindow';

/**
 * Everywhere a renter may be, for texting hours: where the area code lies and where the property stands.
 * @param e164 null when there is no number
 * @param property null when the line stands for the whole company
 */
export function plausiblePlaces(e164: string | null, property: Pick<Property, 'timeZone' | 'state'> | null, settings: Pick<PortfolioSettings, 'timeZone'>): Places {
	const phone = zonesOfPhone(e164 ?? '');
	const zones = new Set([...phone.zones, property?.timeZone ?? settings.timeZone]);
	const regions = new Set([phone.region, property?.state ?? null].filter((region) => region !== null));
	return { zones: [...zones], regions: [...regions] };
}

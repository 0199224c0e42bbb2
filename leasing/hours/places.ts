import { zonesOfPhone, zonesOfRegion } from '../phone/zones';
import type { PortfolioSettings, Property } from '../portfolio/portfolio';
import type { Places } from './textingWindow';

/**
 * Everywhere a renter may be, for texting hours: where the area code lies and where the property stands.
 * @param e164 null when there is no number
 * @param property of the settings; null when there is none, as for a line that stands for the whole company
 * @param copiedState where the directory has the property; counts while the settings name no state. Nobody was asked for the zone of
 * such a property, so that all zones of the state count as well
 */
export function plausiblePlaces(
	e164: string | null,
	property: Pick<Property, 'timeZone' | 'state'> | null,
	settings: Pick<PortfolioSettings, 'timeZone'>,
	copiedState: string | null = null,
): Places {
	const phone = zonesOfPhone(e164 ?? '');
	const typed = { timeZone: property?.timeZone ?? null, state: property?.state ?? null };
	const copiedZones = typed.timeZone === null && typed.state === null && copiedState !== null ? zonesOfRegion(copiedState) : [];
	const zones = new Set([...phone.zones, typed.timeZone ?? settings.timeZone, ...copiedZones]);
	const regions = new Set([phone.region, typed.state ?? copiedState].filter((region) => region !== null));
	return { zones: [...zones], regions: [...regions] };
}

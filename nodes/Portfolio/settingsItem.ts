import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { toIso } from '../../leasing/time';
import type { StoredPortfolio } from '../../store/port';
import { phoneView } from '../shared/items/phoneView';

/** The json of a Portfolio item: the settings as they are kept, with phones readable beside their E.164 form. */
export function settingsItem({ settings, revision, updatedAt }: StoredPortfolio) {
	const readable = <Row extends { phone: string }>(row: Row) => ({ ...row, ...phoneView(row.phone, settings.country) });
	return {
		portfolio: settings.key,
		revision,
		updatedAt: toIso(updatedAt),
		settings: { ...settings, lines: settings.lines.map(readable), staff: settings.staff.map(readable) },
	};
}

/** `2 lines and 1 property for Maple Property Group` */
export function contentsOf(settings: PortfolioSettings): string {
	return `${counted(settings.lines.length, 'line', 'lines')} and ${counted(settings.properties.length, 'property', 'properties')} for ${settings.brand}`;
}

function counted(count: number, one: string, many: string): string {
	return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

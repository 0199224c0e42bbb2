import type { Line, PortfolioSettings, Property } from './portfolio';

/** Makes names comparable: case and runs of spaces do not count, nothing else is forgiven. */
export function sameText(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The property that a text names by its exact name or key, ignoring case and extra spaces; null if none does. */
export function findProperty(settings: Pick<PortfolioSettings, 'properties'>, text: string | null): Property | null {
	if (text === null || text.trim() === '') return null;
	const wanted = sameText(text);
	return settings.properties.find((property) => sameText(property.name) === wanted || property.key === wanted) ?? null;
}

/** The line that a called number belongs to. @param e164 the called number; null or unknown gives null */
export function findLine(settings: Pick<PortfolioSettings, 'lines'>, e164: string | null): Line | null {
	return settings.lines.find((line) => line.phone === e164) ?? null;
}

/** Who owns new leads of a property: its own owner, or the portfolio's; of an unknown property, the fallback queue. */
export function ownerOf(settings: PortfolioSettings, propertyKey: string | null): string {
	if (propertyKey === null) return settings.fallbackOwner ?? settings.defaultOwner;
	const property = settings.properties.find((candidate) => candidate.key === propertyKey);
	return property?.owner ?? settings.defaultOwner;
}

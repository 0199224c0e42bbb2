import type { PortfolioSettings } from './portfolio';

/** Addresses of the company as far as its settings name them: owners that are entered as e-mail addresses. */
export function ownEmails(settings: Pick<PortfolioSettings, 'defaultOwner' | 'properties'>): ReadonlySet<string> {
	const owners = [settings.defaultOwner, ...settings.properties.map((property) => property.owner ?? '')];
	return new Set(owners.filter((owner) => /^[^\s@]+@[^\s@]+$/.test(owner)).map((owner) => owner.toLowerCase()));
}

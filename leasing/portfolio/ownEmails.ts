import type { PortfolioSettings } from './portfolio';

/** Addresses of the company as far as its settings name them: owners and mailboxes of properties that are entered as e-mail addresses. */
export function ownEmails(settings: Pick<PortfolioSettings, 'defaultOwner' | 'fallbackOwner' | 'properties'>): ReadonlySet<string> {
	const owners = [
		settings.defaultOwner,
		settings.fallbackOwner ?? '',
		...settings.properties.flatMap((property) => [property.owner ?? '', ...(property.aliases ?? [])]),
	];
	return new Set(owners.filter((owner) => /^[^\s@]+@[^\s@]+$/.test(owner)).map((owner) => owner.toLowerCase()));
}

import * as z from 'zod/v4';

import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import { toIso } from '../../../leasing/time';
import type { StoredLead } from '../../../store/port';
import { phoneView } from './phoneView';

/** What of the settings an item needs: how to write phones, and what properties are called. */
export type ItemSettings = Pick<PortfolioSettings, 'country' | 'properties'>;

/** Used when a record's settings are gone; a lead must still be readable then. */
export const NO_SETTINGS: ItemSettings = { country: 'US', properties: [] };

/** A lead as every node of ours shows it. Times are ISO 8601 in UTC. */
export function leadItem(lead: StoredLead, settings: ItemSettings) {
	const whole = [lead.firstName, lead.lastName].filter((part) => part !== null).join(' ');
	return {
		id: lead.id,
		portfolio: lead.portfolio,
		name: lead.fullName ?? (whole === '' ? null : whole),
		firstName: lead.firstName,
		lastName: lead.lastName,
		...phoneView(lead.phone, settings.country),
		email: lead.email,
		source: lead.source,
		status: lead.status,
		owner: lead.owner,
		nextAction: lead.nextAction,
		nextActionAt: toIso(lead.nextActionAt),
		property: propertyItem(lead, settings),
		interest: lead.interest ?? null,
		createdAt: toIso(lead.createdAt),
		updatedAt: toIso(lead.updatedAt),
	};
}

export type LeadItem = ReturnType<typeof leadItem>;

/** A property that is not in the settings has the name that it had in the directory when the lead was made. */
function propertyItem({ propertyKey: key, interest }: StoredLead, { properties }: ItemSettings): { key: string; name: string } | null {
	if (key === null) return null;
	const said = interestSchema.safeParse(interest);
	const copied = said.success && said.data.propertyKey === key ? said.data.propertyName : null;
	return { key, name: properties.find((property) => property.key === key)?.name ?? copied ?? key };
}

const interestSchema = z.object({ propertyKey: z.string(), propertyName: z.string().nullish() });

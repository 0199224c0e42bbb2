import { propertiesCalled, type KnownProperty, type KnownSettings } from '../../leasing/property/knownProperty';
import { UserMistake } from '../../leasing/userMistake';
import type { StoredLead, StoreFamilies } from '../../store/port';

export interface LeadSearch {
	/** Words of a name, an e-mail address or a message, each of them anywhere; digits of a phone; '' finds all. */
	text: string;
	/** Exactly as on the lead; '' is anybody. */
	owner: string;
	/** Name or key; '' is any. */
	property: string;
	status?: StoredLead['status'] | undefined;
	limit: number;
}

/** Leads of a company, newest first. @throws UserMistake when no property has the name, or several have it */
export async function findLeads(
	store: Pick<StoreFamilies, 'leads'>,
	settings: KnownSettings,
	{ text, owner, property, status, limit }: LeadSearch,
): Promise<StoredLead[]> {
	const wanted = property === '' ? null : propertyCalled(property, settings);
	return await store.leads.search({
		portfolio: settings.key,
		text,
		limit,
		...(owner === '' ? {} : { owner }),
		...(status ? { status } : {}),
		...(wanted ? { propertyKey: wanted.key } : {}),
	});
}

function propertyCalled(text: string, { properties }: KnownSettings): KnownProperty {
	const [property, ...others] = propertiesCalled(properties, text);
	if (property === undefined) {
		const typed = properties.filter(({ copied }) => copied !== true).map(({ name }) => name);
		const copied = properties.length - typed.length;
		const more = copied === 0 ? '' : ` Beside these, ${copied} from your property-management system can be named.`;
		throw new UserMistake(
			`There is no property "${text}".`,
			`Properties saved by the Portfolio node: ${typed.join(', ') || 'none'}.${more}`,
		);
	}
	if (others.length === 0) return property;
	const keys = [property, ...others].map(({ key, address }) => (address ? `${key} (${address})` : key));
	throw new UserMistake(`${keys.length} properties are called "${text}".`, `Enter the key of one of them: ${keys.join('; ')}.`);
}

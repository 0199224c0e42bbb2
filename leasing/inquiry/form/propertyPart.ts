import { carriedState, type KnownProperty } from '../../property/knownProperty';
import type { PropertyEvidence, PropertyMatch } from '../../property/propertyMatch';
import type { Reason } from '../../reason';
import type { InquiryInterest } from '../inquiry';

export type PropertyPart = Pick<InquiryInterest, 'propertyKey' | 'propertyName' | 'propertyState' | 'property'>;

/**
 * What an inquiry says of its property once that was looked for: the property, or what was said as text. Why none was found is
 * added to `changes`.
 */
export function propertyPart(
	match: PropertyMatch,
	said: Pick<PropertyEvidence, 'names' | 'addresses'>,
	{ properties }: { properties: readonly KnownProperty[] },
	changes: Reason[],
): PropertyPart {
	const property = match.key === null ? undefined : properties.find(({ key }) => key === match.key);
	const [why] = match.reasons;
	if (property === undefined && why !== undefined && why.code !== 'property_not_named') changes.push(why);
	return {
		propertyKey: property?.key ?? null,
		propertyName: property?.name ?? said.names[0] ?? said.addresses[0] ?? null,
		propertyState: carriedState(property),
		property: match,
	};
}

import type { KnownSettings } from '../property/knownProperty';
import { matchProperty } from '../property/matchProperty';
import type { FoundPlaces, PropertyEvidence } from '../property/propertyMatch';
import { propertyPart } from './form/propertyPart';
import type { Inquiry } from './inquiry';

/**
 * Looks for the property once more, after the directory was asked about the ids and the unit in the inquiry.
 * @param said what told the property when the inquiry was read
 */
export function settleProperty(inquiry: Inquiry, said: PropertyEvidence, settings: KnownSettings, found: FoundPlaces): Inquiry {
	const outdated = inquiry.interest.property?.reasons[0];
	const changes = inquiry.changes.filter((change) => change !== outdated);
	const part = propertyPart(matchProperty(said, settings, found), said, settings, changes);
	return { ...inquiry, interest: { ...inquiry.interest, ...part }, changes };
}

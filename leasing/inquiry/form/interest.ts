import type { PortfolioSettings } from '../../portfolio/portfolio';
import { findProperty } from '../../portfolio/properties';
import { reason, type Reason } from '../../reason';
import type { InquiryInterest } from '../inquiry';
import type { FoundFields } from './findFields';
import { readBedrooms, readBudget, readMoveIn } from './values';

/** Reads what the renter is looking for. A value that cannot be read is named in `changes`; the raw item still has it. */
export function readInterest(found: FoundFields, settings: PortfolioSettings, changes: Reason[]): InquiryInterest {
	const named = found.property[0] ?? null;
	const property = findProperty(settings, named);
	if (named !== null && property === null) {
		changes.push(reason('property_unknown', `The property "${named}" is not in the portfolio's list; it was kept as text. Only an exact name counts.`));
	}
	const number = (text: string | undefined, label: string, read: (text: string) => number | null): number | null => {
		const value = text === undefined ? null : read(text);
		if (text !== undefined && value === null) changes.push(reason('value_unreadable', `${label} "${text}" could not be read as a number and was left out.`));
		return value;
	};
	return {
		propertyKey: property?.key ?? null,
		propertyName: property?.name ?? named,
		unit: found.unit[0] ?? null,
		bedrooms: number(found.bedrooms[0], 'Bedrooms', readBedrooms),
		moveIn: found.moveIn[0] === undefined ? null : readMoveIn(found.moveIn[0], settings.country),
		budget: number(found.budget[0], 'Budget', readBudget),
		message: found.message[0] ?? null,
	};
}

import { localTime } from '../../hours/localTime';
import type { PortfolioSettings } from '../../portfolio/portfolio';
import { matchProperty } from '../../property/matchProperty';
import type { PropertyEvidence } from '../../property/propertyMatch';
import { reason, type Reason } from '../../reason';
import { factsInMessage, takenFromMessage } from '../interest/inMessage';
import { readMoveIn } from '../interest/moveIn';
import type { TimeSaid } from '../interest/moveInSaid';
import { readOccupants } from '../interest/occupants';
import { readBudget, readBudgetMin } from '../interest/rent';
import { readBathrooms, readBedrooms } from '../interest/rooms';
import type { InquiryInterest } from '../inquiry';
import type { FoundFields } from './findFields';
import { messageOf } from './propertyEvidence';
import { propertyPart } from './propertyPart';
import { readCount, saysNothing } from './values';

export interface InterestContext {
	settings: PortfolioSettings;
	/** ISO 8601: "next month" is counted from here. */
	occurredAt: string;
	/** Everything that tells the property. */
	property: PropertyEvidence;
	/** The message is the renter's own, so what it says about bedrooms and moving counts where no field says it. */
	renterWrote?: boolean | undefined;
}

/** Reads what the renter is looking for. A value that cannot be read is named in `changes`; the raw item still has it. */
export function readInterest(found: FoundFields, context: InterestContext, changes: Reason[]): InquiryInterest {
	const number = (text: string | undefined, label: string, read: (text: string) => number | null): number | null => {
		if (text === undefined || saysNothing(text)) return null;
		const value = read(text);
		if (value === null)
			changes.push(reason('value_unreadable', `${label} "${text.slice(0, 80)}" could not be read as a number and was left out.`));
		return value;
	};
	const message = messageOf(found);
	const facts = context.renterWrote === true && message !== null ? factsInMessage(message) : null;
	const field = (name: 'bedrooms' | 'budget' | 'occupants' | 'pets'): string | undefined => {
		const given = found[name][0];
		const words = given === undefined || (name !== 'pets' && saysNothing(given)) ? facts?.[name] : null;
		if (words === null || words === undefined) return given;
		changes.push(takenFromMessage(name, words));
		return words;
	};
	const [bedsText, budgetText, pets] = [field('bedrooms'), field('budget'), field('pets')?.slice(0, 500)];
	return {
		...propertyPart(matchProperty(context.property, context.settings), context.property, context.settings, changes),
		unit: context.property.unit,
		bedrooms: number(bedsText, 'Bedrooms', readBedrooms),
		...moveInOf(found.moveIn[0], context, changes, facts?.moveIn ?? []),
		budget: number(budgetText, 'Budget', readBudget),
		message,
		...optional(
			'bathrooms',
			number(found.bathrooms[0], 'Bathrooms', readBathrooms) ?? (bedsText === undefined ? null : readBathrooms(bedsText, true)),
		),
		...optional('budgetMin', budgetText === undefined ? null : readBudgetMin(budgetText)),
		...optional('leaseMonths', number(found.leaseMonths[0], 'Lease length', readCount)),
		...optional('occupants', number(field('occupants'), 'Occupants', readOccupants)),
		...optional('pets', pets === undefined || saysNothing(pets) ? null : pets),
	};
}

function moveInOf(
	text: string | undefined,
	{ settings, occurredAt }: InterestContext,
	changes: Reason[],
	inMessage: readonly TimeSaid[],
): Pick<InquiryInterest, 'moveIn' | 'moveInWindow'> {
	const today = localTime(settings.timeZone, Date.parse(occurredAt)).date;
	const given = text === undefined || saysNothing(text) ? null : text.slice(0, 200);
	const told = given === null ? inMessage : [{ words: given, said: given }];
	for (const { words, said } of told) {
		const read = readMoveIn(words, settings.country, today);
		// Words of a message that are no date are just a message.
		if (read === null) continue;
		if (read.date === said) return { moveIn: said };
		const span = read.from === read.to ? '' : `, from ${read.from} to ${read.to}`;
		changes.push(reason('move_in_read', `Move-in "${said}" was read as ${read.date}${span}.`));
		return { moveIn: read.date, moveInWindow: { from: read.from, to: read.to, said } };
	}
	return { moveIn: given };
}

function optional<Key extends string, Value>(key: Key, value: Value | null): { [key in Key]?: Value } {
	return (value === null ? {} : { [key]: value }) as { [key in Key]?: Value };
}

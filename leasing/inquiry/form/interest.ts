import { localTime } from '../../hours/localTime';
import type { PortfolioSettings } from '../../portfolio/portfolio';
import { matchProperty } from '../../property/matchProperty';
import type { PropertyEvidence } from '../../property/propertyMatch';
import { readUnit, splitUnit } from '../../property/unit';
import { reason, type Reason } from '../../reason';
import { factsInMessage } from '../interest/inMessage';
import { readMoveIn } from '../interest/moveIn';
import type { InquiryInterest } from '../inquiry';
import type { FoundFields } from './findFields';
import { readBathrooms, readBedrooms, readBudget, readBudgetMin, readCount } from './values';

export interface InterestContext {
	settings: PortfolioSettings;
	/** ISO 8601: "next month" is counted from here. */
	occurredAt: string;
	/** What tells the property beside the fields: the number called, the mailbox written to, a subject. */
	property?: Partial<Pick<PropertyEvidence, 'calledNumbers' | 'mailboxes' | 'texts'>> | undefined;
	/** The message is the renter's own, so what it says about bedrooms and moving counts where no field says it. */
	renterWrote?: boolean | undefined;
}

/** Longer is a pasted document; the raw item still has it. */
export const LONGEST_MESSAGE = 20_000;

/** Reads what the renter is looking for. A value that cannot be read is named in `changes`; the raw item still has it. */
export function readInterest(found: FoundFields, context: InterestContext, changes: Reason[]): InquiryInterest {
	const number = (text: string | undefined, label: string, read: (text: string) => number | null): number | null => {
		if (text === undefined || SAYS_NOTHING.test(text.trim())) return null;
		const value = read(text);
		if (value === null) changes.push(reason('value_unreadable', `${label} "${text.slice(0, 80)}" could not be read as a number and was left out.`));
		return value;
	};
	const message = found.message[0]?.slice(0, LONGEST_MESSAGE) ?? null;
	const facts = context.renterWrote === true && message !== null ? factsInMessage(message) : null;
	const bedsText = found.bedrooms[0] ?? facts?.bedrooms ?? undefined;
	if (facts !== null && found.bedrooms[0] === undefined) changes.push(...facts.notes);
	const pets = found.pets[0]?.slice(0, 500);
	return {
		...readProperty(found, context, message, changes),
		bedrooms: number(bedsText, 'Bedrooms', readBedrooms),
		...moveInOf(found.moveIn[0], context, changes, facts?.moveIn ?? null),
		budget: number(found.budget[0], 'Budget', readBudget),
		message,
		...optional('bathrooms', number(found.bathrooms[0], 'Bathrooms', readBathrooms) ?? (bedsText === undefined ? null : readBathrooms(bedsText, true))),
		...optional('budgetMin', found.budget[0] === undefined ? null : readBudgetMin(found.budget[0])),
		...optional('leaseMonths', number(found.leaseMonths[0], 'Lease length', readCount)),
		...optional('occupants', number(found.occupants[0], 'Occupants', readCount)),
		...optional('pets', pets === undefined || SAYS_NOTHING.test(pets.trim()) ? null : pets),
	};
}

/** What forms and reports write into a field that nobody filled. */
const SAYS_NOTHING = /^(?:-|--|- ?\/ ?-|n\/?a|null|undefined|any|no preference|not specified)$/i;

type PropertyPart = Pick<InquiryInterest, 'propertyKey' | 'propertyName' | 'unit' | 'property'>;

function readProperty(found: FoundFields, { settings, property: more }: InterestContext, message: string | null, changes: Reason[]): PropertyPart {
	const named = found.property[0] ?? null;
	const address = found.address[0] ?? null;
	const match = matchProperty(
		{
			names: found.property.slice(0, 5),
			addresses: found.address.slice(0, 5),
			listingIds: found.listingId.slice(0, 5),
			calledNumbers: [...(more?.calledNumbers ?? []), ...found.trackingNumber].slice(0, 5),
			mailboxes: more?.mailboxes ?? [],
			texts: [...(more?.texts ?? []), ...(message === null ? [] : [message])],
			unit: null,
		},
		settings,
	);
	const property = settings.properties.find(({ key }) => key === match.key) ?? null;
	if (property === null && match.reasons[0] !== undefined && match.reasons[0].code !== 'property_not_named') changes.push(match.reasons[0]);
	return { propertyKey: property?.key ?? null, propertyName: property?.name ?? named ?? address, unit: unitOf(found, [named, address], message, changes), property: match };
}

/** The unit as given, or as it stands in the property or the address; in a message only behind a word that means unit. */
function unitOf(found: FoundFields, places: readonly (string | null)[], message: string | null, changes: Reason[]): string | null {
	const given = found.unit[0];
	if (given !== undefined && !SAYS_NOTHING.test(given.trim())) return readUnit(given);
	for (const place of places) {
		const unit = place === null ? null : splitUnit(place).unit;
		if (unit === null) continue;
		changes.push(reason('unit_split', `The unit ${unit} was taken from "${place?.slice(0, 80)}".`));
		return unit;
	}
	const said = message === null ? undefined : /\b(?:unit|apt\.?|apartment) ?#? ?(\d{1,5}[a-z]?)\b(?! ?(?:bed|br|bath|sq|month|\/))/i.exec(message.slice(0, LONGEST_MESSAGE))?.[1];
	if (said === undefined) return null;
	changes.push(reason('unit_in_message', `The unit ${said.toUpperCase()} was taken from the message.`));
	return said.toUpperCase();
}

function moveInOf(text: string | undefined, { settings, occurredAt }: InterestContext, changes: Reason[], inMessage: string | null): Pick<InquiryInterest, 'moveIn' | 'moveInWindow'> {
	const given = text === undefined || SAYS_NOTHING.test(text.trim()) ? null : text.slice(0, 200);
	const said = given ?? inMessage;
	if (said === null) return { moveIn: null };
	const read = readMoveIn(said, settings.country, localTime(settings.timeZone, Date.parse(occurredAt)).date);
	// Words of a message that are no date are just a message.
	if (read === null) return { moveIn: given };
	if (read.date === said) return { moveIn: said };
	const span = read.from === read.to ? '' : `, from ${read.from} to ${read.to}`;
	changes.push(reason('move_in_read', `Move-in "${said}" was read as ${read.date}${span}.`));
	return { moveIn: read.date, moveInWindow: { from: read.from, to: read.to, said } };
}

function optional<Key extends string, Value>(key: Key, value: Value | null): { [key in Key]?: Value } {
	return (value === null ? {} : { [key]: value }) as { [key in Key]?: Value };
}

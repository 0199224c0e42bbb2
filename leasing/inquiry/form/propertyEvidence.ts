import type { PropertyEvidence } from '../../property/propertyMatch';
import { readUnit, splitUnit } from '../../property/unit';
import { reason, type Reason } from '../../reason';
import type { FoundFields } from './findFields';
import { saysNothing } from './values';

/** Longer is a pasted document; the raw item still has it. */
const LONGEST_MESSAGE = 20_000;
/** Of each kind; an inquiry that names more properties than this means none of them. */
const MOST = 5;

/** What tells the property beside the fields: the number called, the mailbox written to, a subject. */
export type BesideFields = Pick<PropertyEvidence, 'calledNumbers' | 'mailboxes' | 'texts'>;

/** Everything in an inquiry that tells which property and which unit it is about. A unit that was taken out of a text is named in `changes`. */
export function propertyEvidence(found: FoundFields, beside: BesideFields, changes: Reason[]): PropertyEvidence {
	const message = messageOf(found);
	return {
		names: found.property.slice(0, MOST),
		addresses: found.address.slice(0, MOST),
		listingIds: found.listingId.slice(0, MOST),
		calledNumbers: [...beside.calledNumbers, ...found.trackingNumber].slice(0, MOST),
		mailboxes: beside.mailboxes,
		texts: [...beside.texts, ...(message === null ? [] : [message])],
		unit: unitOf(found, message, changes),
	};
}

/** The renter's message, at a length that rules can read. */
export function messageOf(found: FoundFields): string | null {
	return found.message[0]?.slice(0, LONGEST_MESSAGE) ?? null;
}

/** The unit as given, or as it stands in the property or the address; in a message only behind a word that means unit. */
function unitOf(found: FoundFields, message: string | null, changes: Reason[]): string | null {
	const given = found.unit[0];
	if (given !== undefined && !saysNothing(given)) return readUnit(given);
	for (const place of [found.property[0], found.address[0]]) {
		const unit = place === undefined ? null : splitUnit(place).unit;
		if (unit === null) continue;
		changes.push(reason('unit_split', `The unit ${unit} was taken from "${place?.slice(0, 80)}".`));
		return unit;
	}
	const said =
		message === null
			? undefined
			: /\b(?:unit|apt\.?|apartment) ?#? ?(\d{1,5}[a-z]?)\b(?! ?(?:bed|br|bath|sq|month|\/))/i.exec(message)?.[1];
	if (said === undefined) return null;
	changes.push(reason('unit_in_message', `The unit ${said.toUpperCase()} was taken from the message.`));
	return said.toUpperCase();
}

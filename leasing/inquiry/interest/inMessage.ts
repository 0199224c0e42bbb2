import { reason, type Reason } from '../../reason';
import { readBedrooms } from '../form/values';

const LONGEST = 2_000;
const BEDROOMS = /\b(?:studio|efficiency|(?:\d|one|two|three|four|five)[ -]?(?:br|bd|bed(?:room)?s?)(?![a-z]))/i;
const MOVE_IN = /\bmov(?:e|ing)(?:[- ]?in)?(?: date)?(?: is| would be)?(?: on| by| around| about| in| at| for| the)* ?([^.?!,;\n]{2,40})/i;

/** What a renter's own message tells where no field does; each with the reason that says so. */
export interface MessageFacts {
	bedrooms: string | null;
	moveIn: string | null;
	notes: Reason[];
}

/** Looks for bedrooms and a move-in date in a message. The date is only found here; what it means is read like any other. */
export function factsInMessage(message: string): MessageFacts {
	const text = message.slice(0, LONGEST);
	const bedrooms = BEDROOMS.exec(text)?.[0] ?? null;
	const count = bedrooms === null ? null : readBedrooms(bedrooms);
	const moveIn = MOVE_IN.exec(text)?.[1]?.trim() ?? null;
	return {
		bedrooms: count === null ? null : bedrooms,
		moveIn,
		notes: count === null ? [] : [reason('bedrooms_in_message', `Bedrooms "${bedrooms}" was taken from the message.`)],
	};
}

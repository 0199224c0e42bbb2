import { reason, type Reason } from '../../reason';
import { moveInSaid, type TimeSaid } from './moveInSaid';
import { occupantsIn } from './occupants';
import { petsIn } from './pets';
import { budgetIn } from './rent';
import { bedroomsIn, readBedrooms } from './rooms';

const LONGEST = 2_000;

/** What a renter's own message tells where no field does. Nothing but the words is found here; what they mean is read like any other's. */
export interface MessageFacts {
	bedrooms: string | null;
	budget: string | null;
	occupants: string | null;
	pets: string | null;
	/** Best first; the first that tells a date counts. */
	moveIn: TimeSaid[];
}

/** Looks for bedrooms, rent, people, animals and a move-in date in a message. */
export function factsInMessage(message: string): MessageFacts {
	const text = message.slice(0, LONGEST);
	const bedrooms = bedroomsIn(text);
	return {
		bedrooms: bedrooms === null || readBedrooms(bedrooms) === null ? null : bedrooms,
		budget: budgetIn(text),
		occupants: occupantsIn(text)?.words ?? null,
		pets: petsIn(text),
		moveIn: moveInSaid(text),
	};
}

/** Says that a value stood in the message only. */
export function takenFromMessage(field: 'bedrooms' | 'budget' | 'occupants' | 'pets', words: string): Reason {
	const label = { bedrooms: 'Bedrooms', budget: 'Budget', occupants: 'Occupants', pets: 'Pets' }[field];
	return reason(`${field}_in_message`, `${label} "${words.slice(0, 80)}" was taken from the message.`);
}

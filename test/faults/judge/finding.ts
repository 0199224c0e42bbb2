import type { PlacedCall } from '../calls/placedCall';

/** Something that is not as promised, or that a person has to look at. */
export interface Finding {
	/**
	 * `lost`: something that was answered with success has left no trace, or its work was not done. `doubled`: done twice.
	 * `wrong`: done, but not as promised (a text after an opt-out, other words). `person`: handed to somebody, with a reason.
	 */
	kind: 'lost' | 'doubled' | 'wrong' | 'person';
	/** The call it is about, if it is about one. */
	call: PlacedCall | null;
	/** Whose story is to be told, E.164; null when it is about the run as a whole. */
	phone: string | null;
	sentence: string;
}

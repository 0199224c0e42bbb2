import type { CallerKind } from '../../directory/recognize';
import type { PersonKind } from '../../directory/directory';
import type { Happening, Route } from './plan';

/** What happened, in words for the people who read it in Buildium. */
export interface Occurrence {
	/** Unique for ever: made from the event. One occurrence is one record. */
	key: string;
	what: Happening;
	/** ISO 8601, UTC. */
	at: string;
	/** One line, for a title. */
	summary: string;
	/** Further lines. */
	details: string[];
}

/** Everything that the choice of a route depends on. Ids are Buildium's. */
export interface WriteBackFacts {
	occurrence: Occurrence;
	caller: {
		kind: CallerKind;
		/** Null when it is nobody's, or could be several people's record. */
		person: { kind: PersonKind; id: string; name: string | null } | null;
		/** The resident's lease. */
		leaseId: string | null;
		/** Names of the people it could be, when `person` is null. */
		candidates: string[];
		applicantId: string | null;
	};
	contact: { firstName: string | null; lastName: string | null; /** E.164. */ phone: string | null; email: string | null };
	propertyId: string | null;
	/** Counts only together with its property. */
	unitId: string | null;
	/** Staff user who gets a contact request; null: none could be found. */
	assigneeId: string | null;
	/** Records that were written for this renter before. */
	earlier: { contactRequestId: string | null; applicantId: string | null };
	/** Routes that Buildium has refused to this key lately. */
	refused: readonly Route[];
	choices: {
		/** Make an applicant instead of a contact request, once first and last name are known. */
		makeApplicant: boolean;
		/** Let Buildium e-mail a new applicant the application. */
		sendApplication: boolean;
		categoryId: string | null;
		priority: 'Low' | 'Normal' | 'High';
		/** ISO date. */
		dueDate: string;
	};
	/** ISO 3166 country, for how numbers are written. */
	country: string;
}

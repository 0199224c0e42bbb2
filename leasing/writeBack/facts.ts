import type { PersonKind } from '../directory/directory';
import type { CallerKind } from '../directory/recognize';
import type { Occurrence } from './occurrence';

/** A member of staff, as far as it matters who gets a task. */
export interface StaffUser {
	id: string;
	fullName: string | null;
	emails: readonly string[];
	active: boolean;
}

/** Everything that the choice of a place in a property-management system depends on. Ids are that system's, as text. */
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
	/** The property it is about, with what the directory keeps of it; the details are null where it is not in the directory. */
	property: { id: string; details: Record<string, unknown> | null } | null;
	/** Everybody on the staff of that system, the inactive ones too. */
	staff: readonly StaffUser[];
	/** Ids of records that were written for this renter before, by type of record. */
	earlier: Readonly<Record<string, string>>;
	/** Routes that the system has refused to this key lately. */
	refused: readonly string[];
	/** ISO 3166 country, for how numbers are written. */
	country: string;
	/** ISO date where the company is. */
	today: string;
}

import type { NewPerson, NewPlace, PersonKind, PlaceKind, Tenancy } from '../../../leasing/directory/directory';
import type { ReadContext } from '../../../leasing/directory/readContext';
import type { Reply } from '../../../leasing/rest/refusedError';
import type { Millis } from '../../../leasing/time';
import type { CursorPage } from '../../rest/pages';

/** What the records of a list are to the directory, and how each is read; null: it cannot be, and is passed over. */
export type ListReads =
	| { into: 'people'; kind: PersonKind; from(record: unknown, context: ReadContext): NewPerson | null }
	| { into: 'places'; kind: PlaceKind; from(record: unknown): NewPlace | null }
	/**
	 * Says what changed about residents. A first pass is not needed, since residents carry their leases: it begins where the list
	 * named `after` began.
	 */
	| { into: 'tenancies'; after: string; from(record: unknown): Array<{ residentId: string; tenancy: Tenancy }> };

/** What a list of a provider is, apart from how it is asked for. */
export interface DirectoryList {
	/** Names its place in the store; never change one. */
	name: string;
	label: string;
	/** Whether it can be asked for what changed since a time. The others are read whole each time. */
	changesOnly: boolean;
	reads: ListReads;
}

/** A list of a provider that can be copied page by page. */
export interface DirectorySource extends DirectoryList {
	/**
	 * @param cursor where to go on, as this source gave it; plain JSON, kept in the store; null: at the beginning
	 * @param since only what changed since; null: everything
	 */
	page(cursor: unknown, since: Millis | null): Promise<Reply<CursorPage<unknown, unknown>>>;
	/** How far back changes can be asked for; a list not copied for so long is read whole. */
	longestSince?: Millis;
	/** How long a cursor may be used after it was given; a pass that stood still for longer begins again. */
	cursorsLast?: Millis;
}

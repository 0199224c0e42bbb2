import type { Millis } from '../../leasing/time';

/** What a cursor is found by. */
export interface CursorOf {
	portfolio: string;
	/** Whose it is: a provider, a mailbox, a trigger. */
	scope: string;
	/** Of what: one list, one folder, one kind of record. */
	name: string;
}

export interface StoredCursor {
	/** Where it stands, in the words of whoever reads. */
	position: unknown;
	/** Counts up with every move; 0 before the first. */
	revision: number;
	updatedAt: Millis;
}

/** How far something has come that is read piece by piece, so that a run that is killed goes on where it was. */
export interface CursorFamily {
	get(of: CursorOf): Promise<StoredCursor | null>;
	/**
	 * Keeps a new position. In one transaction with what was read up to there, a run that is killed loses at most the piece it was at.
	 * @param revision the one that was read (0: there was none)
	 * @returns false when somebody else has moved it meanwhile; nothing changes then
	 */
	move(of: CursorOf, position: unknown, revision: number): Promise<boolean>;
}

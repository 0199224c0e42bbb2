/**
 * All times in milliseconds. A phone system waits 15 seconds for our answer (Twilio), so nothing may take longer than that and
 * still be of use.
 */
export const LIMITS = {
	/** Connections of one process to one store. One holds the running transaction; the others answer meanwhile. */
	connections: 5,
	/** One attempt to connect. */
	connect: 5_000,
	/** How long a step goes on trying to connect: a restart of Postgres takes a second or two. */
	reconnect: 4_000,
	/** Waiting for a lock, as long as on SQLite. Steps hold theirs for milliseconds. */
	lock: 5_000,
	/** One statement at the server. Ours take milliseconds; this ends one that went wrong. */
	statement: 12_000,
	/** One statement as seen from here: a little more, for the case that the server is gone without a word. */
	answer: 14_000,
	/**
	 * A transaction that asks nothing. It is awaiting something else than the store, or its process hangs, and everybody else waits
	 * for its lock: the server ends it, and nothing of it is kept. Long enough for an n8n that is busy for some seconds.
	 */
	idleInTransaction: 10_000,
	/** A connection that nobody needs. */
	idle: 30_000,
} as const;

/**
 * Something about the machine or the set-up that a person can mend: the message is a whole sentence for that person,
 * shown without a stack trace.
 */
export class SetupError extends Error {
	override readonly name = 'SetupError';
}

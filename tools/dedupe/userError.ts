/** A mistake that the user can mend; its message says how. Everything else that is thrown is a bug of ours. */
export class UserError extends Error {
	override readonly name = 'UserError';
}

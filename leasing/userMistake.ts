/** A mistake in settings or input, said so that the user can mend it. Everything below n8n may throw it; nodes turn it into n8n's error. */
export class UserMistake extends Error {
	/** @param message what is wrong @param advice what to do, in one or two sentences */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'UserMistake';
	}
}

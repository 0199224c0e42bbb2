/** A request that is answered with an error. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly userMessage: string,
		/** Only 422 was seen to say more than a sentence. */
		readonly errors: Array<{ Key: string; Value: string }> = [],
	) {
		super(userMessage);
	}

	get body(): object {
		return { UserMessage: this.userMessage, ErrorCode: null, Errors: this.errors };
	}
}

export function notFound(): Refusal {
	return new Refusal(404, 'The requested resource could not be found.');
}

/** The data cannot be used. @param key field of the body or name of the filter */
export function unusable(key: string, value: string): Refusal {
	return new Refusal(422, 'The request data could not be used to fulfill the request.', [{ Key: key, Value: value }]);
}

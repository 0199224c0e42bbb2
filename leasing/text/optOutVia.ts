/** How we learn that somebody does not want to be texted, or does again. */
export const OPT_OUT_WAYS = ['reply', 'reply_unclear', 'staff'] as const;

/** One of the known ways, or a provider's refusal under its own code: `provider_error_21610`. */
export type OptOutVia = (typeof OPT_OUT_WAYS)[number] | `provider_error_${string}`;

const PROVIDER_ERROR = /^provider_error_\w+$/;

export function isOptOutVia(word: string): word is OptOutVia {
	return OPT_OUT_WAYS.some((known) => known === word) || PROVIDER_ERROR.test(word);
}

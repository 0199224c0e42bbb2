import type { RefusalCode } from './refusalCode';

/** The request that an answer is about. The query is left out: it may hold a person's phone number. */
export interface AskedFor {
	method: string;
	path: string;
}

/** What came back, whatever it is worth. */
export interface Answer {
	/** Also beyond 599: some vendors have statuses of their own. */
	status: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, unknown>>;
	/** Parsed where it was JSON. */
	body: unknown;
}

/** How one vendor's answers are read, and how they are spoken of. Stands in the vendor's own room. */
export interface Vendor {
	/** As in "Buildium refused it". */
	name: string;
	/** What an answer means; null: it was done. `plainMeaning` is what most mean. */
	meaning(answer: Answer): RefusalCode | null;
	/** What the vendor itself says about a refusal. */
	sayings(answer: Answer): { said: string | null; fields: Array<{ field: string; message: string }>; requestId: string | null };
	/** What the user can do, in one or two sentences. `plainAdvice` is what holds for most. */
	advice(code: RefusalCode, asked: AskedFor): string;
}

/** What a status means by HTTP's own rules. */
export function plainMeaning(status: number): RefusalCode | null {
	if (status >= 200 && status < 300) return null;
	if (status === 401) return 'wrong_keys';
	if (status === 403) return 'no_permission';
	if (status === 404) return 'not_found';
	if (status === 429) return 'too_many';
	// 408 comes from gateways, and says no more about what was done than a 504 does.
	return status === 408 || (status >= 500 && status < 600) ? 'unavailable' : 'invalid';
}

/** @param name the vendor's, as people know it */
export function plainAdvice(name: string, code: RefusalCode): string {
	switch (code) {
		case 'wrong_keys':
			return 'Check the keys in the credential.';
		case 'no_permission':
			return `Allow it for these keys in ${name}, and check that they are not limited to other properties.`;
		case 'not_found':
			return `Check the ID. It may belong to another kind of record, to another ${name} account, or the record was deleted.`;
		case 'too_many':
			return 'Other programs may use the same keys. Run this workflow again later.';
		case 'unavailable':
		case 'no_answer':
			return `Run it again later. If it stays so, check ${name}'s status page and that n8n may reach the address in the credential.`;
		case 'unsure':
			return `Look in ${name} before you run this again.`;
		case 'bad_answer':
			return `Check that the address in the credential is ${name}'s, and not that of a proxy or a login page.`;
		case 'invalid':
			return 'Correct the fields named above, and run it again.';
	}
}

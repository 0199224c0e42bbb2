import { FORM_FIELDS, plainKey, type FormField } from './fieldMap';
import { FIELD_NAMES, QUESTION_WORDS } from './fieldNames.data';

/** A field that a name stands for; of several hits the lowest rank wins. */
export interface NamedField {
	field: FormField;
	rank: number;
}

/** Names of fields as somebody extends them: field to further names, in any spelling. */
export type MoreNames = { readonly [field in FormField]?: readonly string[] | undefined };

/** Which field a key, a column or a label stands for. */
export class FieldNames {
	private readonly byName = new Map<string, NamedField>();

	/** @param more names beside the usual ones; they win over these */
	constructor(more: MoreNames = {}) {
		for (const field of FORM_FIELDS) {
			const own = (more[field] ?? []).map(plainKey);
			[...own, ...FIELD_NAMES[field]].forEach((name, rank) => {
				if (name !== '' && (rank < own.length || !this.byName.has(name))) this.byName.set(name, { field, rank: rank - own.length });
			});
		}
	}

	/** @param plain as plainKey gives it */
	ofName(plain: string): NamedField | null {
		return this.byName.get(plain) ?? null;
	}

	/** The field that a whole question asks for; null when it is no question of ours. */
	ofQuestion(text: string): NamedField | null {
		const words = text
			.slice(0, LONGEST_QUESTION)
			.toLowerCase()
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim();
		// A key of two words is a name; guessing from it would take `pets_policy_url` for the renter's pets.
		if (words.split(' ').length < FEWEST_WORDS) return null;
		const index = QUESTION_WORDS.findIndex(([, pattern]) => pattern.test(words));
		const field = QUESTION_WORDS[index]?.[0];
		return field === undefined ? null : { field, rank: 1_000 + index };
	}
}

const LONGEST_QUESTION = 200;
const FEWEST_WORDS = 3;

export const USUAL_NAMES = new FieldNames();

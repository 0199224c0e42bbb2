import type { Millis } from '../../leasing/time';

/** What is known about a phone number itself, whoever it belongs to: learnt from Lookup or from a failed delivery. */
export interface PhoneFact {
	phone: string;
	/** Twilio Lookup's words: `mobile`, `landline`, `fixedVoip`, `nonFixedVoip`, `tollFree`, …; null when only `textable` is known. */
	lineType: string | null;
	/** False after a definite "cannot receive texts" (30006, 21614, 21635). Null: nothing known. */
	textable: boolean | null;
	/** `lookup` or `provider_error_30006` and the like. */
	via: string;
	learnedAt: Millis;
}

export interface PhoneFactFamily {
	/** Inserts or replaces what is known about `fact.phone`; a null in the new fact leaves what was known. */
	save(fact: PhoneFact): Promise<void>;
	get(phone: string): Promise<PhoneFact | null>;
}

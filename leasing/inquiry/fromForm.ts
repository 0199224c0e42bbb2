import type { PortfolioSettings } from '../portfolio/portfolio';
import { reason } from '../reason';
import type { Millis } from '../time';
import { assemble, type AssembleResult } from './assemble';
import type { FieldMap } from './form/fieldMap';
import { readForm } from './formats/json/readForm';
import type { Channel } from './inquiry';

export interface FormContext {
	settings: PortfolioSettings;
	/** Who sent the form; with the submission id it tells repeats apart. Default `form`. */
	provider?: string;
	/** Default `form`. */
	channel?: Channel;
	/** Where these forms come from when they do not say it themselves, in any spelling. */
	defaultSource?: string;
	receivedAt: Millis;
}

export type FormResult = AssembleResult;

/**
 * Reads a web form, or any JSON object, as an inquiry. Nested groups and lists are fine. For items of any format, and for
 * items that hold several leads, there is `readLeads`.
 * @param map where our fields stand; fields that it leaves out are looked for by their usual names
 * @returns reasons when nothing in it could be a renter: no phone, e-mail, name or message
 */
export function inquiryFromForm(input: unknown, map: FieldMap, context: FormContext): FormResult {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		return {
			ok: false,
			reasons: [reason('not_an_object', 'The item is not a group of fields. Connect a step that gives one item for each form.')],
		};
	}
	const { lead, evidence } = readForm(input, map);
	return assemble(lead, input, evidence, undefined, context);
}

import { READING } from '../../limits/limits';
import { reason, type Reason } from '../../reason';
import { FORM_FIELDS, type FieldTexts, type FormField } from './fieldMap';

/** Longer is a pasted document. Everything behind this point may then try as many patterns as it likes. */
const LONGEST_MESSAGE = 20_000;
const LONGEST_VALUE = 2_000;
/** Of one field. */
const MOST_TEXTS = 50;

/** The fields of a lead and of its people at a size that the rules can read; what was cut off is named in `changes`. */
export function capped(lead: { fields: FieldTexts; people?: readonly FieldTexts[] | undefined }, changes: Reason[]): CappedLead {
	const people = lead.people?.slice(0, READING.people);
	if (lead.people !== undefined && people !== undefined && people.length < lead.people.length)
		changes.push(
			reason(
				'people_left',
				`The inquiry names more than ${READING.people} people; the first ${READING.people} were taken. Send each renter as an inquiry of their own.`,
			),
		);
	return {
		fields: cappedFields(lead.fields, changes),
		...(people === undefined ? {} : { people: people.map((fields) => cappedFields(fields, changes)) }),
	};
}

export interface CappedLead {
	fields: FieldTexts;
	people?: readonly FieldTexts[];
}

function cappedFields(fields: FieldTexts, changes: Reason[]): FieldTexts {
	const cut: { [field in FormField]?: readonly string[] | undefined } = { ...fields };
	for (const field of FORM_FIELDS) {
		const texts = fields[field] ?? [];
		const most = field === 'message' ? LONGEST_MESSAGE : LONGEST_VALUE;
		if (texts.length <= MOST_TEXTS && texts.every((text) => text.length <= most)) continue;
		cut[field] = texts.slice(0, MOST_TEXTS).map((text) => text.slice(0, most));
		changes.push(
			reason(
				'value_cut',
				texts.length > MOST_TEXTS
					? `The field ${field} holds ${texts.length.toLocaleString('en-US')} values; the first ${MOST_TEXTS} were read.`
					: `The field ${field} is longer than ${most.toLocaleString('en-US')} characters; only its beginning was read.`,
			),
		);
	}
	return cut;
}

import { FORM_FIELDS, plainKey, type FieldMap, type FieldTexts } from '../../form/fieldMap';
import { USUAL_NAMES, type FieldNames } from '../../form/fieldNames';
import { findFields } from '../../form/findFields';
import { leavesOf } from '../../form/leaves';
import { reason, type Reason } from '../../../reason';
import { evidenceIn, type SourceEvidence } from '../../sourceEvidence';
import type { RawLead } from '../rawLead';
import { PEOPLE_LISTS } from '../lists.data';
import { isGroup } from '../unwrap';

/** Reads any group of fields by a map and by the usual names. */
export function readForm(input: object, map: FieldMap, names: FieldNames = USUAL_NAMES): { lead: RawLead; evidence: SourceEvidence } {
	const people = peopleIn(input, names);
	const content = findFields(people === null ? input : people.rest, map, names);
	const notes: Reason[] = content.mappedToNothing.map(({ field, path }) =>
		reason('mapped_field_missing', `The field map looks for ${field} at "${path}", but nothing stands there.`),
	);
	const lead: RawLead = { channel: 'form', provider: 'form', fields: content.found, notes, present: content.present };
	return {
		lead: people === null ? lead : { ...lead, people: withMain(content.found, people.groups) },
		evidence: evidenceIn(leavesOf(input)),
	};
}

const DEEPEST = 4;
/** How many there are is said with the inquiry; more are never looked at. */
const MOST_PEOPLE = 200;

interface PeopleIn {
	groups: FieldTexts[];
	/** The input without the list. */
	rest: object;
}

/** Finds a list of two or more people. One alone is read like any other group. */
function peopleIn(input: object, names: FieldNames, depth = 0): PeopleIn | null {
	if (depth > DEEPEST || Array.isArray(input)) return null;
	for (const [key, value] of Object.entries(input).slice(0, MOST_KEYS)) {
		if (Array.isArray(value) && PEOPLE_LISTS.has(plainKey(key))) {
			const groups = value
				.slice(0, MOST_PEOPLE)
				.filter(isGroup)
				.map((person) => personFields(person, names))
				.filter(isSomebody);
			const additional = /^(?:coapplicants|roommates|additionalpeople|occupants|householdmembers)$/.test(plainKey(key));
			if (groups.length > 1 || (additional && groups.length === 1)) return { groups, rest: { ...input, [key]: null } };
		} else if (isGroup(value)) {
			const inner = peopleIn(value, names, depth + 1);
			if (inner !== null) return { groups: inner.groups, rest: { ...input, [key]: inner.rest } };
		}
	}
	return null;
}

const MOST_KEYS = 200;
const PERSON_FIELDS = ['firstName', 'lastName', 'fullName', 'phone', 'email'] as const;

function personFields(person: object, names: FieldNames): FieldTexts {
	const { found } = findFields(person, {}, names);
	return Object.fromEntries(PERSON_FIELDS.map((field) => [field, found[field]]));
}

function isSomebody(fields: FieldTexts): boolean {
	return PERSON_FIELDS.some((field) => (fields[field] ?? []).length > 0);
}

/** The person outside the list comes first, unless it is one of the list. */
function withMain(found: FieldTexts, groups: readonly FieldTexts[]): FieldTexts[] {
	const main: FieldTexts = Object.fromEntries(PERSON_FIELDS.map((field) => [field, found[field]]));
	const repeated = groups.some((group) =>
		(['email', 'phone', 'fullName', 'firstName'] as const).some((field) =>
			(main[field] ?? []).some((text) => (group[field] ?? []).includes(text)),
		),
	);
	return isSomebody(main) && !repeated ? [main, ...groups] : [...groups];
}

/** Fields of `over` where they say something, else those of `under`. */
export function overlaid(over: FieldTexts, under: FieldTexts): FieldTexts {
	return Object.fromEntries(FORM_FIELDS.map((field) => [field, (over[field] ?? []).length > 0 ? over[field] : under[field]]));
}

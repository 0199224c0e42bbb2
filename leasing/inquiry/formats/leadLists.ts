import { READING } from '../../limits/limits';
import { plainKey, WRAPPERS, type FormField } from '../form/fieldMap';
import type { FieldNames } from '../form/fieldNames';
import { findFields } from '../form/findFields';
import { LEAD_LISTS, NO_RENTERS, PEOPLE_LISTS } from './lists.data';
import { fromText, isGroup } from './unwrap';

type Group = Readonly<Record<string, unknown>>;

interface FoundList {
	list: readonly unknown[];
	about: Group;
	inPlace: boolean;
}

/** The lists of inquiries in a group. */
export interface LeadLists {
	lists: readonly FoundList[];
	/** The group without them. */
	rest: Group;
	/** The rest names somebody, with a phone or an e-mail. */
	somebodyBeside: boolean;
}

const DEEPEST = 6;
const MOST_KEYS = 200;
/** Entries that are looked at to tell what a list is. */
const SAMPLES = 20;
/** What an envelope may say for all. */
const FOR_ALL: ReadonlySet<FormField | undefined> = new Set(['property', 'address', 'listingId', 'trackingNumber', 'source', 'campaign']);

/** Finds the lists whose entries look like inquiries of different people. @returns null when there is none */
export function leadListsIn(body: Group, names: FieldNames): LeadLists | null {
	if (!holdsList(body, 0)) return null;
	const lists: FoundList[] = [];
	const rest = withoutLists(body, { names, about: {}, somebody: false, depth: 0 }, lists);
	// A list of one whose fields count as standing outside is read where it stands; beside another list it is one more list.
	if (lists.length === 0 || (lists.length === 1 && lists[0]?.inPlace === true)) return null;
	const beside = faceOf(rest, names);
	return { lists, rest, somebodyBeside: beside.name !== null && (beside.phone !== null || beside.email !== null) };
}

/** Quick, because nearly every inquiry comes alone. */
function holdsList(body: Group, depth: number): boolean {
	return Object.values(body)
		.slice(0, MOST_KEYS)
		.some((value) =>
			Array.isArray(value)
				? value.slice(0, SAMPLES).some((one) => typeof one === 'object' || typeof one === 'string')
				: isGroup(value) && depth < DEEPEST && holdsList(value, depth + 1),
		);
}

interface Around {
	names: FieldNames;
	about: Group;
	/** One of the groups around names a person itself, so a list in it may be anything of theirs. */
	somebody: boolean;
	depth: number;
}

function withoutLists(body: Group, around: Around, lists: FoundList[]): Group {
	const entries = Object.entries(body).slice(0, MOST_KEYS);
	const inner = entries.filter(([, value]) => typeof value === 'object' && value !== null);
	if (inner.length === 0) return body;
	const plain = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'object'));
	const face = faceOf(plain, around.names);
	const here: Around = {
		...around,
		depth: around.depth + 1,
		about: { ...around.about, ...forAll(plain, around.names) },
		somebody: around.somebody || face.phone !== null || face.email !== null,
	};
	let rest: Record<string, unknown> | null = null;
	for (const [key, value] of inner) {
		if (Array.isArray(value)) {
			const kind = kindOf(plainKey(key), value, here);
			if (kind === 'no_leads') continue;
			lists.push({ list: value, about: here.about, inPlace: kind === 'one_in_place' });
			(rest ??= { ...body })[key] = null;
		} else if (around.depth < DEEPEST && !NO_RENTERS_IN.has(plainKey(key))) {
			const without = withoutLists(value as Group, here, lists);
			if (without !== value) (rest ??= { ...body })[key] = without;
		}
	}
	return rest ?? body;
}

const NO_RENTERS_IN: ReadonlySet<string> = new Set(['headers', 'metadata', 'meta']);

function forAll(plain: Group, names: FieldNames): Group {
	return Object.fromEntries(Object.entries(plain).filter(([key]) => FOR_ALL.has(names.ofName(plainKey(key))?.field)));
}

function kindOf(key: string, list: readonly unknown[], { names, somebody }: Around): 'leads' | 'one_in_place' | 'no_leads' {
	if (NO_RENTERS.test(key)) return 'no_leads';
	const faces = samplesOf(list).map((one) => faceOf(one, names));
	if (PEOPLE_LISTS.has(key)) {
		const people = faces.filter(({ name, phone, email }) => name !== null || phone !== null || email !== null);
		return people.length > READING.people || (people.length > 1 && people.every(({ inquiry }) => inquiry)) ? 'leads' : 'no_leads';
	}
	const usual = LEAD_LISTS.has(key);
	const reachable = faces.filter(
		({ name, phone, email }) => (phone !== null || email !== null) && ((usual && !somebody) || name !== null),
	);
	if (reachable.length === 0) return 'no_leads';
	if (reachable.length === 1) return !usual || somebody ? 'no_leads' : WRAPPERS.has(key) ? 'one_in_place' : 'leads';
	// Two phones of one person stand in lists, too; and whoever has a name of their own may bring references.
	return (usual || WRAPPERS.has(key) || !somebody) && hasDifferent(reachable) ? 'leads' : 'no_leads';
}

function samplesOf(list: readonly unknown[]): Group[] {
	const samples: Group[] = [];
	const take = (value: unknown, depth: number): void => {
		if (samples.length >= SAMPLES || depth > DEEPEST) return;
		if (Array.isArray(value)) for (const one of value.slice(0, SAMPLES) as unknown[]) take(one, depth + 1);
		else if (isGroup(value)) samples.push(value);
		else if (typeof value === 'string' && /^\s*[{[]/.test(value.slice(0, 100))) {
			const inside = fromText(value);
			if (typeof inside !== 'string') take(inside, depth + 1);
		}
	};
	take(list, 0);
	return samples;
}

interface Face {
	name: string | null;
	phone: string | null;
	email: string | null;
	/** Says something, or has a number of its own: an inquiry, not only a person. */
	inquiry: boolean;
}

function faceOf(group: Group, names: FieldNames): Face {
	const { found } = findFields(group, {}, names);
	const name = found.fullName[0] ?? ([found.firstName[0], found.lastName[0]].filter((part) => part !== undefined).join(' ') || null);
	return {
		// In a list of questions and answers the name is that of a field: "Phone number".
		name: name === null || names.ofName(plainKey(name)) !== null ? null : plainKey(name),
		phone: found.phone[0]?.slice(0, 100).replace(/\D/g, '') || null,
		email: found.email[0]?.slice(0, 300).toLowerCase() ?? null,
		inquiry: [found.message, found.submissionId, found.submittedAt].some((texts) => texts.length > 0),
	};
}

function hasDifferent([first, ...others]: readonly Face[]): boolean {
	return others.some((other) =>
		(['phone', 'email', 'name'] as const).some((part) => first?.[part] != null && other[part] !== null && first[part] !== other[part]),
	);
}

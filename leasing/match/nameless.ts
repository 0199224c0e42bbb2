import { identityKeys, kindOfKey, type KeyKind, type MatchKey } from './keys';
import { isShared, keyUse } from './keyUse';
import { RECYCLED_AFTER } from './guards';
import { ALL_FIELDS, type MatchField } from './matchFields';
import type { PreparedRecord } from './prepare';

/** Whether a record tells nobody's name: a plain call, a text. */
export function isNameless({ name }: Pick<PreparedRecord, 'name'>): boolean {
	return name.given === '' && name.surname === '';
}

/**
 * The keys that say whose a record is. A home does not: who lives together is not one person.
 * @param fields which fields may decide
 */
export function ownKeys(record: PreparedRecord, fields: ReadonlySet<MatchField> = ALL_FIELDS): MatchKey[] {
	return identityKeys(record).filter((key) => {
		const field = FIELDS[kindOfKey(key)];
		return field !== undefined && fields.has(field);
	});
}

const FIELDS: Readonly<Partial<Record<KeyKind, MatchField>>> = {
	phone: 'phone',
	email: 'email',
	relay: 'relay',
	contact: 'provider_contact',
};

/**
 * Whether a contact without a name goes to another record because of what they share. It belongs to whoever uses the number,
 * as long as only one person does: that is where staff would look for it, and the next call must not make another lead. A
 * name would have to disagree to say otherwise, and none is there. By weights alone it would be a question for a person at
 * every second call.
 * @param holders who has a key; null when too many have
 * @param apart whether a person said that two of them are two renters
 * @param fields which fields may decide
 */
export function belongsByNumber(
	one: PreparedRecord,
	other: PreparedRecord,
	holders: (key: MatchKey) => readonly PreparedRecord[] | null,
	apart: (one: string, other: string) => boolean,
	fields: ReadonlySet<MatchField>,
): boolean {
	if (!isNameless(one) && !isNameless(other)) return false;
	if (one.together !== '' && one.together === other.together) return false;
	if (one.birthDate !== '' && other.birthDate !== '' && one.birthDate !== other.birthDate) return false;
	if (gap(one, other) >= RECYCLED_AFTER) return false;
	const theirs = new Set<MatchKey>(ownKeys(other));
	return ownKeys(one, fields).some((key) => {
		if (!theirs.has(key)) return false;
		const users = holders(key);
		if (users === null || isShared(keyUse(users))) return false;
		return !users.some((user, index) => users.slice(index + 1).some((second) => apart(user.id, second.id)));
	});
}

function gap(one: PreparedRecord, other: PreparedRecord): number {
	const between = (from: number | null, to: number | null): number => (from === null || to === null ? 0 : to - from);
	return Math.max(between(one.lastSeen, other.firstSeen), between(other.lastSeen, one.firstSeen));
}

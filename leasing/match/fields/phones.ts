import { slips } from './similarity';

/** `near`: one slip apart; somebody mistyped, or two people have neighbouring numbers. */
export type PhoneLevel = 'missing' | 'exact' | 'near' | 'differs';

export function comparePhones(one: readonly string[], other: readonly string[]): { level: PhoneLevel; shared: string | null } {
	if (one.length === 0 || other.length === 0) return { level: 'missing', shared: null };
	for (const phone of one) if (other.includes(phone)) return { level: 'exact', shared: phone };
	const near = one.some((phone) => other.some((candidate) => slips(phone, candidate, 1) <= 1));
	return { level: near ? 'near' : 'differs', shared: null };
}

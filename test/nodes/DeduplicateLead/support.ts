import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import type { TakenIn } from '../../../office/intake/case';
import { takeInInquiry } from '../../../office/intake/takeInInquiry';
import type { MatchRules } from '../../../office/matching/neighbourhood';
import { newNeighbours } from '../../../office/matching/records';
import { DEFAULT_RULES } from '../../../office/matching/rules';
import type { Store } from '../../../store/port';
import { inquiry, type ExamplePerson } from '../../leasing/match/exampleInquiry';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';

export const NOON = Date.parse('2026-01-31T18:00:00.000Z');

let count = 0;

/** One inquiry after another, each with an id of its own. */
export function contact(people: ExamplePerson | ExamplePerson[], change: Partial<Inquiry> = {}): Inquiry {
	const made = inquiry([people].flat(), { providerId: `s-${++count}`, ...change });
	return {
		...made,
		people: made.people.map((person) => ({ ...person, lastName: person.fullName?.split(' ').slice(1).join(' ') || null })),
	};
}

export function call(phone: string, change: Partial<Inquiry> = {}): Inquiry {
	return contact({ phones: [phone] }, { provider: 'twilio', channel: 'call', ...change });
}

/** Works on an inquiry as the node does. */
export async function come(store: Store, one: Inquiry, rules: Partial<MatchRules> = {}): Promise<TakenIn> {
	return await store.transaction(
		async (tx) =>
			await takeInInquiry({
				tx,
				inquiry: one,
				people: newNeighbours(one),
				settings: SETTINGS,
				rules: { ...DEFAULT_RULES, ...rules },
				callBackTask: 'all',
				now: NOON,
				officeOpensAt: null,
			}),
	);
}

/** Which contacts stand together, as their names or phones; sorted, so that two stores can be compared. */
export async function groupsOf(store: Store, contacts: readonly Inquiry[]): Promise<string[][]> {
	const groups = new Map<string, string[]>();
	for (const one of contacts) {
		const { inquiry: stored } = await store.inquiries.record(one);
		const group = stored.leadId ?? `waiting ${one.providerId}`;
		groups.set(group, [...(groups.get(group) ?? []), one.providerId].sort());
	}
	return [...groups.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

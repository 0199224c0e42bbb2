import { blockingKeys, type MatchKey } from '../../../../leasing/match/keys';
import { DEFAULT_SETTINGS, lookUpLimit, Neighbourhood, type MatchSettings } from '../../../../leasing/match/neighbourhood';
import { contentKey, prepareRecord, type PreparedRecord } from '../../../../leasing/match/prepare';
import type { MatchRecord } from '../../../../leasing/match/record';

/** Takes records one at a time, as a store does, and decides again what each arrival may change. @returns the ids of each renter */
export function oneByOne(records: readonly MatchRecord[], settings: MatchSettings = DEFAULT_SETTINGS): string[][] {
	const holders = new Map<MatchKey, PreparedRecord[]>();
	const groupOf = new Map<string, string>();
	const sameContent = new Map<string, string[]>();
	for (const record of records) {
		const prepared = prepareRecord(record);
		const content = contentKey(prepared);
		const known = sameContent.get(content);
		if (known !== undefined) {
			known.push(record.id);
			continue;
		}
		sameContent.set(content, [record.id]);
		for (const key of blockingKeys(prepared)) holders.set(key, [...(holders.get(key) ?? []), prepared]);
		const around = new Neighbourhood(settings);
		around.start(prepared);
		for (let keys = around.wanted(); keys.length > 0; keys = around.wanted()) {
			for (const key of [...keys]) around.learn(key, (holders.get(key) ?? []).slice(0, lookUpLimit(key)));
		}
		for (const cluster of around.decide().clusters) for (const id of cluster) groupOf.set(id, `${record.id} ${cluster[0] ?? ''}`);
	}
	const groups = new Map<string, string[]>();
	for (const [first, ...others] of sameContent.values()) {
		const group = groupOf.get(first ?? '') ?? '';
		groups.set(group, [...(groups.get(group) ?? []), first ?? '', ...others]);
	}
	return [...groups.values()];
}

/** Clusters in one spelling, to be compared. */
export function sorted(clusters: readonly (readonly string[])[]): string[] {
	return clusters.map((cluster) => [...cluster].sort().join(' ')).sort();
}

import type { TimelineFamily } from '../port/timeline';
import { entryRow } from '../statements/timeline';
import type { BatchContext, Part } from './part';

export function batchTimeline({ waiting, ids }: BatchContext): Part<TimelineFamily> {
	return {
		methods: {
			async add(entry) {
				const row = entryRow(entry, ids.next('entry'));
				waiting.insert('timeline', row.id, row);
				await Promise.resolve();
			},
		},
		forget() {},
	};
}

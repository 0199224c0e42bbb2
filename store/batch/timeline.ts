import type { TimelineFamily } from '../port/timeline';
import { entryRow } from '../statements/timeline';
import type { BatchContext, Part } from './part';

export function batchTimeline({ waiting, ids }: BatchContext): Part<TimelineFamily> {
	return {
		methods: {
			async add(entry) {
				waiting.insert('timeline', entryRow(entry, ids.next('entry')));
				await Promise.resolve();
			},
		},
		forget() {},
	};
}

import type { INodeProperties } from 'n8n-workflow';

import { markerOf } from '../../../leasing/writeBack/marker';
import { MINUTE, type Millis } from '../../../leasing/time';
import type { BuildiumCall } from '../call';
import { written } from '../fields/output';
import { asText, fieldOf } from '../fields/read';
import type { BuildiumRecord } from '../transport';

export const keyField: INodeProperties = {
	displayName: 'Key Against Duplicates',
	name: 'onceKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. the ID of the call',
	description:
		'If set, such as the ID of the call, a short mark made from it is added to the record, and nothing is written when Buildium already has a record with that mark. So a workflow that runs twice writes once.',
};

/** Buildium's clock and ours may differ. */
const CLOCKS_DIFFER: Millis = 5 * MINUTE;

/** How a record of this run is told from others. */
export interface Mark {
	/** Stands in the record; null without a key. */
	marker: string | null;
	/** Without a marker: records older than this are not ours. */
	since: Millis;
}

export function markOf(call: BuildiumCall): Mark {
	const key = asText(fieldOf(call, 'onceKey'));
	return { marker: key === '' ? null : markerOf(key), since: call.clock.now() - CLOCKS_DIFFER };
}

/** @returns true when Buildium's time is not before; what has no time is not ruled out */
export function isSince(time: unknown, since: Millis): boolean {
	const at = Date.parse(String(time));
	return Number.isNaN(at) || at >= since;
}

type Find = () => Promise<BuildiumRecord | null>;

/**
 * Writes once: looks first when the user gave a key, and again whenever Buildium did not answer.
 * @param find the record that this write makes, if it is there
 */
export async function writeOnce(
	lookFirst: boolean,
	find: Find,
	write: (didItArrive: Find) => Promise<BuildiumRecord>,
): Promise<BuildiumRecord> {
	const there = lookFirst ? await find() : null;
	return { ...written(there ?? (await write(find))), alreadyThere: there !== null };
}

/** The first record of a list that fits; null when there is none. */
export async function firstThat(
	records: AsyncIterable<BuildiumRecord>,
	fits: (record: BuildiumRecord) => boolean,
): Promise<BuildiumRecord | null> {
	for await (const record of records) if (fits(record)) return record;
	return null;
}

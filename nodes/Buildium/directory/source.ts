import * as z from 'zod/v4';

import { timeFilter } from '../../../leasing/buildium/dates';
import type { BuildiumList } from '../../../leasing/buildium/directory/lists';
import { asReply } from '../../../leasing/rest/refusedError';
import { DAY, type Millis } from '../../../leasing/time';
import type { DirectorySource } from '../../../office/directory/sync/source';
import { PAGE_SIZE, type BuildiumClient, type Page } from '../transport';

/** Buildium refuses ranges over 365 days. */
const LONGEST: Millis = 360 * DAY;

/** Records that are asked for twice at the border of two pages: when one before them is deleted meanwhile, the others move up. */
const BORDER = 10;

/** The cursor is Buildium's offset. */
const cursorSchema = z.number().int().min(0).catch(0);

/** A list of Buildium as the directory sync reads it. */
export function buildiumSource(
	client: BuildiumClient,
	{ name, label, path, query, changesOnly, orderBy, reads }: BuildiumList,
): DirectorySource {
	return {
		name,
		label,
		changesOnly,
		reads,
		longestSince: LONGEST,
		async page(cursor, since) {
			const changed = since === null ? {} : { lastupdatedfrom: timeFilter(since, 'instant') };
			const request = { offset: cursorSchema.parse(cursor), limit: PAGE_SIZE, orderBy };
			const answer = await asReply(client.getPage(path, { ...query, ...changed }, request));
			return answer.ok ? { ok: true, value: { records: answer.value.records, next: nextOffset(answer.value) } } : answer;
		},
	};
}

function nextOffset({ next, records }: Page): number | null {
	return next !== null && records.length > BORDER ? next - BORDER : next;
}

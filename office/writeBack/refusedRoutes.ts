import * as z from 'zod/v4';

import { DAY, type Millis } from '../../leasing/time';
import type { DirectoryOf, StoreFamilies } from '../../store/port';
import { cursorOf } from '../directory/cursorOf';

/** Where the store keeps it, beside how far the copies of the lists have come. */
const RESOURCE = 'refused_routes';
/** Somebody may tick the permission at any time; one try a day finds out. */
const REMEMBERED_FOR = DAY;

const schema = z.record(z.string(), z.number());

/** Routes that the provider refused to this key within the last day. */
export async function refusedRoutes(store: Pick<StoreFamilies, 'cursors'>, of: DirectoryOf, now: Millis): Promise<string[]> {
	const refused = schema.safeParse((await store.cursors.get(cursorOf(of, RESOURCE)))?.position).data ?? {};
	return Object.keys(refused).filter((route) => now - (refused[route] ?? Number.NEGATIVE_INFINITY) < REMEMBERED_FOR);
}

/** Notes that the provider refused a route because a permission is missing, or that it works. */
export async function noteRoute(
	store: Pick<StoreFamilies, 'cursors'>,
	of: DirectoryOf,
	route: string,
	refusedAt: Millis | null,
): Promise<void> {
	const cursor = await store.cursors.get(cursorOf(of, RESOURCE));
	const refused = schema.safeParse(cursor?.position).data ?? {};
	if (refusedAt === null && refused[route] === undefined) return;
	const { [route]: _before, ...others } = refused;
	// Should somebody else note something at the same moment, one of the two is noted at the next write.
	await store.cursors.move(
		cursorOf(of, RESOURCE),
		refusedAt === null ? others : { ...others, [route]: refusedAt },
		cursor?.revision ?? 0,
	);
}

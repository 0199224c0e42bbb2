import type { Tenancy } from '../../../leasing/directory/directory';
import type { ReadContext } from '../../../leasing/directory/readContext';
import type { Millis } from '../../../leasing/time';
import type { DirectoryOf, NewPerson, PageCounts, StoreFamilies } from '../../../store/port';
import type { ListReads } from './source';

/** Keeps one page of a list, in the transaction of the caller. A record that cannot be read at all is passed over. */
export async function savePage(
	tx: StoreFamilies,
	of: DirectoryOf,
	reads: ListReads,
	records: readonly unknown[],
	{ read, seenAt }: { read: ReadContext; seenAt: Millis },
): Promise<PageCounts> {
	switch (reads.into) {
		case 'people':
			return await tx.directory.savePeople(
				of,
				records.flatMap((record) => reads.from(record, read) ?? []),
				seenAt,
			);
		case 'places':
			return await tx.directory.savePlaces(
				of,
				records.flatMap((record) => reads.from(record) ?? []),
				seenAt,
			);
		case 'tenancies':
			return await saveTenancies(
				tx,
				of,
				records.flatMap((record) => reads.from(record)),
				seenAt,
			);
	}
}

/** Puts changed leases onto the residents who have them; residents who are not there yet come with their own list. */
async function saveTenancies(
	tx: StoreFamilies,
	of: DirectoryOf,
	changed: Array<{ residentId: string; tenancy: Tenancy }>,
	seenAt: Millis,
): Promise<PageCounts> {
	const changes = new Map<string, Tenancy[]>();
	for (const { residentId, tenancy } of changed) changes.set(residentId, [...(changes.get(residentId) ?? []), tenancy]);
	const residents = await tx.directory.people(of, 'resident', [...changes.keys()]);
	return await tx.directory.savePeople(
		of,
		residents.map((resident): NewPerson => {
			const { kind, providerId, firstName, lastName, fullName, active, phones, emails, details } = resident;
			const newer = changes.get(providerId) ?? [];
			const kept = (details.tenancies ?? []).filter(({ leaseId }) => !newer.some((tenancy) => tenancy.leaseId === leaseId));
			return {
				kind,
				providerId,
				firstName,
				lastName,
				fullName,
				active,
				phones,
				emails,
				details: { ...details, tenancies: [...kept, ...newer] },
			};
		}),
		seenAt,
	);
}

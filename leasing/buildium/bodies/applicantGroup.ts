import * as z from 'zod/v4';

import { compact, type Body } from './body';

/** The only ones that can be set; a record may show others, such as New or AddedToLease. */
export const SETTABLE_STATUSES = ['Undecided', 'Approved', 'Rejected', 'Cancelled', 'Deferred'] as const;

export type SettableStatus = (typeof SETTABLE_STATUSES)[number];

export interface GroupChanges {
	ApplicantIds?: number[];
	UnitId?: number | null;
	ApplicantGroupStatus?: SettableStatus;
}

const groupSchema = z.object({
	UnitId: z.number().int().positive().nullish().catch(null),
	ApplicationGroupStatus: z.string().nullish().catch(null),
	Applicants: z
		.array(z.object({ Id: z.number().int() }))
		.nullish()
		.catch(null),
});

/**
 * The whole body of a changed group.
 * @returns null when the group's status cannot be sent back and no other was given: Buildium demands one
 */
export function changedGroup(record: unknown, changes: GroupChanges): Body | null {
	const { UnitId, ApplicationGroupStatus, Applicants } = groupSchema.parse(record);
	const status = changes.ApplicantGroupStatus ?? SETTABLE_STATUSES.find((one) => one === ApplicationGroupStatus);
	if (!status) return null;
	return compact({ UnitId, ApplicantIds: (Applicants ?? []).map(({ Id }) => Id), ...changes, ApplicantGroupStatus: status });
}

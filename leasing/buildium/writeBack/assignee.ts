import { sameText } from '../../portfolio/properties';
import { reason, type Reason } from '../../reason';
import type { StaffUser } from '../../writeBack/facts';

/** Manager of a property as Buildium names one there. */
export interface Manager {
	id: string | null;
	email: string | null;
}

/**
 * Who gets a contact request: the property's manager, else the chosen one. Whether a manager's id is that of the user is not
 * documented, so it counts only together with somebody active on the staff; otherwise the e-mail address decides.
 */
export function chooseAssignee(
	manager: Manager | null,
	staff: readonly StaffUser[],
	chosenId: string | null,
): { id: string | null; reason: Reason } {
	const active = staff.filter((user) => user.active);
	const byId = manager?.id ? active.find((user) => user.id === manager.id) : undefined;
	const byEmail = manager?.email
		? active.find((user) => user.emails.some((email) => sameText(email) === sameText(manager.email ?? '')))
		: undefined;
	const found = byEmail ?? byId;
	if (found)
		return {
			id: found.id,
			reason: reason('assigned_manager', `Assigned to ${found.fullName ?? 'the manager'}, who manages the property.`),
		};
	if (chosenId === null)
		return {
			id: null,
			reason: reason(
				'assigned_nobody',
				'No manager of the property is among the active staff, and nobody is chosen under Assign To.',
			),
		};
	const chosen = staff.find((user) => user.id === chosenId);
	if (chosen && !chosen.active) {
		return {
			id: chosenId,
			reason: reason(
				'assigned_inactive',
				`Assigned to ${chosen.fullName ?? chosenId}, who is chosen under Assign To but no longer active in Buildium; choose somebody else.`,
			),
		};
	}
	return {
		id: chosenId,
		reason: reason(
			'assigned_default',
			`Assigned to ${chosen?.fullName ?? 'the person'} chosen under Assign To, since the property has no manager among the active staff.`,
		),
	};
}

import { markerOf } from '../../writeBack/marker';
import { reason, type Reason } from '../../reason';
import type { RouteChoice } from '../../writeBack/plan';
import type { BuildiumFacts } from './facts';
import { ROUTE_WORDS, type BuildiumStep } from './plan';
import { applicant, applicantNote, contactRequest, contactRequestMessage, note, phoneLog } from './steps';

/**
 * Chooses where in Buildium something is written, with the ways that are left should the account not allow the first one.
 * Known people get a phone log; renters a note on their application, or a message on the contact request they have; strangers
 * a contact request. Buildium has no leads, tours or texts, and almost nothing written there can be deleted again.
 */
export function chooseRoute(facts: BuildiumFacts): RouteChoice<BuildiumStep> {
	const { caller, occurrence, refused } = facts;
	const marker = markerOf(occurrence.key);
	if (caller.kind === 'staff') return no('write_back_staff', 'A call among colleagues is not written to Buildium.');
	if (caller.kind === 'nobody') return no('write_back_nobody', 'Nobody knows who it was, so there is nothing to write to Buildium.');

	const { steps, why } = ways(facts, marker);
	const allowed = steps.filter(({ route }) => !refused.includes(route));
	const [first] = allowed;
	if (first === undefined) {
		return steps.length > 0
			? no(
					'write_back_not_allowed',
					`This Buildium key may not write ${listed(steps)}. Tick the permission for it under Settings > Developer Tools in Buildium.`,
				)
			: no(
					'write_back_no_assignee',
					'A contact request in Buildium needs a member of staff it is assigned to, and none is known: the property has no manager among the staff. Choose one under Assign To in the Buildium node.',
				);
	}
	const passed = steps.filter(({ route }) => refused.includes(route));
	const instead =
		passed.length === 0
			? []
			: [
					reason(
						'write_back_other_way',
						`This Buildium key may not write ${listed(passed)}, so it becomes ${ROUTE_WORDS[first.route]}.`,
					),
				];
	return { ok: true, plan: { key: occurrence.key, marker, steps: allowed, reasons: [why, ...instead] } };
}

/** All ways for this person, the best first, and why that one is. */
function ways(facts: BuildiumFacts, marker: string): { steps: BuildiumStep[]; why: Reason } {
	const { caller, earlier, assigneeId } = facts;
	const request = assigneeId === null ? [] : [contactRequest(facts, assigneeId, marker)];
	if (caller.person !== null && caller.kind !== 'known_renter' && caller.kind !== 'stranger') {
		const why = reason(
			'write_back_phone_log',
			`${caller.person.name ?? 'The caller'} is known to Buildium (${caller.kind}), so it becomes a phone log on that record.`,
		);
		return { steps: [phoneLog(facts, caller.person, marker), note(facts, caller.person, marker), ...request], why };
	}
	if (caller.kind === 'resident' || caller.kind === 'owner' || caller.kind === 'vendor') {
		return {
			steps: request,
			why: reason(
				'write_back_shared_phone',
				"Several people have this number, so it becomes a contact request for a person to sort out, and nothing on anybody's record.",
			),
		};
	}
	const applicantId = caller.applicantId ?? earlier.applicantId;
	const message = earlier.contactRequestId === null ? [] : [contactRequestMessage(facts, earlier.contactRequestId, marker)];
	if (applicantId !== null) {
		const why = reason('write_back_applicant_note', 'The renter is an applicant in Buildium, so it becomes a note there.');
		return { steps: [applicantNote(facts, applicantId, marker), ...message, ...request], why };
	}
	const names = fullNameOf(facts);
	if (facts.choices.makeApplicant && names !== null) {
		return {
			steps: [applicant(facts, names), ...message, ...request],
			why: reason('write_back_applicant', 'First and last name are known and applicants are wanted, so the renter becomes one.'),
		};
	}
	if (message.length > 0) {
		return {
			steps: [...message, ...request],
			why: reason('write_back_message', 'The renter has a contact request in Buildium already, so it is added there.'),
		};
	}
	return {
		steps: request,
		why: reason('write_back_contact_request', 'Buildium has no record of this person, so it becomes a contact request.'),
	};
}

function fullNameOf({ contact }: BuildiumFacts): { first: string; last: string } | null {
	const [first, last] = [contact.firstName?.trim() ?? '', contact.lastName?.trim() ?? ''];
	return first === '' || last === '' ? null : { first, last };
}

function listed(steps: BuildiumStep[]): string {
	return [...new Set(steps.map(({ route }) => ROUTE_WORDS[route]))].join(' or ');
}

function no(code: string, sentence: string): RouteChoice<BuildiumStep> {
	return { ok: false, reasons: [reason(code, sentence)] };
}

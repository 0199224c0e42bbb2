/** One workflow that holds every operation of the Buildium node, each once, in a row. */
import { randomUUID } from 'node:crypto';

import type { BuildiumSandbox } from '../../../sandbox/buildium';
import type { Rig } from './rig';

export interface Step {
	resource: string;
	operation: string;
	parameters?: Record<string, unknown>;
}

export const START = 'Start';

/** A node's name in the workflow; the same operation may come twice with other parameters. */
export const nameOf = ({ resource, operation }: Step): string => `${resource} ${operation}`;

const pick = (value: unknown): object => ({ __rl: true, mode: 'id', value: String(value) });
/** The ID of what an earlier step gave. */
const from = (step: string): string => `={{ $('${step}').first().json.Id }}`;
const pickFrom = (step: string): object => pick(from(step));

/** Every operation that works on one record or list, in an order in which each finds what it needs. */
export function allSteps({ people, data }: BuildiumSandbox): Step[] {
	const { resident, applicant, staff } = people;
	const step = (resource: string, operation: string, parameters: Record<string, unknown> = {}): Step => ({
		resource,
		operation,
		parameters,
	});
	const many = (resource: string, parameters: Record<string, unknown> = {}): Step =>
		step(resource, 'getAll', { limit: 3, ...parameters });
	const alone = data.applicants.all().filter(({ ApplicantGroupId }) => !ApplicantGroupId);
	const task = { title: 'Missed call about Maple Court', assignedToId: pick(staff.id) };
	return [
		step('account', 'get'),
		many('property', { filters: { location: 'Round' } }),
		step('property', 'get', { propertyId: pickFrom('property getAll') }),
		many('unit', { filters: { propertyids: pick(resident.propertyId) } }),
		step('unit', 'get', { unitId: pickFrom('unit getAll') }),
		many('listing'),
		step('listing', 'get', { unitId: pick("={{ $('listing getAll').first().json.Unit.Id }}") }),
		many('tenant', { filters: { leasetermstatuses: ['Active'], lastupdatedfrom: '2026-01-01T00:00:00' } }),
		step('tenant', 'search', { searchBy: 'phone', searchFor: resident.phone }),
		step('tenant', 'get', { tenantId: pickFrom('tenant search') }),
		many('lease', { filters: { leasestatuses: ['Active'], createddatetimefrom: '2020-01-01' } }),
		step('lease', 'get', { leaseId: from('lease getAll') }),
		many('rentalOwner'),
		step('rentalOwner', 'search', { searchBy: 'email', searchFor: people.rentalOwner.email }),
		step('rentalOwner', 'get', { rentalOwnerId: pickFrom('rentalOwner search') }),
		many('vendor'),
		step('vendor', 'search', { searchBy: 'name', searchFor: people.vendor.lastName }),
		step('vendor', 'get', { vendorId: pickFrom('vendor search') }),
		many('user', { filters: { usertypes: ['Staff'], status: 'Active' } }),
		step('user', 'get', { userId: pickFrom('user getAll') }),
		step('contactRequest', 'create', {
			...task,
			firstName: people.stranger.firstName,
			additionalFields: {
				mobilePhone: people.stranger.phone,
				propertyId: pick(resident.propertyId),
				dueDate: '={{ $now.plus({ days: 1 }) }}',
				priority: 'High',
			},
			onceKey: '={{ $execution.id }}',
		}),
		step('contactRequest', 'update', {
			contactRequestId: from('contactRequest create'),
			updateFields: { status: 'InProgress', message: 'Texted back.' },
		}),
		step('contactRequest', 'get', { contactRequestId: from('contactRequest create') }),
		many('contactRequest', { filters: { lastupdatedfrom: '={{ $now.minus({ hours: 1 }) }}' } }),
		step('toDo', 'create', { ...task, title: 'Call back' }),
		step('toDo', 'update', { toDoId: from('toDo create'), updateFields: { priority: 'High' } }),
		step('toDo', 'get', { toDoId: from('toDo create') }),
		many('toDo', { filters: { assignedtoid: pick(staff.id) } }),
		many('task', { filters: { type: 'ContactRequest' } }),
		step('task', 'get', { taskId: from('contactRequest create') }),
		step('task', 'getHistory', { taskId: from('contactRequest create') }),
		many('taskCategory'),
		step('applicant', 'create', { firstName: 'Nadia', lastName: 'Okafor', additionalFields: { email: 'nadia.okafor@example.com' } }),
		step('applicant', 'update', { applicantId: pickFrom('applicant create'), updateFields: { mobilePhone: '512 555 0167' } }),
		step('applicant', 'get', { applicantId: pickFrom('applicant create') }),
		many('applicant', { filters: { email: 'okafor' } }),
		step('applicantGroup', 'create', {
			applicantIds: alone
				.slice(0, 2)
				.map(({ Id }) => String(Id))
				.join(', '),
		}),
		step('applicantGroup', 'update', { applicantGroupId: from('applicantGroup create'), updateFields: { status: 'Approved' } }),
		step('applicantGroup', 'get', { applicantGroupId: from('applicantGroup create') }),
		many('applicantGroup'),
		many('application', { applicantId: pick(applicant.id) }),
		step('application', 'get', { applicantId: pick(applicant.id), applicationId: from('application getAll') }),
		step('application', 'setStatus', {
			applicantId: pick(applicant.id),
			applicationId: from('application getAll'),
			status: 'Deferred',
		}),
		step('note', 'create', { noteOn: 'applicant', applicantId: pick(applicant.id), note: 'Wants a ground floor.' }),
		many('note', {
			noteOn: 'applicant',
			applicantId: pick(applicant.id),
			filters: { updateddatetimefrom: '={{ $now.minus({ days: 1 }) }}' },
		}),
		step('phoneLog', 'create', {
			participant: 'RentalTenant',
			tenantId: pick(resident.id),
			subject: 'Missed call',
			description: 'Rang out.',
			callTime: '={{ $now }}',
		}),
		step('phoneLog', 'get', { phoneLogId: from('phoneLog create') }),
		many('phoneLog', { filters: { fromdate: '={{ $now.minus({ days: 1 }) }}' } }),
		many('workOrder'),
		step('workOrder', 'get', { workOrderId: from('workOrder getAll') }),
		many('file'),
		step('file', 'get', { fileId: from('file getAll') }),
		step('file', 'getDownloadLink', { fileId: from('file getAll') }),
		step('endpoint', 'request', {
			path: '/v1/tasks/residentrequests',
			paginate: true,
			limit: 3,
			query: { parameter: [{ name: 'orderby', value: 'Id desc' }] },
		}),
	];
}

/** Imports the steps as a workflow, one node after the other. @returns its id */
export async function importSteps(rig: Rig, name: string, steps: Step[]): Promise<string> {
	const names = [START, ...steps.map(nameOf)];
	const nodes = steps.map((step, at) => ({
		id: randomUUID(),
		name: nameOf(step),
		type: 'n8n-nodes-leasing.buildium',
		typeVersion: 1,
		position: [220 * (at + 1), 0],
		parameters: { resource: step.resource, operation: step.operation, ...step.parameters },
		credentials: { buildiumApi: rig.credentials.buildiumApi },
		// Lists give several items; what comes after them is asked once all the same.
		executeOnce: true,
		alwaysOutputData: true,
	}));
	const start = { id: randomUUID(), name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const links = names.slice(0, -1).map((one, at) => [one, { main: [[{ node: names[at + 1], type: 'main', index: 0 }]] }]);
	return (await rig.session.createWorkflow({ name, nodes: [start, ...nodes], connections: Object.fromEntries(links) })).id;
}

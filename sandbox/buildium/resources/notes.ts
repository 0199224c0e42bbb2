import * as z from 'zod/v4';
import { isoSeconds } from '../data/dates';
import { notFound } from '../refusal';
import * as body from '../rest/bodies';
import { idIn, type Filters } from '../rest/filters';
import { create, list, one, replace } from '../rest/operations';
import { findRow, type Resource } from '../rest/resource';
import { applicantGroups } from './applicantGroups';
import { applicants } from './applicants';
import { rentalOwners, vendors } from './contacts';
import { leases, tenants } from './leases';
import { rentals, units } from './rentals';
import { API_USER, userReference } from './users';
import type { Scope } from '../contract';
import type { NoteParent, NoteRecord } from '../data/records';
import type { Row } from '../data/table';
import type { Exchange, Operation } from '../rest/exchange';

export function notes(scope: Scope): Resource<NoteRecord> {
	return {
		scope,
		table: ({ tables }) => tables.notes,
		view: ({ id, fields, updatedAt }, account) => ({
			Id: id,
			Note: fields.Note,
			LastUpdatedByUser: { ...userReference(account, fields.UserId), UpdatedDateTime: isoSeconds(updatedAt) },
		}),
	};
}

interface Parent {
	parent: NoteParent;
	path: string;
	scope: Scope;
	/** Notes of applicants cannot be changed. */
	canChange: boolean;
	/** @throws Refusal 404 */
	check(exchange: Exchange): void;
}

function parent<T extends object>(name: NoteParent, path: string, resource: Resource<T>, canChange = true): Parent {
	return {
		parent: name,
		path,
		scope: resource.scope,
		canChange,
		check: ({ account, ids }) => {
			if (findRow(resource, account, ids[0] ?? 0) === null) throw notFound();
		},
	};
}

const PARENTS: Parent[] = [
	parent('applicant', '/v1/applicants/{applicantId}', applicants, false),
	parent('applicantGroup', '/v1/applicants/groups/{applicantGroupId}', applicantGroups),
	parent('tenant', '/v1/leases/tenants/{tenantId}', tenants),
	parent('lease', '/v1/leases/{leaseId}', leases),
	parent('rentalOwner', '/v1/rentals/owners/{rentalOwnerId}', rentalOwners),
	parent('rental', '/v1/rentals/{propertyId}', rentals),
	parent('unit', '/v1/rentals/units/{unitId}', units),
	parent('vendor', '/v1/vendors/{vendorId}', vendors),
];

const Note = z.object({ Note: body.requiredText() });

const filters: Filters<NoteRecord> = {
	fields: { lastupdatedbyuserid: idIn(({ fields }) => [fields.UserId]) },
	ranges: [{ from: 'updateddatetimefrom', to: 'updateddatetimeto', format: 'spaced', read: (row) => row.updatedAt }],
};

function operationsOf({ parent: name, path, scope, canChange, check }: Parent): Operation[] {
	const resource = notes(scope);
	const fits = ({ fields }: Row<NoteRecord>, { ids }: Exchange): boolean => fields.Parent === name && fields.ParentId === ids[0];
	const make = create(`${path}/notes`, resource, Note, ({ Note: text }, exchange) => {
		check(exchange);
		return { Parent: name, ParentId: exchange.ids[0] ?? 0, Note: text, UserId: API_USER };
	});
	const change = replace(`${path}/notes/{noteId}`, resource, Note, ({ Note: text }, row, exchange) => {
		if (!fits(row, exchange)) throw notFound();
		return { Note: text, UserId: API_USER };
	});
	return [
		list(`${path}/notes`, resource, {
			filters,
			within: (exchange) => {
				check(exchange);
				return (row) => fits(row, exchange);
			},
		}),
		{
			...make,
			handle: (exchange) => {
				const reply = make.handle(exchange);
				return exchange.account.habits.noteReply === 'empty' ? { status: 201 } : reply;
			},
		},
		one(`${path}/notes/{noteId}`, resource, fits),
		...(canChange ? [change] : []),
	];
}

export const noteOperations: Operation[] = PARENTS.flatMap(operationsOf);

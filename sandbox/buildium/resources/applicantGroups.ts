import * as z from 'zod/v4';
import { unusable } from '../refusal';
import * as body from '../rest/bodies';
import { contains, idIn, oneOf, type Filters } from '../rest/filters';
import { create, list, mustExist, one, replace } from '../rest/operations';
import { applicants, ENTITY_TYPES, memberView, nameOf, ofEntity, propertyOf, Settable, STATUSES } from './applicants';
import { units } from './rentals';
import type { Account } from '../account';
import type { ApplicantGroupRecord } from '../data/records';
import type { Row } from '../data/table';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

export const applicantGroups: Resource<ApplicantGroupRecord> = {
	scope: 'applicants',
	table: ({ tables }) => tables.applicantGroups,
	view: ({ id, fields: { ApplicantIds, ...fields } }, account) => ({
		Id: id,
		...fields,
		PropertyId: propertyOf(fields.UnitId, account),
		Applicants: account.tables.applicants.pick(ApplicantIds).map((applicant) => memberView(applicant, account)),
	}),
};

const filters: Filters<ApplicantGroupRecord> = {
	fields: {
		entitytype: oneOf(ENTITY_TYPES, () => ENTITY_TYPES),
		entityid: idIn(({ fields }, account, query) => ofEntity(fields.UnitId, account, query)),
		applicationgroupstatuses: oneOf(STATUSES, ({ fields }) => [fields.ApplicationGroupStatus]),
		unitids: idIn(({ fields }) => [fields.UnitId]),
		name: contains(({ fields }, { tables }) =>
			tables.applicants.pick(fields.ApplicantIds).map((applicant) => nameOf(applicant.fields)),
		),
	},
	ranges: [],
	pairs: [['entityid', 'entitytype']],
};

const Group = z.object({ ApplicantGroupStatus: Settable, ApplicantIds: z.array(z.int32()).min(1), UnitId: body.id() });
const NewGroup = Group.omit({ ApplicantGroupStatus: true });

/** An applicant can be in one group only. */
function checkMembers(account: Account, ids: number[], groupId: number | null): void {
	for (const id of ids) {
		const member = mustExist(applicants, account, 'ApplicantIds', id);
		const other = member?.fields.ApplicantGroupId ?? null;
		if (other !== null && other !== groupId) throw unusable('ApplicantIds', `The applicant '${id}' is already in a group.`);
	}
}

function setMembers(
	{ id, fields }: Row<ApplicantGroupRecord>,
	before: number[],
	{ tables, now }: { tables: Account['tables']; now: number },
): void {
	for (const left of before.filter((member) => !fields.ApplicantIds.includes(member)))
		tables.applicants.change(left, { ApplicantGroupId: null }, now);
	for (const member of fields.ApplicantIds) tables.applicants.change(member, { ApplicantGroupId: id }, now);
}

export const applicantGroupOperations: Operation[] = [
	list('/v1/applicants/groups', applicantGroups, { filters }),
	one('/v1/applicants/groups/{applicantGroupId}', applicantGroups),
	create(
		'/v1/applicants/groups',
		applicantGroups,
		NewGroup,
		(given, { account }) => {
			mustExist(units, account, 'UnitId', given.UnitId);
			checkMembers(account, given.ApplicantIds, null);
			return { ...given, ApplicationGroupStatus: 'Undecided' as const };
		},
		(row, _given, { account }) => setMembers(row, [], { tables: account.tables, now: account.now() }),
	),
	replace('/v1/applicants/groups/{applicantGroupId}', applicantGroups, Group, ({ ApplicantGroupStatus, ...given }, row, { account }) => {
		mustExist(units, account, 'UnitId', given.UnitId);
		checkMembers(account, given.ApplicantIds, row.id);
		setMembers({ ...row, fields: { ...row.fields, ...given } }, row.fields.ApplicantIds, {
			tables: account.tables,
			now: account.now(),
		});
		return { ...given, ApplicationGroupStatus: ApplicantGroupStatus };
	}),
];

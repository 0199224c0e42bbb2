import * as z from 'zod/v4';
import { FIRST } from '../data/first';
import { isoSeconds } from '../data/dates';
import { unusable } from '../refusal';
import * as body from '../rest/bodies';
import { fixed } from '../rest/fixed';
import { contains, idIn, oneOf, type Filters } from '../rest/filters';
import { list, one, readBody, replace, rowInPath } from '../rest/operations';
import type { FileRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

/** Neither applicants nor tasks. */
const ENTITY_TYPES = [
	'Account',
	'Association',
	'AssociationOwner',
	'AssociationUnit',
	'Lease',
	'OwnershipAccount',
	'PublicAsset',
	'Rental',
	'RentalOwner',
	'RentalUnit',
	'Tenant',
	'Vendor',
];

const CATEGORIES = ['Leases', 'Photos'].map((Name, index) => ({ Id: FIRST.fileCategory + index, Name, IsEditable: false }));

export const files: Resource<FileRecord> = {
	scope: 'files',
	table: ({ tables }) => tables.files,
	view: ({ id, fields: { EntityType, EntityId, Bytes, ...fields }, createdAt }) => ({
		Id: id,
		...fields,
		FileEntity: { Id: EntityId, EntityType, Href: null },
		Size: Bytes.length,
		UploadedDateTime: isoSeconds(createdAt),
	}),
};

const filters: Filters<FileRecord> = {
	fields: {
		entityid: idIn(({ fields }) => [fields.EntityId]),
		entitytype: oneOf(ENTITY_TYPES, ({ fields }) => [fields.EntityType]),
		categoryid: idIn(({ fields }) => [fields.CategoryId]),
		titleordescription: contains(({ fields }) => [fields.Title, fields.Description]),
		physicalfilenames: (names) => {
			const wanted = names.map((name) => name.toLowerCase());
			return ({ fields }) => wanted.includes(fields.PhysicalFileName.toLowerCase());
		},
	},
	ranges: [{ from: 'uploadedfrom', to: 'uploadedto', format: 'day', read: (row) => row.createdAt }],
	pairs: [['entityid', 'entitytype']],
};

const Upload = z.object({
	EntityType: z.enum(ENTITY_TYPES),
	EntityId: body.id(),
	FileName: body.requiredText(255),
	Title: body.requiredText(255),
	Description: body.text(),
	CategoryId: body.requiredId(),
});
const Change = Upload.pick({ Title: true, Description: true, CategoryId: true });

function checkCategory(id: number): void {
	if (!CATEGORIES.some((category) => category.Id === id)) throw unusable('CategoryId', `The CategoryId '${id}' does not exist.`);
}

export const fileOperations: Operation[] = [
	list('/v1/files', files, { filters }),
	one('/v1/files/{fileId}', files),
	replace('/v1/files/{fileId}', files, Change, (given) => {
		checkCategory(given.CategoryId);
		return given;
	}),
	{
		// Only a ticket: the bytes go to another service, and the record follows later.
		method: 'POST',
		path: '/v1/files/uploads',
		scope: 'files',
		handle: (exchange) => {
			const { FileName, ...given } = readBody(Upload, exchange);
			checkCategory(given.CategoryId);
			return { status: 201, body: exchange.account.storage.ticketForUpload({ ...given, PhysicalFileName: FileName }) };
		},
	},
	{
		method: 'POST',
		path: '/v1/files/{fileId}/downloadrequest',
		scope: 'files',
		handle: (exchange) => ({
			status: 201,
			body: { DownloadUrl: exchange.account.storage.downloadUrl(rowInPath(exchange, files).fields) },
		}),
	},
	...fixed('/v1/files/categories', 'fileCategoryId', 'files', CATEGORIES),
];

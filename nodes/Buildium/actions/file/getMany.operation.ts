import { getManyOf } from '../../build/getMany';

export const getMany = getManyOf({
	many: 'files',
	shape: 'file',
	path: '/v1/files',
	first: 'newest',
	filters: [
		{
			kind: 'choice',
			param: 'entitytype',
			label: 'Belongs To',
			values: [
				'Lease',
				'Rental',
				'RentalOwner',
				'RentalUnit',
				'Tenant',
				'Vendor',
				'Account',
				'Association',
				'AssociationOwner',
				'AssociationUnit',
				'OwnershipAccount',
				'PublicAsset',
			],
		},
		{ kind: 'id', param: 'entityid', with: 'entitytype', label: 'Belongs To ID', description: 'Needs Belongs To beside it' },
		{ kind: 'id', param: 'categoryid', label: 'Category ID' },
		{ kind: 'text', param: 'titleordescription', label: 'Title or Description Contains' },
		{ kind: 'from', param: 'uploadedfrom', label: 'Uploaded Since', format: 'day', field: 'UploadedDateTime' },
		{ kind: 'to', param: 'uploadedto', label: 'Uploaded Until', format: 'day', field: 'UploadedDateTime' },
	],
});

/** Kinds of records that the node gives, named as its resources. */
export type Shape =
	| 'account'
	| 'applicant'
	| 'applicantGroup'
	| 'application'
	| 'contactRequest'
	| 'file'
	| 'lease'
	| 'listing'
	| 'note'
	| 'phoneLog'
	| 'property'
	| 'rentalOwner'
	| 'task'
	| 'taskCategory'
	| 'taskHistory'
	| 'tenant'
	| 'toDo'
	| 'unit'
	| 'user'
	| 'vendor'
	| 'workOrder';

const task = [
	'Id',
	'Title',
	'Description',
	'TaskStatus',
	'Priority',
	'DueDate',
	'AssignedToUserId',
	'Category.Id',
	'Category.Name',
	'Category.SubCategory',
	'Property.Id',
	'Property.Type',
	'UnitId',
	'CreatedDateTime',
	'LastUpdatedDateTime',
];
const person = ['Id', 'FirstName', 'LastName', 'Email', 'AlternateEmail', 'PhoneNumbers'];

/**
 * What a record is reduced to by Simplify: what leasing work asks for. Birth dates and tax ids are not here, and come only if they are
 * asked for; everything else comes with Simplify off.
 */
export const SIMPLE_FIELDS: Readonly<Record<Shape, readonly string[]>> = {
	account: ['Id', 'CompanyName', 'Url', 'Contact'],
	applicant: [
		'Id',
		'FirstName',
		'LastName',
		'Email',
		'PhoneNumbers',
		'Status',
		'ApplicantGroupId',
		'PropertyId',
		'UnitId',
		'TenantId',
		'Applications.Id',
		'Applications.ApplicationStatus',
		'Applications.ApplicationSubmittedDateTime',
		'LastUpdatedDateTime',
	],
	applicantGroup: [
		'Id',
		'ApplicationGroupStatus',
		'PropertyId',
		'UnitId',
		'Applicants.Id',
		'Applicants.FirstName',
		'Applicants.LastName',
		'Applicants.Email',
		'Applicants.Status',
	],
	application: ['Id', 'ApplicationNumber', 'ApplicationStatus', 'ApplicationSubmittedDateTime', 'Application'],
	contactRequest: [...task, 'ContactDetail'],
	file: [
		'Id',
		'Title',
		'Description',
		'PhysicalFileName',
		'Size',
		'ContentType',
		'CategoryId',
		'UploadedDateTime',
		'FileEntity.EntityType',
		'FileEntity.Id',
	],
	lease: [
		'Id',
		'PropertyId',
		'UnitId',
		'UnitNumber',
		'LeaseStatus',
		'LeaseType',
		'TermType',
		'LeaseFromDate',
		'LeaseToDate',
		'IsEvictionPending',
		'RenewalOfferStatus',
		'AccountDetails',
		'Tenants',
		'CurrentTenants.Id',
		'CurrentTenants.FirstName',
		'CurrentTenants.LastName',
		'CurrentTenants.Email',
		'CurrentTenants.PhoneNumbers',
		'MoveOutData',
		'CreatedDateTime',
		'LastUpdatedDateTime',
	],
	listing: [
		'ListingDate',
		'AvailableDate',
		'Rent',
		'Deposit',
		'LeaseTerms',
		'RentalApplicationUrl',
		'IsManagedExternally',
		'Contact',
		'Property.Id',
		'Property.Name',
		'Property.Address',
		'Unit.Id',
		'Unit.UnitNumber',
		'Unit.Address',
		'Unit.UnitBedrooms',
		'Unit.UnitBathrooms',
		'Unit.UnitSize',
		'Unit.Description',
	],
	note: [
		'Id',
		'Note',
		'LastUpdatedByUser.Id',
		'LastUpdatedByUser.FirstName',
		'LastUpdatedByUser.LastName',
		'LastUpdatedByUser.UpdatedDateTime',
	],
	phoneLog: [
		'Id',
		'Subject',
		'Description',
		'CallDateTime',
		'Participant.EntityId',
		'Participant.EntityResources',
		'Participant.UnitAgreement',
		'LoggedByStaffUser.Id',
		'LoggedByStaffUser.FirstName',
		'LoggedByStaffUser.LastName',
	],
	property: [
		'Id',
		'Name',
		'Address',
		'IsActive',
		'NumberUnits',
		'RentalType',
		'RentalSubType',
		'YearBuilt',
		'RentalManager.Id',
		'RentalManager.FirstName',
		'RentalManager.LastName',
		'RentalManager.Email',
	],
	rentalOwner: [
		...person,
		'CompanyName',
		'IsCompany',
		'IsActive',
		'Address',
		'PropertyIds',
		'ManagementAgreementStartDate',
		'ManagementAgreementEndDate',
	],
	task: [
		...task,
		'TaskType',
		'UnitAgreement.Id',
		'UnitAgreement.Type',
		'RequestedByUserEntity.Type',
		'RequestedByUserEntity.Id',
		'RequestedByUserEntity.FirstName',
		'RequestedByUserEntity.LastName',
	],
	taskCategory: ['Id', 'Name', 'IsSystemCategory', 'SubCategories'],
	taskHistory: [
		'Id',
		'Message',
		'TaskStatus',
		'Priority',
		'AssignedToUserId',
		'DueDate',
		'SharedWith',
		'FileIds',
		'CreatedDateTIme',
		'CreatedByUser.Id',
		'CreatedByUser.FirstName',
		'CreatedByUser.LastName',
		'CreatedByUser.UserType',
	],
	tenant: [
		...person,
		'SMSOptInStatus',
		'Address',
		'CreatedDateTime',
		'Leases.Id',
		'Leases.PropertyId',
		'Leases.UnitId',
		'Leases.UnitNumber',
		'Leases.LeaseStatus',
		'Leases.LeaseFromDate',
		'Leases.LeaseToDate',
	],
	toDo: task,
	unit: [
		'Id',
		'PropertyId',
		'BuildingName',
		'UnitNumber',
		'Description',
		'Address',
		'MarketRent',
		'UnitBedrooms',
		'UnitBathrooms',
		'UnitSize',
		'IsUnitListed',
		'IsUnitOccupied',
	],
	user: [...person, 'CompanyName', 'UserTypes', 'IsActive', 'UserRole.Id', 'UserRole.Name'],
	vendor: [
		'Id',
		'FirstName',
		'LastName',
		'CompanyName',
		'IsCompany',
		'IsActive',
		'PrimaryEmail',
		'AlternateEmail',
		'PhoneNumbers',
		'Website',
		'Category',
		'Address',
	],
	workOrder: [
		'Id',
		'Title',
		'Status',
		'Priority',
		'DueDate',
		'WorkDetails',
		'VendorId',
		'VendorNotes',
		'EntryAllowed',
		'EntryNotes',
		'Amount',
		'Task.Id',
		'Task.Type',
		'Task.UnitId',
		'Task.Title',
		'Task.Status',
	],
};

/** Fields that come only if they are asked for; see withoutSensitive. */
const SENSITIVE: Partial<Record<Shape, readonly string[]>> = {
	tenant: ['DateOfBirth', 'TaxId'],
	rentalOwner: ['TaxInformation'],
	vendor: ['TaxInformation'],
};

/** @param sensitive whether tax ids and birth dates were asked for */
export function simpleFields(shape: Shape, sensitive: boolean): readonly string[] {
	return [...SIMPLE_FIELDS[shape], ...(sensitive ? (SENSITIVE[shape] ?? []) : [])];
}

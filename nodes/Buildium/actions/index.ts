import type { BuildiumResource } from '../call';
import { get as accountGet } from './account/get.operation';
import { request as endpointRequest } from './endpoint/request.operation';
import { create as applicantCreate } from './applicant/create.operation';
import { get as applicantGet } from './applicant/get.operation';
import { getMany as applicantGetMany } from './applicant/getMany.operation';
import { update as applicantUpdate } from './applicant/update.operation';
import { create as applicantGroupCreate } from './applicantGroup/create.operation';
import { get as applicantGroupGet } from './applicantGroup/get.operation';
import { getMany as applicantGroupGetMany } from './applicantGroup/getMany.operation';
import { update as applicantGroupUpdate } from './applicantGroup/update.operation';
import { get as applicationGet } from './application/get.operation';
import { getMany as applicationGetMany } from './application/getMany.operation';
import { setStatus as applicationSetStatus } from './application/setStatus.operation';
import { create as contactRequestCreate } from './contactRequest/create.operation';
import { get as contactRequestGet } from './contactRequest/get.operation';
import { getMany as contactRequestGetMany } from './contactRequest/getMany.operation';
import { update as contactRequestUpdate } from './contactRequest/update.operation';
import { sync as directorySync } from './directory/sync.operation';
import { get as fileGet } from './file/get.operation';
import { getDownloadLink as fileGetDownloadLink } from './file/getDownloadLink.operation';
import { getMany as fileGetMany } from './file/getMany.operation';
import { get as leaseGet } from './lease/get.operation';
import { getMany as leaseGetMany } from './lease/getMany.operation';
import { get as listingGet } from './listing/get.operation';
import { getMany as listingGetMany } from './listing/getMany.operation';
import { create as noteCreate } from './note/create.operation';
import { getMany as noteGetMany } from './note/getMany.operation';
import { create as phoneLogCreate } from './phoneLog/create.operation';
import { get as phoneLogGet } from './phoneLog/get.operation';
import { getMany as phoneLogGetMany } from './phoneLog/getMany.operation';
import { get as propertyGet } from './property/get.operation';
import { getMany as propertyGetMany } from './property/getMany.operation';
import { get as rentalOwnerGet } from './rentalOwner/get.operation';
import { getMany as rentalOwnerGetMany } from './rentalOwner/getMany.operation';
import { search as rentalOwnerSearch } from './rentalOwner/search.operation';
import { get as taskGet } from './task/get.operation';
import { getHistory as taskGetHistory } from './task/getHistory.operation';
import { getMany as taskGetMany } from './task/getMany.operation';
import { getMany as taskCategoryGetMany } from './taskCategory/getMany.operation';
import { get as tenantGet } from './tenant/get.operation';
import { getMany as tenantGetMany } from './tenant/getMany.operation';
import { search as tenantSearch } from './tenant/search.operation';
import { create as toDoCreate } from './toDo/create.operation';
import { get as toDoGet } from './toDo/get.operation';
import { getMany as toDoGetMany } from './toDo/getMany.operation';
import { update as toDoUpdate } from './toDo/update.operation';
import { get as unitGet } from './unit/get.operation';
import { getMany as unitGetMany } from './unit/getMany.operation';
import { get as userGet } from './user/get.operation';
import { getMany as userGetMany } from './user/getMany.operation';
import { get as vendorGet } from './vendor/get.operation';
import { getMany as vendorGetMany } from './vendor/getMany.operation';
import { search as vendorSearch } from './vendor/search.operation';
import { get as workOrderGet } from './workOrder/get.operation';
import { getMany as workOrderGetMany } from './workOrder/getMany.operation';
import { queue as writeBackQueue } from './writeBack/queue.operation';
import { write as writeBackWrite } from './writeBack/write.operation';

export const resources: BuildiumResource[] = [
	{ name: 'Account', value: 'account', operations: [accountGet] },
	{ name: 'Any Other Endpoint', value: 'endpoint', operations: [endpointRequest] },
	{ name: 'Applicant', value: 'applicant', operations: [applicantCreate, applicantGet, applicantGetMany, applicantUpdate] },
	{
		name: 'Applicant Group',
		value: 'applicantGroup',
		operations: [applicantGroupCreate, applicantGroupGet, applicantGroupGetMany, applicantGroupUpdate],
	},
	{ name: 'Application', value: 'application', operations: [applicationGet, applicationGetMany, applicationSetStatus] },
	{
		name: 'Contact Request',
		value: 'contactRequest',
		operations: [contactRequestCreate, contactRequestGet, contactRequestGetMany, contactRequestUpdate],
	},
	{ name: 'Directory', value: 'directory', operations: [directorySync] },
	{ name: 'File', value: 'file', operations: [fileGet, fileGetDownloadLink, fileGetMany] },
	{ name: 'Lease', value: 'lease', operations: [leaseGet, leaseGetMany] },
	{ name: 'Listing', value: 'listing', operations: [listingGet, listingGetMany] },
	{ name: 'Note', value: 'note', operations: [noteCreate, noteGetMany] },
	{ name: 'Phone Log', value: 'phoneLog', operations: [phoneLogCreate, phoneLogGet, phoneLogGetMany] },
	{ name: 'Property', value: 'property', operations: [propertyGet, propertyGetMany] },
	{ name: 'Rental Owner', value: 'rentalOwner', operations: [rentalOwnerGet, rentalOwnerGetMany, rentalOwnerSearch] },
	{ name: 'Task', value: 'task', operations: [taskGet, taskGetHistory, taskGetMany] },
	{ name: 'Task Category', value: 'taskCategory', operations: [taskCategoryGetMany] },
	{ name: 'Tenant', value: 'tenant', operations: [tenantGet, tenantGetMany, tenantSearch] },
	{ name: 'To-Do', value: 'toDo', operations: [toDoCreate, toDoGet, toDoGetMany, toDoUpdate] },
	{ name: 'Unit', value: 'unit', operations: [unitGet, unitGetMany] },
	{ name: 'User', value: 'user', operations: [userGet, userGetMany] },
	{ name: 'Vendor', value: 'vendor', operations: [vendorGet, vendorGetMany, vendorSearch] },
	{ name: 'Work Order', value: 'workOrder', operations: [workOrderGet, workOrderGetMany] },
	{ name: 'Write-Back', value: 'writeBack', operations: [writeBackQueue, writeBackWrite] },
];

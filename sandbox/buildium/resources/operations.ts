import { accountOperations } from './account';
import { amenityOperations } from './amenities';
import { applicantGroupOperations } from './applicantGroups';
import { applicantOperations } from './applicants';
import { contactOperations } from './contacts';
import { fileOperations } from './files';
import { leaseOperations } from './leases';
import { noteOperations } from './notes';
import { phoneLogOperations } from './phoneLogs';
import { rentalOperations } from './rentals';
import { taskCategoryOperations } from './taskCategories';
import { taskHistoryOperations } from './taskHistory';
import { taskReadOperations } from './tasks';
import { taskWriteOperations } from './taskWrites';
import { userOperations } from './users';
import { workOrderOperations } from './workOrders';
import type { Operation } from '../rest/exchange';

/** Every request that the stand-in answers. */
export const OPERATIONS: Operation[] = [
	...accountOperations,
	...rentalOperations,
	...amenityOperations,
	...leaseOperations,
	...contactOperations,
	...userOperations,
	...applicantOperations,
	...applicantGroupOperations,
	...taskReadOperations,
	...taskWriteOperations,
	...taskHistoryOperations,
	...taskCategoryOperations,
	...noteOperations,
	...phoneLogOperations,
	...workOrderOperations,
	...fileOperations,
];

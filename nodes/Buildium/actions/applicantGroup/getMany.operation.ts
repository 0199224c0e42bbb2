import { getManyOf } from '../../build/getMany';
import { APPLICATION_STATUSES, belongsTo, unitIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'applicant groups',
	shape: 'applicantGroup',
	path: '/v1/applicants/groups',
	first: 'newest',
	filters: [
		...belongsTo('Rental'),
		{ kind: 'text', param: 'name', label: 'Name Contains' },
		{ kind: 'choices', param: 'applicationgroupstatuses', label: 'Status', values: APPLICATION_STATUSES },
		unitIds,
	],
});

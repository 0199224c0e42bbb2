import { getManyOf } from '../../build/getMany';
import { APPLICATION_STATUSES, belongsTo, lastUpdated, unitIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'applicants',
	shape: 'applicant',
	path: '/v1/applicants',
	first: 'newest',
	filters: [
		...belongsTo('Rental'),
		{ kind: 'text', param: 'email', label: 'Email Contains' },
		{ kind: 'text', param: 'name', label: 'Name Contains' },
		{ kind: 'choices', param: 'applicationstatuses', label: 'Status', values: APPLICATION_STATUSES },
		{ kind: 'from', param: 'applicationsubmittedstartdate', label: 'Submitted Since', format: 'instant' },
		{ kind: 'to', param: 'applicationsubmittedenddate', label: 'Submitted Until', format: 'instant' },
		unitIds,
		...lastUpdated('instant'),
	],
});

import { SCOPE_NAMES } from '../../../sandbox/buildium/access';
import { OPERATIONS } from '../../../sandbox/buildium/resources/operations';
import { MISSING, specification, violationsOf, type Specification } from '../../../sandbox/buildium/specification';
import { ask, listOf } from './support/client';
import { useBuildium } from './support/sandbox';

// Some of these ask for every list there is.
jest.setTimeout(60_000);
const known = specification();
const describeWithSpecification = known === null ? describe.skip : describe;
const why = known === null ? ` [skipped: ${MISSING}]` : '';

function spec(): Specification {
	if (known === null) throw new Error(MISSING);
	return known;
}

/** An id that exists for each name in the paths. */
const IDS: Record<string, number> = {
	propertyId: 1001,
	unitId: 200_011,
	leaseId: 400_001,
	tenantId: 600_001,
	rentalOwnerId: 5001,
	vendorId: 6001,
	vendorCategoryId: 201,
	userId: 7001,
	userRoleId: 301,
	applicantId: 800_001,
	applicantGroupId: 850_001,
	applicationId: 900_001,
	taskId: 50_001,
	contactRequestTaskId: 50_001,
	residentRequestTaskId: 50_002,
	toDoTaskId: 50_003,
	rentalOwnerRequestTaskId: 50_004,
	taskHistoryId: 70_001,
	taskCategoryId: 101,
	phoneLogId: 80_001,
	workOrderId: 30_001,
	fileId: 40_001,
	fileCategoryId: 351,
	listingContactId: 451,
};

const READS = OPERATIONS.filter(({ method }) => method === 'GET').map(({ path }) => path);

describeWithSpecification(`the stand-in against the vendor's specification${why}`, () => {
	const sandbox = useBuildium();

	function isList(path: string): boolean {
		return spec().find('GET', path)?.operation.responses['200']?.content?.['application/json']?.schema['type'] === 'array';
	}

	/** Fills in ids that exist; a note's id depends on what it stands on. */
	async function filledIn(path: string): Promise<string> {
		const filled = path
			.replace('/v1', '')
			.replace(/\{(\w+)\}/g, (whole, name: string) => (IDS[name] === undefined ? whole : String(IDS[name])));
		if (!filled.includes('{noteId}')) return filled;
		const { items } = await listOf(sandbox(), filled.replace('/{noteId}', ''));
		return filled.replace('{noteId}', String(items[0]?.['Id']));
	}

	test.each(READS)('GET %s answers as documented', async (path) => {
		const { status, headers, body } = await ask(sandbox(), 'GET', await filledIn(path), { query: isList(path) ? { limit: 1000 } : {} });
		expect(status).toBe(200);
		expect(spec().answerViolations('GET', path, status, body)).toEqual([]);
		if (Array.isArray(body)) {
			expect(body.length).toBeGreaterThan(0);
			expect(Number(headers.get('x-total-count'))).toBe(body.length);
		}
	});

	test.each(OPERATIONS.map((operation) => [operation.method, operation.path, operation] as const))(
		'%s %s is documented, with the permissions it needs',
		(method, path, operation) => {
			const found = spec().find(method, path);
			expect(found?.path).toBe(path);
			const named = [...(found?.operation.description ?? '').matchAll(/permissionBlock">([^<]+)</g)].map(([, name]) => name);
			expect([operation.scope, ...(operation.also ?? [])].map((scope) => SCOPE_NAMES[scope]).sort()).toEqual(named.sort());
		},
	);

	test('every documented filter of a list does something', async () => {
		const idle: string[] = [];
		for (const path of READS.filter(isList)) {
			const parameters = spec().find('GET', path)?.operation.parameters ?? [];
			for (const { name } of parameters.filter((parameter) => parameter.in === 'query')) {
				// A value that fits nothing is refused, or finds nothing. A filter that is not read is ignored.
				const { status, body } = await ask(sandbox(), 'GET', await filledIn(path), {
					query: { [name]: 'n0nsense', ...(name === 'entityid' ? { entitytype: 'Rental' } : {}) },
				});
				if (status !== 422 && !(Array.isArray(body) && body.length === 0)) idle.push(`${path}: ${name}`);
			}
		}
		expect(idle).toEqual([]);
	});

	test('errors have the documented shape', async () => {
		const missing = await ask(sandbox(), 'GET', '/applicants/1');
		expect(spec().answerViolations('GET', '/v1/applicants/1', missing.status, missing.body)).toEqual([]);
		const refused = await ask(sandbox(), 'POST', '/applicants', { body: { FirstName: '' } });
		expect(refused.status).toBe(422);
		expect(spec().answerViolations('POST', '/v1/applicants', refused.status, refused.body)).toEqual([]);
	});
});

describeWithSpecification(`the request checker${why}`, () => {
	const good = { FirstName: 'Ana', LastName: 'Ruiz', SendRentalApplicationEmail: false, PhoneNumbers: { Mobile: '(512) 555-0123' } };

	test.each([
		['POST', '/v1/applicants', [], good],
		['POST', '/v1/applicants', [], { ...good, Email: null, UnitId: 5 }],
		[
			'GET',
			'/v1/applicants',
			[
				['unitids', '1'],
				['unitids', '2'],
				['limit', '1000'],
			],
			undefined,
		],
		['GET', '/v1/applicants', [['lastupdatedfrom', '2026-01-31T08:00:00Z']], undefined],
		['GET', '/v1/tasks', [['lastupdatedfrom', '2026-01-31']], undefined],
		['GET', '/v1/leases/5/notes', [['updateddatetimefrom', '2026-01-31 08:00:00']], undefined],
		['GET', '/v1/rentals/units', [], undefined],
	] as const)('passes %s %s %j %j', (method, path, query, body) => {
		expect(violationsOf([{ method, path, query: query.map(([name, value]) => [name, value]), body }])).toEqual([]);
	});

	test.each([
		['GET', '/v1/Applicants', [], undefined, 'there is no such operation'],
		['DELETE', '/v1/applicants/5', [], undefined, 'there is no such operation'],
		['GET', '/v1/applicants/five', [], undefined, '"five" in the path is not an id'],
		['GET', '/v1/applicants', [['phone', '0123']], undefined, 'there is no parameter phone'],
		['GET', '/v1/leases', [['statuses', 'Active']], undefined, 'there is no parameter statuses'],
		['GET', '/v1/leases', [['leasestatuses', 'active']], undefined, 'leasestatuses cannot be "active"'],
		['GET', '/v1/leases', [['propertyids', '1,2']], undefined, 'propertyids cannot be "1,2"'],
		[
			'GET',
			'/v1/users',
			[
				['name', 'a'],
				['name', 'b'],
			],
			undefined,
			'name is given 2 times',
		],
		['GET', '/v1/users', [['limit', '1001']], undefined, 'limit must be 1 to 1000'],
		['GET', '/v1/tasks', [['lastupdatedfrom', '2026-01-31T08:00:00Z']], undefined, 'lastupdatedfrom cannot be "2026-01-31T08:00:00Z"'],
		[
			'GET',
			'/v1/leases/5/notes',
			[['updateddatetimefrom', '2026-01-31T08:00:00Z']],
			undefined,
			'updateddatetimefrom cannot be "2026-01-31T08:00:00Z"',
		],
		['GET', '/v1/users', [], {}, 'there is no body in this operation'],
		['POST', '/v1/applicants', [], undefined, 'the body is missing'],
		[
			'POST',
			'/v1/applicants',
			[],
			{ ...good, SendRentalApplicationEmail: undefined },
			"the body must have required property 'SendRentalApplicationEmail'",
		],
		['POST', '/v1/applicants', [], { ...good, PropertyId: 1 }, 'the body must NOT have additional properties: PropertyId'],
		[
			'POST',
			'/v1/applicants',
			[],
			{ ...good, PhoneNumbers: { Cell: '(512) 555-0123' } },
			'PhoneNumbers must NOT have additional properties: Cell',
		],
		['POST', '/v1/applicants', [], { ...good, UnitId: '5' }, 'UnitId must be integer'],
		['POST', '/v1/applicants', [], { ...good, FirstName: '' }, 'FirstName must NOT have fewer than 1 characters'],
		[
			'PUT',
			'/v1/applicants/5/applications/6',
			[],
			{ ApplicationStatus: 'AddedToLease' },
			'ApplicationStatus must be equal to one of the allowed values: Undecided, Approved, Rejected, Cancelled, Deferred',
		],
		[
			'PUT',
			'/v1/communications/phonelogs/5',
			[],
			{ Subject: 'a', Description: 'b', CallDateTime: 'yesterday' },
			'CallDateTime must match format "date-time"',
		],
	] as const)('finds what is wrong with %s %s %j %j', (method, path, query, body, wrong) => {
		const request = {
			method,
			path,
			query: query.map(([name, value]): [string, string] => [name, value]),
			body: body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
		};
		expect(violationsOf([request])).toContain(`${method} ${path}: ${wrong}`);
	});
});

/** Buildium has no idempotency keys and deletes nothing: a record that is written twice stays twice. */
import type { BuildiumData } from '../../../sandbox/buildium';
import { askOf, chosen, refusalOf } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

const standIn = useStandIn('test');
const ask = askOf(standIn);

interface Write {
	name: string;
	resource: string;
	parameters: () => Record<string, unknown>;
	post: RegExp;
	table: keyof BuildiumData;
}

const people = () => standIn.sandbox.people;

const writes: Write[] = [
	{
		name: 'contact request',
		resource: 'contactRequest',
		parameters: () => ({
			title: 'Missed call',
			assignedToId: chosen(people().staff.id),
			firstName: 'Stella',
			additionalFields: { description: 'Rang out.', mobilePhone: '(512) 555-0165' },
		}),
		post: /POST \/v1\/tasks\/contactrequests$/,
		table: 'contactRequests',
	},
	{
		name: 'to-do',
		resource: 'toDo',
		parameters: () => ({ title: 'Call back', assignedToId: chosen(people().staff.id) }),
		post: /POST \/v1\/tasks\/todorequests$/,
		table: 'todos',
	},
	{
		name: 'phone log',
		resource: 'phoneLog',
		parameters: () => ({ tenantId: chosen(people().resident.id), subject: 'Missed call', description: 'Rang out.' }),
		post: /POST \/v1\/communications\/phonelogs$/,
		table: 'phoneLogs',
	},
	{
		name: 'note',
		resource: 'note',
		parameters: () => ({ noteOn: 'tenant', tenantId: chosen(people().resident.id), note: 'Called about parking.' }),
		post: /POST \/v1\/leases\/tenants\/\d+\/notes$/,
		table: 'notes',
	},
	{
		name: 'applicant',
		resource: 'applicant',
		parameters: () => ({ firstName: 'Nadia', lastName: 'Okafor', additionalFields: { email: 'nadia.okafor@example.com' } }),
		post: /POST \/v1\/applicants$/,
		table: 'applicants',
	},
	{
		name: 'applicant group',
		resource: 'applicantGroup',
		parameters: () => ({ applicantIds: lonelyApplicants().join(',') }),
		post: /POST \/v1\/applicants\/groups$/,
		table: 'applicantGroups',
	},
];

function lonelyApplicants(): number[] {
	return standIn.sandbox.data.applicants
		.all()
		.filter(({ ApplicantGroupId }) => !ApplicantGroupId)
		.slice(0, 2)
		.map(({ Id }) => Number(Id));
}

describe.each(writes)('$name', ({ resource, parameters, post, table }) => {
	it.each(['error_after_write', 'drop_after_write'] as const)('is there once after %s', async (status) => {
		const before = standIn.sandbox.data[table].count();
		const given = parameters();
		standIn.sandbox.faults.failNext({ match: post, status });
		const [made] = await ask(resource, 'create', given);
		expect(standIn.sandbox.data[table].count()).toBe(before + 1);
		expect(standIn.sandbox.data[table].get(Number(made?.Id))).not.toBeNull();
		expect(standIn.asked().filter((one) => post.test(one))).toHaveLength(1);
	});

	it.each([503, 'drop'] as const)('is there once after it did not arrive: %s', async (status) => {
		const before = standIn.sandbox.data[table].count();
		const given = parameters();
		standIn.sandbox.faults.failNext({ match: post, status });
		await ask(resource, 'create', given);
		expect(standIn.sandbox.data[table].count()).toBe(before + 1);
	});
});

describe.each(writes.slice(0, 4))('Key Against Duplicates: $name', ({ resource, parameters, table }) => {
	it('a workflow that runs twice writes once, and another key writes again', async () => {
		const before = standIn.sandbox.data[table].count();
		const [first] = await ask(resource, 'create', { ...parameters(), onceKey: 'call-1' });
		const [again] = await ask(resource, 'create', { ...parameters(), onceKey: 'call-1' });
		expect([first?.alreadyThere, again?.alreadyThere]).toEqual([false, true]);
		expect(again?.Id).toBe(first?.Id);
		await ask(resource, 'create', { ...parameters(), onceKey: 'call-2' });
		expect(standIn.sandbox.data[table].count()).toBe(before + 2);
	});
});

describe('a message on a task', () => {
	const messages = (id: unknown): unknown[] =>
		standIn.sandbox.data.taskHistory
			.all()
			.filter(({ TaskId }) => TaskId === Number(id))
			.map(({ Message }) => Message);

	it.each(['error_after_write', 'drop_after_write', 503] as const)('stands in the history once after %s', async (status) => {
		const [made] = await ask('contactRequest', 'create', writes[0]?.parameters());
		standIn.sandbox.faults.failNext({ match: /PUT/, status });
		await ask('contactRequest', 'update', { contactRequestId: String(made?.Id), updateFields: { message: 'Texted back.' } });
		expect(messages(made?.Id).filter((message) => message === 'Texted back.')).toHaveLength(1);
	});

	it('with a key stands there once, however often the workflow runs', async () => {
		const [made] = await ask('contactRequest', 'create', writes[0]?.parameters());
		const update = { contactRequestId: String(made?.Id), updateFields: { message: 'No-show on Thursday.' }, onceKey: 'tour-9' };
		await ask('contactRequest', 'update', update);
		expect(await ask('contactRequest', 'update', update)).toMatchObject([{ Id: made?.Id, alreadyThere: true }]);
		expect(messages(made?.Id).filter((message) => String(message).startsWith('No-show'))).toHaveLength(1);
	});
});

it('two different calls of the same minute are two records, even when the second is not answered', async () => {
	const { resident } = people();
	const log = (subject: string) => ({ tenantId: chosen(resident.id), subject, description: 'Rang out.' });
	const before = standIn.sandbox.data.phoneLogs.count();
	await ask('phoneLog', 'create', log('Missed call at 2:05 pm'));
	standIn.sandbox.faults.failNext({ match: /POST/, status: 503 });
	await ask('phoneLog', 'create', log('Missed call at 2:06 pm'));
	expect(standIn.sandbox.data.phoneLogs.count()).toBe(before + 2);
});

it('a raw request that may have arrived is not repeated, and says so', async () => {
	standIn.sandbox.faults.failNext({ match: /POST/, status: 'error_after_write' });
	const path = `/v1/leases/tenants/${people().resident.id}/notes`;
	const refusal = await refusalOf(ask('endpoint', 'request', { method: 'POST', path, body: '{"Note":"Called."}' }));
	expect(refusal.message).toContain('not known whether it was done');
	expect(standIn.asked()).toEqual([`POST ${path}`]);
});

allWithinSpecification(standIn);

import { askOf, refusalOf } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

const standIn = useStandIn('file');
const ask = askOf(standIn);
const parameter = (pairs: Array<[string, string]>) => ({ query: { parameter: pairs.map(([name, value]) => ({ name, value })) } });

it('GET gives the record, without sensitive fields unless they are asked for', async () => {
	const path = `/v1/leases/tenants/${standIn.sandbox.people.resident.id}`;
	const [record] = await ask('endpoint', 'request', { path });
	expect(record).toMatchObject({ LastName: 'Delgado' });
	expect(record).not.toHaveProperty('TaxId');
	expect((await ask('endpoint', 'request', { path, options: { includeSensitive: true } }))[0]).toHaveProperty('TaxId');
});

it('a list is an item for each record, paged when that is asked for', async () => {
	const { count } = standIn.sandbox.data.tenants;
	expect(await ask('endpoint', 'request', { path: '/v1/leases/tenants' })).toHaveLength(50);
	const all = { path: '/v1/leases/tenants', paginate: true, returnAll: true, ...parameter([['orderby', 'Id asc']]) };
	expect(await ask('endpoint', 'request', all)).toHaveLength(count());
	expect(await ask('endpoint', 'request', { ...all, returnAll: false, limit: 7 })).toHaveLength(7);
});

it('a parameter may come several times', async () => {
	const [a, b] = standIn.sandbox.data.rentals.all();
	const ids: Array<[string, string]> = [
		['propertyids', String(a?.Id)],
		['propertyids', String(b?.Id)],
	];
	expect(await ask('endpoint', 'request', { path: '/v1/rentals', ...parameter(ids) })).toHaveLength(2);
});

it('POST and PUT send the body', async () => {
	const path = `/v1/leases/tenants/${standIn.sandbox.people.resident.id}/notes`;
	const [note] = await ask('endpoint', 'request', { method: 'POST', path, body: '{"Note":"Called."}' });
	const [changed] = await ask('endpoint', 'request', {
		method: 'PUT',
		path: `${path}/${String(note?.Id)}`,
		body: { Note: 'Called twice.' },
	});
	expect(changed).toMatchObject({ Id: note?.Id, Note: 'Called twice.' });
});

it.each([
	['a path without /v1', { path: '/rentals' }, 'does not begin with /v1/'],
	['an address of another server', { path: 'https://example.com/v1/rentals' }, 'does not begin with /v1/'],
	['a body that is no JSON', { method: 'POST', path: '/v1/applicants', body: '{Note' }, 'Body is not a JSON object'],
])('refuses %s', async (_, parameters, words) => {
	expect((await refusalOf(ask('endpoint', 'request', parameters))).message).toContain(words);
	expect(standIn.asked()).toEqual([]);
});

allWithinSpecification(standIn);

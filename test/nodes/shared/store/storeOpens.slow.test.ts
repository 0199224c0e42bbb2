import '../../support/environment';

import { writeFileSync } from 'node:fs';

import type { ICredentialTestFunctions } from 'n8n-workflow';

import { LeasingStoreApi } from '../../../../credentials/LeasingStoreApi.credentials';
import { locationOf } from '../../../../nodes/shared/store/location';
import { closeStores, storeAt } from '../../../../nodes/shared/store/storeFor';
import { storeOpens } from '../../../../nodes/shared/store/storeOpens';
import { tempFolder } from '../../../helpers/tempFolder';
import { settings } from '../../../store/contract/builders';
import { describeOnServer, newPlace, removePlace } from '../../../store/postgres/realServer';
import { startRefusing } from '../../../store/postgres/wire';

const test = async (data: Record<string, string | number>) =>
	await storeOpens.call({} as ICredentialTestFunctions, { id: '1', name: 'Leasing Store', type: 'leasingStoreApi', data });

const POSTGRES = {
	backend: 'postgres',
	host: '127.0.0.1',
	port: 5432,
	database: 'leasing',
	user: 'n8n',
	password: 'not to be seen',
	ssl: 'off',
	schema: 'leasing',
};

afterEach(async () => await closeStores());

describe('the test of a Leasing Store credential', () => {
	const folder = tempFolder();
	afterAll(() => folder.remove());

	it('opens a file and says what it holds', async () => {
		const data = { backend: 'sqlite', file: folder.file('new.sqlite') };
		expect(await test(data)).toEqual({ status: 'OK', message: `The store opens: ${data.file}. It holds no company settings yet.` });
		await (await storeAt(data)).portfolios.save(settings());
		expect(await test(data)).toMatchObject({ status: 'OK', message: expect.stringContaining('It holds Cedar Grove Apartments.') });
	});

	it('says that a file is no store', async () => {
		writeFileSync(folder.file('diary.txt'), 'Dear diary, this is not a database. '.repeat(50));
		expect(await test({ backend: 'sqlite', file: folder.file('diary.txt') })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('Choose another file'),
		});
	});

	it.each<[what: string, fields: Record<string, string | number>, sentence: string]>([
		['no host', { host: ' ' }, 'Host is empty'],
		[
			'no database and no user',
			{ database: '', user: '' },
			'Database is empty: enter the name of a database that exists on the server. User is empty',
		],
		['a port that is none', { port: 0 }, 'Port: enter a number from 1 to 65535'],
		['a schema that would need quotes', { schema: 'My Leads' }, 'Schema: use small letters'],
		[
			'nobody there',
			{ port: 1 },
			'does not answer (connect ECONNREFUSED 127.0.0.1:1). Check that Postgres runs there, that host and port',
		],
	])(
		'Postgres with %s',
		async (_, fields, sentence) => {
			const result = await test({ ...POSTGRES, ...fields });
			expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(sentence) });
			expect(result.message).not.toContain('not to be seen');
		},
		15_000,
	);

	it.each<[what: string, code: string, message: string, sentence: string]>([
		[
			'a wrong password',
			'28P01',
			'password authentication failed for user "n8n"',
			'refused the user "n8n" with this password. Correct User and Password',
		],
		[
			'an unknown database',
			'3D000',
			'database "leasing" does not exist',
			'has no database "leasing". Create it there (CREATE DATABASE "leasing" OWNER "n8n"), or correct Database',
		],
		['missing rights', '42501', 'permission denied for database leasing', 'CREATE SCHEMA IF NOT EXISTS "leasing" AUTHORIZATION "n8n"'],
	])('Postgres with %s', async (_, code, message, sentence) => {
		const server = await startRefusing(code, message);
		const result = await test({ ...POSTGRES, port: server.port });
		server.stop();
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(sentence) });
		expect(result.message).not.toContain('not to be seen');
	});
});

describeOnServer('the test of a Leasing Store credential, on a real Postgres', () => {
	const place = newPlace();
	afterAll(async () => await removePlace(place));

	it('opens the store', async () => {
		const { host, port, database, user, password, schema = '' } = place;
		const data = { ...POSTGRES, host, port, database, user, password, schema };
		expect(await test(data)).toEqual({
			status: 'OK',
			message: `The store opens: Postgres ${host}:${port}/${database}, schema ${schema}. It holds no company settings yet.`,
		});
		expect(await storeAt(data)).toBe(await storeAt({ ...data }));
		expect(await storeAt(data)).not.toBe(await storeAt({ ...data, password: `${password}x` }));
	});
});

describe('the fields of a Leasing Store credential', () => {
	it('have defaults that make a place', () => {
		const defaults = Object.fromEntries(new LeasingStoreApi().properties.map(({ name, default: value }) => [name, value]));
		expect(locationOf(defaults)).toEqual(locationOf({}));
		const filled = { ...defaults, backend: 'postgres', host: 'db', database: 'd', user: 'u' };
		expect(locationOf(filled)).toEqual({
			backend: 'postgres',
			host: 'db',
			port: 5432,
			database: 'd',
			user: 'u',
			password: '',
			ssl: false,
			schema: 'leasing',
		});
	});

	it.each([
		['off', false],
		['on', true],
		['onUnchecked', 'no-verify'],
	])('SSL %s', (ssl, expected) => {
		expect(locationOf({ ...POSTGRES, ssl })).toMatchObject({ ssl: expected });
	});
});

import { randomUUID } from 'node:crypto';

import type { PostgresLocation } from '../../../store/location';
import { openDatabase } from '../../../store/openDatabase';
import { describeOnServer, newPlace, onServer, removePlace } from './realServer';
import { startRefusing } from './wire';

const local = (change: Partial<PostgresLocation>): PostgresLocation => ({
	backend: 'postgres',
	host: '127.0.0.1',
	port: 5432,
	database: 'leasing',
	user: 'n8n',
	password: 'never shown',
	ssl: false,
	...change,
});

const refusal = async (location: PostgresLocation): Promise<{ code: string; message: string }> =>
	await openDatabase(location).then(
		() => Promise.reject(new Error('It opened.')),
		(error: { code: string; message: string }) => error,
	);

describe('a Postgres store that cannot be opened', () => {
	it.each<[what: string, code: string, message: string, expected: { code: string; sentence: RegExp }]>([
		[
			'wrong password',
			'28P01',
			'password authentication failed for user "n8n"',
			{ code: 'cannot_open', sentence: /refused the user "n8n" with this password\. Correct User and Password/ },
		],
		[
			'not let in',
			'28000',
			'no pg_hba.conf entry for host "10.0.0.1", user "n8n", database "leasing", no encryption',
			{ code: 'cannot_open', sentence: /does not let the user "n8n" in.*try it with SSL/ },
		],
		[
			'no such database',
			'3D000',
			'database "leasing" does not exist',
			{ code: 'cannot_open', sentence: /no database "leasing"\. Create it there/ },
		],
		[
			'still starting',
			'57P03',
			'the database system is starting up',
			{ code: 'store_unavailable', sentence: /does not answer \(the database system is starting up\)/ },
		],
		['no connection left', '53300', 'sorry, too many clients already', { code: 'store_unavailable', sentence: /too many clients/ }],
	])(
		'%s',
		async (_, sqlState, message, expected) => {
			const server = await startRefusing(sqlState, message);
			const error = await refusal(local({ port: server.port }));
			server.stop();
			expect(error).toMatchObject({ name: 'StoreError', code: expected.code, message: expect.stringMatching(expected.sentence) });
			expect(error.message).not.toContain('never shown');
		},
		15_000,
	);

	it('nobody there', async () => {
		const error = await refusal(local({ port: 1 }));
		expect(error).toMatchObject({
			code: 'store_unavailable',
			message: expect.stringMatching(/127\.0\.0\.1:1\/leasing.*ECONNREFUSED.*host and port in the Leasing Store credential/),
		});
	}, 15_000);
});

describeOnServer('a Postgres store that cannot be opened, on a real server', () => {
	it('no such database', async () => {
		expect(await refusal(newPlace({ database: 'leasing_none' }))).toMatchObject({
			code: 'cannot_open',
			message: expect.stringContaining('no database "leasing_none"'),
		});
	});

	it('no SSL there', async () => {
		expect(await refusal(newPlace({ ssl: true }))).toMatchObject({ code: 'cannot_open', message: expect.stringMatching(/SSL/) });
	});

	describe('with a user who may not do everything', () => {
		const user = `test_${randomUUID().slice(0, 8)}`;
		const place = newPlace({ user });
		beforeAll(async () => {
			await onServer(`CREATE ROLE ${user} LOGIN`);
			await onServer(`REVOKE CREATE ON DATABASE ${place.database} FROM PUBLIC`);
		});
		afterAll(async () => {
			await removePlace(place);
			await onServer(`DROP ROLE ${user}`);
		});

		it('says what the owner must run', async () => {
			const error = await refusal(place);
			expect(error).toMatchObject({
				code: 'cannot_open',
				message: expect.stringContaining(`CREATE SCHEMA IF NOT EXISTS "${place.schema}" AUTHORIZATION "${user}"`),
			});
		});

		it('opens once that was done', async () => {
			await onServer(`CREATE SCHEMA IF NOT EXISTS "${place.schema}" AUTHORIZATION "${user}"`);
			await (await openDatabase(place)).close();
		});
	});
});

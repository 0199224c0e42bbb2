import { storeContract } from './contract';
import { emptiedFor } from './postgres/onPostgres';
import { startPglite, type InProcess } from './postgres/pglite';

let postgres: InProcess;
beforeAll(async () => {
	postgres = await startPglite();
}, 60_000);
afterAll(async () => await postgres.close());

storeContract(
	'PGlite, a Postgres without a server',
	emptiedFor(async () => await postgres.open('leasing')),
);

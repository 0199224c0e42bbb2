/**
 * What one more lead costs against ten thousand, a hundred thousand and a million stored ones, on SQLite and, where
 * LEASING_TEST_POSTGRES_URL names a server, on Postgres. `npm run bench -- --only lookups [--quick] [--json]`.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { makeIds } from '../../store/ids';
import type { PostgresLocation, StoreLocation } from '../../store/location';
import { openDatabase } from '../../store/openDatabase';
import { openStore } from '../../store/openStore';
import { locationFromUrl } from '../../store/postgres/url';
import { COMPANY } from '../company';
import { fillLeads } from './fill';
import { measureLookUps, type LookUpTimes, type Samples } from './measure';
import { mulberry32 } from '../../sandbox/mulberry32';
import { lookUpTable, lookUpTargets, type LookUpFigures } from './report';

const FULL = [10_000, 100_000, 1_000_000];
const QUICK = [1_000, 10_000];

/** Measures and prints. @returns the figures of each back end */
export async function runLookUps({ quick, json, sizes = quick ? QUICK : FULL }: { quick: boolean; json: boolean; sizes?: readonly number[] }): Promise<LookUpFigures[]> {
	const samples: Samples = quick ? { warmUp: 20, measured: 100 } : { warmUp: 200, measured: 1_000 };
	const say = (text: string) => (json ? process.stderr : process.stdout).write(`${text}\n`);
	const figures: LookUpFigures[] = [];
	for (const place of places()) {
		const times = await measurePlace(place.location, sizes, samples, say).finally(async () => await place.remove());
		const { backend } = place.location;
		const one: LookUpFigures = { backend, times, targets: lookUpTargets(backend, times) };
		say(`\n${lookUpTable(one)}\n`);
		figures.push(one);
	}
	if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	return figures;
}

interface Place {
	location: StoreLocation;
	remove(): Promise<void>;
}

function places(): Place[] {
	const folder = mkdtempSync(join(tmpdir(), 'leasing-bench-'));
	const sqlite: Place = { location: { backend: 'sqlite', file: join(folder, 'leasing.sqlite') }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
	const address = process.env.LEASING_TEST_POSTGRES_URL;
	if (address === undefined || address === '') return [sqlite];
	const location: PostgresLocation = { ...locationFromUrl(address), schema: `bench_${randomUUID().slice(0, 8)}` };
	return [sqlite, { location, remove: async () => await dropSchema(location) }];
}

async function measurePlace(location: StoreLocation, sizes: readonly number[], samples: Samples, say: (text: string) => void): Promise<LookUpTimes[]> {
	const random = mulberry32(20_261_122);
	const clock = { now: () => Date.now() };
	const store = await openStore(location, { clock, ids: makeIds(clock, randomBytes) });
	const times: LookUpTimes[] = [];
	try {
		await store.portfolios.save(COMPANY);
		let filled = 0;
		for (const size of sizes) {
			const began = Date.now();
			const database = await openDatabase(location);
			await fillLeads(database, COMPANY.key, filled, size, random);
			if (location.backend === 'postgres') await database.sql.script('ANALYZE');
			await database.close();
			filled = size;
			say(`${location.backend}: ${size} leads stored in ${((Date.now() - began) / 1000).toFixed(0)} s`);
			const measured = await measureLookUps(store, size, samples, random, 4_000_000 + size * 2);
			const { unknown, unknownCpu } = measured;
			say(`  one new lead: median ${unknown.median.toFixed(2)} ms, p99 ${unknown.p99.toFixed(2)} ms; processor median ${unknownCpu.median.toFixed(2)} ms, p99 ${unknownCpu.p99.toFixed(2)} ms`);
			times.push(measured);
		}
	} finally {
		await store.close();
	}
	return times;
}

async function dropSchema({ host, port, database, user, password, schema }: PostgresLocation): Promise<void> {
	const client = new Client({ host, port, database, user, password: () => password });
	await client.connect();
	await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
	await client.end();
}

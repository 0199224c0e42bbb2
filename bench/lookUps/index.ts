/**
 * What one more lead costs against ten thousand, a hundred thousand and a million stored ones, on SQLite and, where
 * LEASING_TEST_POSTGRES_URL names a server, on Postgres. `npm run bench -- --only lookups [--quick] [--json]`.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { makeIds } from '../../store/ids';
import type { PostgresLocation, StoreLocation } from '../../store/location';
import { openDatabase } from '../../store/openDatabase';
import { openStore } from '../../store/openStore';
import type { Store } from '../../store/port';
import { locationFromUrl } from '../../store/postgres/url';
import { COMPANY } from '../company';
import { fillLeads } from './fill';
import { LookUpSampler } from './measure';
import { mulberry32 } from '../../sandbox/mulberry32';
import { lookUpTable, lookUpTargets, type LookUpFigures } from './report';

const FULL = [10_000, 100_000, 1_000_000];
const QUICK = [1_000, 10_000];

/** Rounds of so many inquiries, one size after the other, so that whatever else the machine does meets all sizes alike. */
const A_ROUND = 25;

/**
 * The operating system keeps a file in memory that is in use, unless it needs the room. Virtual machines that take unused memory away as they go do not, and
 * then it is their disk that is measured: so the file is read through now and then.
 */
const WARM_EVERY = 8;

async function readThrough({ location }: Place): Promise<void> {
	if (location.backend !== 'sqlite') return;
	// Reading is all.
	for await (const _part of createReadStream(location.file, { highWaterMark: 1 << 20 }));
}

/** Measures and prints. @returns the figures of each back end */
export async function runLookUps({
	quick,
	json,
	sizes: chosen = null,
}: {
	quick: boolean;
	json: boolean;
	sizes?: readonly number[] | null;
}): Promise<LookUpFigures[]> {
	const sizes = chosen ?? (quick ? QUICK : FULL);
	const rounds = quick ? { warmUp: 1, measured: 4 } : { warmUp: 8, measured: 40 };
	const say = (text: string) => (json ? process.stderr : process.stdout).write(`${text}\n`);
	const figures: LookUpFigures[] = [];
	for (const makePlace of places()) {
		const filled: Filled[] = [];
		try {
			for (const size of sizes) filled.push(await fill(makePlace(), size, say));
			for (let round = 0; round < rounds.warmUp + rounds.measured; round++) {
				if (round % WARM_EVERY === 0) for (const { place } of filled) await readThrough(place);
				if (round === rounds.warmUp) for (const { sampler } of filled) sampler.forget();
				for (const { sampler } of filled) for (let sample = 0; sample < A_ROUND; sample++) await sampler.sample();
			}
			const backend = filled[0]?.place.location.backend ?? 'sqlite';
			const times = filled.map(({ sampler }) => sampler.times());
			const one: LookUpFigures = { backend, times, targets: lookUpTargets(backend, times) };
			say(`\n${lookUpTable(one)}\n`);
			figures.push(one);
		} finally {
			for (const { store, place } of filled) {
				await store.close();
				await place.remove();
			}
		}
	}
	if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	return figures;
}

interface Place {
	location: StoreLocation;
	remove(): Promise<void>;
}

interface Filled {
	place: Place;
	store: Store;
	sampler: LookUpSampler;
}

/** For each back end that is there, what makes one more empty place. */
function places(): Array<() => Place> {
	const sqlite = (): Place => {
		const folder = mkdtempSync(join(tmpdir(), 'leasing-bench-'));
		return {
			location: { backend: 'sqlite', file: join(folder, 'leasing.sqlite') },
			remove: async () => rmSync(folder, { recursive: true, force: true }),
		};
	};
	const address = process.env.LEASING_TEST_POSTGRES_URL;
	if (address === undefined || address === '') return [sqlite];
	const postgres = (): Place => {
		const location: PostgresLocation = { ...locationFromUrl(address), schema: `bench_${randomUUID().slice(0, 8)}` };
		return { location, remove: async () => await dropSchema(location) };
	};
	return [sqlite, postgres];
}

async function fill(place: Place, size: number, say: (text: string) => void): Promise<Filled> {
	const { location } = place;
	const clock = { now: () => Date.now() };
	const random = mulberry32(20_261_122);
	const began = Date.now();
	const store = await openStore(location, { clock, ids: makeIds(clock, randomBytes) });
	await store.portfolios.save(COMPANY);
	const database = await openDatabase(location);
	await fillLeads(database, COMPANY.key, 0, size, random);
	if (location.backend === 'postgres') await database.sql.script('ANALYZE');
	await database.close();
	say(`${location.backend}: ${size} leads stored in ${((Date.now() - began) / 1000).toFixed(0)} s`);
	// The same people come to every store.
	return { place, store, sampler: new LookUpSampler(store, size, FIRST_UNKNOWN, mulberry32(20_261_123)) };
}

/** Above every number that was filled in. */
const FIRST_UNKNOWN = 4_000_000;

async function dropSchema({ host, port, database, user, password, schema }: PostgresLocation): Promise<void> {
	const client = new Client({ host, port, database, user, password: () => password });
	await client.connect();
	await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
	await client.end();
}

/**
 * How long a search keeps n8n's only thread beside a million leads on SQLite, and the same question as a scan with LIKE, as it was asked before
 * there was an index. `npm run bench -- --only search [--quick] [--sizes N] [--json]`.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mulberry32 } from '../../sandbox/mulberry32';
import { makeIds } from '../../store/ids';
import { openDatabase } from '../../store/openDatabase';
import { openStore } from '../../store/openStore';
import type { Database } from '../../store/sql/executor';
import { COMPANY } from '../company';
import { fillLeads } from '../lookUps/fill';
import { median } from '../statistics';
import { heldBy, type Held } from './held';

const ROUNDS = 5;
/** What staff would type, from what nearly everybody has to what nobody has. */
const ASKED = ['smith', 'maria garcia', 'jo', 'example.com', '555 0123', 'james.smith', 'zzyzx', 'an example com'];
/** The thread may be held so long in one go. */
const MOST_MS = 50;

export interface SearchFigures {
	leads: number;
	asked: Array<{ text: string; found: number; ours: Held; like: Held; ratio: number }>;
	/** Putting all leads into the index, as the first search after an import does. */
	firstSearch: Held;
	/** By processor time: a search that waits for a busy machine is not a slow one. */
	met: boolean;
}

/** Measures and prints. @returns the exit status: 1 when something held the thread for too long */
export async function runSearch({
	quick,
	json,
	sizes,
}: {
	quick: boolean;
	json: boolean;
	sizes: readonly number[] | null;
}): Promise<number> {
	const leads = sizes?.at(-1) ?? (quick ? 10_000 : 1_000_000);
	const say = (text: string) => (json ? process.stderr : process.stdout).write(`${text}\n`);
	const folder = mkdtempSync(join(tmpdir(), 'leasing-bench-'));
	const location = { backend: 'sqlite', file: join(folder, 'leasing.sqlite') } as const;
	const clock = { now: () => Date.now() };
	const store = await openStore(location, { clock, ids: makeIds(clock, randomBytes) });
	const database = await openDatabase(location);
	try {
		await store.portfolios.save(COMPANY);
		await fillLeads(database, COMPANY.key, 0, leads, mulberry32(20_261_122));
		const search = async (text: string) => await store.leads.search({ portfolio: COMPANY.key, text, limit: 50 });
		const { result: _found, ...firstSearch } = await heldBy(async () => await search('smith'));
		say(
			`${leads} leads: the first search put all into the index in ${(firstSearch.whole / 1000).toFixed(0)} s, ${firstSearch.clock.toFixed(1)} ms at a time at most (${firstSearch.cpu.toFixed(1)} computing).`,
		);
		const asked: SearchFigures['asked'] = [];
		for (const text of ASKED) {
			const [ours, like] = [[] as Held[], [] as Held[]];
			let found = 0;
			for (let round = 0; round < ROUNDS; round++) {
				const { result, ...held } = await heldBy(async () => await search(text));
				ours.push(held);
				found = result.length;
				like.push(await heldBy(async () => await withLike(database, text)));
			}
			const [mine, theirs] = [middle(ours), middle(like)];
			asked.push({ text, found, ours: mine, like: theirs, ratio: mine.clock / theirs.clock });
		}
		const figures: SearchFigures = {
			leads,
			asked,
			firstSearch,
			met: [firstSearch, ...asked.map(({ ours }) => ours)].every(({ cpu }) => cpu <= MOST_MS),
		};
		say(tableOf(figures));
		if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
		return figures.met ? 0 : 1;
	} finally {
		await database.close();
		await store.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

function middle(held: readonly Held[]): Held {
	const of = (what: keyof Held): number => median(held.map((one) => one[what]));
	return { clock: of('clock'), cpu: of('cpu'), whole: of('whole') };
}

/** The peer: every lead is read, and every identity. */
async function withLike(database: Database, text: string): Promise<number> {
	const digits = text.replace(/\D/g, '');
	const value = `%${/[a-z]/.test(text) ? text : digits}%`;
	const rows = await database.sql.all(
		`SELECT * FROM leads WHERE portfolio = $1 AND merged_into IS NULL AND (lower(full_name || ' ' || COALESCE(phone, '') || ' ' || COALESCE(email, '')) LIKE $2
			OR id IN (SELECT lead_id FROM identities WHERE portfolio = $1 AND kind IN ('phone', 'email') AND value LIKE $2)) ORDER BY created_at DESC, id DESC LIMIT 50`,
		[COMPANY.key, value],
	);
	return rows.length;
}

function tableOf({ leads, asked, met }: SearchFigures): string {
	const row = (cells: string[]) => cells.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(12))).join('');
	const ms = (value: number) => value.toFixed(1);
	return [
		`A search beside ${leads} leads on SQLite, ms, median of ${ROUNDS}; held: the longest that nothing else could run.`,
		row(['asked', 'found', 'held', 'held, cpu', 'whole', 'LIKE held', 'ratio held']),
		...asked.map(({ text, found, ours, like, ratio }) =>
			row([text, String(found), ms(ours.clock), ms(ours.cpu), ms(ours.whole), ms(like.clock), ratio.toFixed(3)]),
		),
		`${met ? 'met   ' : 'missed'}  held at most ${MOST_MS} ms of computing in one go`,
	].join('\n');
}

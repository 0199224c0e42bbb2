import type { BatchProgress, BatchResult } from '../../leasing/match/batch/matchBatch';
import { BatchMatcher } from '../../leasing/match/batch/matchBatch';
import { guessColumns, isUsable, LIST_FIELDS, readColumns, type ColumnMap } from '../../leasing/match/batch/columns';
import { rowRecord } from '../../leasing/match/batch/rowRecord';
import type { DecidedPair } from '../../leasing/match/cluster';
import { DEFAULT_SETTINGS } from '../../leasing/match/neighbourhood';
import { readArguments, USAGE, type DedupeOptions } from './arguments';
import { openList, type List } from './openList';
import { CsvFile, decisionOf, reasonsText, REVIEW_HEADER } from './results';
import { UserError } from './userError';

export interface Surroundings {
	/** Results and help. */
	print(text: string): void;
	/** Progress and errors. */
	tell(text: string): void;
	/** Milliseconds, for the time it took. */
	now(): number;
}

/** The command `dedupe`. @returns the exit code: 0 done, 1 a mistake that the message says how to mend, 2 usage */
export async function dedupeCommand(args: string[], around: Surroundings): Promise<number> {
	try {
		const options = readArguments(args);
		if (options === null) {
			around.print(USAGE);
			return 2;
		}
		await dedupe(options, around);
		return 0;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		around.tell(`${error.message}\n`);
		return 1;
	}
}

async function dedupe(options: DedupeOptions, { print, tell, now }: Surroundings): Promise<void> {
	const began = now();
	const list = await openList(options.file, options);
	const columns = columnsOf(options, list);
	for (const note of list.notes) tell(`${note}\n`);
	tell(`Columns: ${describe(columns, list.headers)}\n`);

	const matcher = new BatchMatcher({ ...DEFAULT_SETTINGS, thresholds: options.thresholds }, progressTo(tell));
	let count = 0;
	for await (const row of list.rows()) matcher.add(rowRecord(row, String(count++), { columns, country: options.country }));
	if (count === 0) throw new UserError(`${options.file} has a header and no rows.`);
	const result = matcher.finish();

	const clusterOf = new Map<string, number>();
	result.clusters.forEach((rows, cluster) => rows.forEach((row) => clusterOf.set(row, cluster)));
	await writeClusters(options, list, columns, result, clusterOf);
	const { review, household } = await writeReview(options, list, columns, result, clusterOf);
	const joined = result.clusters.filter((rows) => rows.length > 1).length;
	print(
		`${number(count)} rows are ${number(result.clusters.length)} renters: ${number(joined)} of them have several rows.\n` +
			`${number(review)} pairs are for a person to decide (${((review / count) * 1_000).toFixed(1)} for each 1,000 rows), ${number(household)} are people who share a phone, a mailbox or a home.\n` +
			`${number(result.compared)} pairs compared in ${((now() - began) / 1_000).toFixed(1)} s. Written: ${options.out}, ${options.review}\n`,
	);
}

function columnsOf({ columns, file }: DedupeOptions, list: List): ColumnMap {
	const read = columns === null ? { ok: true as const, map: guessColumns(list.headers) } : readColumns(columns, list.headers);
	if (!read.ok) throw new UserError(read.problem);
	if (isUsable(read.map)) return read.map;
	const found = list.headers.length === 1 ? 'only one column; perhaps --delimiter is needed' : `the columns ${list.headers.join(', ')}`;
	throw new UserError(
		`No column of ${file} looks like a name, a phone or an e-mail. Found ${found}. Say which they are, e.g. --columns first=A,last=B,phone=C,email=D`,
	);
}

async function writeClusters(
	{ out }: DedupeOptions,
	list: List,
	columns: ColumnMap,
	result: BatchResult,
	clusterOf: ReadonlyMap<string, number>,
): Promise<void> {
	const file = new CsvFile(out);
	const kept = list.headers.map((header, index) => ({ header, index })).filter(({ index }) => columns.id?.[0] !== index);
	await file.write([...OURS, ...kept.map(({ header }) => (OURS.includes(header.toLowerCase()) ? `${header} (list)` : header))]);
	let row = 0;
	for await (const cells of list.rows()) {
		const key = String(row++);
		const cluster = clusterOf.get(key) ?? 0;
		const size = result.clusters[cluster]?.length ?? 1;
		const evidence = result.evidenceOf(key);
		const score = evidence === null ? '' : evidence.pair.weight.toFixed(1);
		await file.write([
			idOf(cells, row, columns),
			String(cluster + 1),
			decisionOf(size, evidence),
			score,
			reasonsText(size, evidence),
			...kept.map(({ index }) => cells[index] ?? ''),
		]);
	}
	await file.end();
}

const OURS = ['id', 'cluster', 'decision', 'score', 'reasons'];

async function writeReview(
	{ review }: DedupeOptions,
	list: List,
	columns: ColumnMap,
	result: BatchResult,
	clusterOf: ReadonlyMap<string, number>,
): Promise<Record<'review' | 'household', number>> {
	const open = result.pairs.filter(({ band }) => band === 'review' || band === 'household').sort(byUrgency);
	const wanted = new Set(open.flatMap(({ pair }) => [pair.one, pair.other]));
	const who = new Map<string, { id: string; text: string }>();
	let row = 0;
	for await (const cells of list.rows()) {
		const key = String(row++);
		if (wanted.has(key))
			who.set(key, {
				id: idOf(cells, row, columns),
				text: LIST_FIELDS.filter((field) => field !== 'id')
					.flatMap((field) => (columns[field] ?? []).map((index) => cells[index] ?? ''))
					.filter(Boolean)
					.join(' · '),
			});
	}
	const file = new CsvFile(review);
	await file.write(REVIEW_HEADER);
	for (const { pair, band } of open) {
		const side = (key: string): string[] => [who.get(key)?.id ?? '', String((clusterOf.get(key) ?? 0) + 1), who.get(key)?.text ?? ''];
		await file.write([
			band,
			pair.probability.toFixed(4),
			pair.weight.toFixed(1),
			...side(pair.one),
			...side(pair.other),
			reasonsText(1, { pair, band }),
		]);
	}
	await file.end();
	const reviews = open.filter(({ band }) => band === 'review').length;
	return { review: reviews, household: open.length - reviews };
}

/** Questions before households, the surest first. */
function byUrgency(one: DecidedPair, other: DecidedPair): number {
	return one.band === other.band ? other.pair.weight - one.pair.weight : one.band === 'review' ? -1 : 1;
}

function idOf(cells: readonly string[], row: number, { id }: ColumnMap): string {
	return (
		(id ?? [])
			.map((index) => cells[index] ?? '')
			.join(' ')
			.trim() || `row ${row}`
	);
}

function describe(columns: ColumnMap, headers: readonly string[]): string {
	return LIST_FIELDS.flatMap((field) =>
		columns[field] === undefined ? [] : [`${field} = ${columns[field].map((index) => headers[index] ?? '').join(' + ')}`],
	).join(', ');
}

function progressTo(tell: (text: string) => void): (progress: BatchProgress) => void {
	let said = '';
	return ({ stage, done, total }) => {
		const line =
			total === null
				? `${stage} ${number(Math.floor(done / 10_000) * 10_000)} rows`
				: `${stage} ${Math.floor((done / Math.max(1, total)) * 10) * 10} %`;
		if (line === said || (total === null && done < 10_000)) return;
		said = line;
		tell(`  ${line}\n`);
	};
}

function number(value: number): string {
	return value.toLocaleString('en-US');
}

import { createWriteStream, fchmodSync, fstatSync } from 'node:fs';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import type { DecidedPair } from '../../leasing/match/cluster';
import { reasonsOf, summaryOf } from '../../leasing/match/explain';
import { UserError } from './userError';

/** The file holds names and phone numbers. */
const OWNER_ONLY = 0o600;

/**
 * A cell that no spreadsheet takes for a formula, whoever put it into the list: `=HYPERLINK(…)` gets an apostrophe in front, which
 * spreadsheets show as text. Signs in front of what is a number or a phone stay, so that `+1 512 555 0142`, `-3.5` and `(512) …` can be
 * read and imported as before.
 */
export function harmless(cell: string): string {
	return STARTS_FORMULA.test(cell) && !(cell.length <= LONGEST_NUMBER && PHONE_OR_NUMBER.test(cell)) ? `'${cell}` : cell;
}

const STARTS_FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const LONGEST_NUMBER = 40;
/** Digits with what stands between them, and an extension: at worst a spreadsheet subtracts. */
const PHONE_OR_NUMBER = /^[+-]?[\d\s().,/]*\d(?:[\d\s().,/]|-(?=[\d\s(]))*(?: ?(?:x|ext\.?) ?\d{1,6})?$/i;

/** Writes rows one after the other; what the disk cannot take yet waits. */
export class CsvFile {
	private readonly stream;
	private failed: Error | null = null;

	constructor(private readonly file: string) {
		this.stream = createWriteStream(file, { mode: OWNER_ONLY });
		// The mode above counts for new files only, and one of an earlier run may be there.
		this.stream.on('open', (handle) => {
			if (fstatSync(handle).isFile()) fchmodSync(handle, OWNER_ONLY);
		});
		this.stream.on('error', (error) => (this.failed = error));
	}

	async write(row: readonly string[]): Promise<void> {
		this.check();
		if (!this.stream.write(stringify([row.map(harmless)]))) await once(this.stream, 'drain').catch(() => this.check());
	}

	async end(): Promise<void> {
		this.stream.end();
		if (this.failed === null) await once(this.stream, 'finish').catch(() => this.check());
		this.check();
	}

	private check(): void {
		if (this.failed !== null) throw new UserError(`${this.file} cannot be written: ${this.failed.message}`);
	}
}

/** How a row was decided: merged with others, alone, or alone and a person should look. */
export function decisionOf(clusterSize: number, evidence: DecidedPair | null): string {
	if (clusterSize > 1) return 'merged';
	return evidence === null ? 'single' : evidence.band;
}

/** Why, in one cell. */
export function reasonsText(clusterSize: number, evidence: DecidedPair | null): string {
	if (evidence === null) return clusterSize > 1 ? 'another row says exactly the same' : 'no other row comes near';
	if (clusterSize > 1 && evidence.band !== 'same') return 'another row says exactly the same';
	const guards = reasonsOf(evidence.pair, evidence.band).filter((reason) => reason.sentence.endsWith('.'));
	return [...guards.map((reason) => reason.sentence), summaryOf(evidence.pair)].join(' ');
}

export const REVIEW_HEADER = ['kind', 'probability', 'score', 'id_a', 'cluster_a', 'who_a', 'id_b', 'cluster_b', 'who_b', 'reasons'];

import { parseArgs } from 'node:util';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../leasing/match/bands';
import { UserError } from './userError';

export interface DedupeOptions {
	file: string;
	out: string;
	review: string;
	/** Null: guess from the header. */
	columns: string | null;
	country: string;
	/** Null: found out from the file. */
	delimiter: string | null;
	encoding: string | null;
	thresholds: Thresholds;
}

export const USAGE = `Finds the rows of a list that are the same renter. Nothing is sent anywhere and nothing is installed or changed.

  npx n8n-nodes-leasing dedupe <list.csv> [--out clusters.csv] [--review review.csv]

  --out       the list with the renter of every row, how it was decided and why (default: clusters.csv)
  --review    pairs that a person should look at, and households (default: review.csv)
  --columns   which columns hold what, if the guess from the header is wrong:
              first=..,last=..,name=..,phone=..,email=..,street=..,city=..,postcode=..,dob=..,id=..
              Columns are put together with a plus sign: street=number+street, phone=mobile+home
  --country   country of phone numbers without a prefix, and of dates such as 4/5/1988 (default: US)
  --delimiter , ; tab or |                    (default: found out from the file)
  --encoding  utf-8, utf-16le, windows-1252   (default: found out from the file)
  --automatic how sure to be to merge, 0.5 to 1 (default: ${DEFAULT_THRESHOLDS.automatic}; 1 never merges)
  --ask       how sure to be to ask a person, 0 to 1 (default: ${DEFAULT_THRESHOLDS.review})
`;

const OPTIONS = {
	out: { type: 'string' },
	review: { type: 'string' },
	columns: { type: 'string' },
	country: { type: 'string' },
	delimiter: { type: 'string' },
	encoding: { type: 'string' },
	automatic: { type: 'string' },
	ask: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line. @returns null when it asks for help or says nothing */
export function readArguments(args: string[]): DedupeOptions | null {
	const { values, positionals } = parsed(args);
	const [file, ...more] = positionals[0] === 'dedupe' ? positionals.slice(1) : positionals;
	if (values.help === true || file === undefined) return null;
	if (more.length > 0)
		throw new UserError(`One list at a time: "${more[0] ?? ''}" is one too many. A file name with spaces needs quotes.`);
	const options: DedupeOptions = {
		file,
		out: values.out ?? 'clusters.csv',
		review: values.review ?? 'review.csv',
		columns: values.columns ?? null,
		country: (values.country ?? 'US').toUpperCase(),
		delimiter: values.delimiter === undefined ? null : delimiterOf(values.delimiter),
		encoding: values.encoding?.toLowerCase() ?? null,
		thresholds: {
			automatic: share('--automatic', values.automatic, 0.5) ?? DEFAULT_THRESHOLDS.automatic,
			review: share('--ask', values.ask, 0) ?? DEFAULT_THRESHOLDS.review,
		},
	};
	if (options.thresholds.review > options.thresholds.automatic)
		throw new UserError('--ask must not be higher than --automatic: what is asked about is what is not sure enough to merge.');
	return options;
}

function parsed(args: string[]) {
	try {
		return parseArgs({ args, options: OPTIONS, allowPositionals: true });
	} catch (error) {
		throw new UserError(`${error instanceof Error ? error.message : String(error)}\nTry --help.`);
	}
}

function share(option: string, text: string | undefined, least: number): number | null {
	if (text === undefined) return null;
	const value = Number(text);
	if (text.trim() === '' || !(value >= least && value <= 1))
		throw new UserError(`${option} takes a number from ${least} to 1, such as 0.9; found "${text}".`);
	return value;
}

function delimiterOf(text: string): string {
	const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
	if (delimiter.length !== 1) throw new UserError(`--delimiter takes one sign or the word tab; found "${text}".`);
	return delimiter;
}

import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { UserError } from './userError';

/** A list as it lies on the disk: how it is written, and its rows, as often as one wants to read them. */
export interface List {
	headers: string[];
	delimiter: string;
	encoding: string;
	/** What had to be assumed, for the user to know. */
	notes: string[];
	rows(): AsyncGenerator<string[]>;
}

/** The list cannot be longer than a spreadsheet's cell in one cell; what is, has an open quote. */
const LONGEST_CELL = 1_000_000;

export async function openList(file: string, wish: { delimiter: string | null; encoding: string | null }): Promise<List> {
	const begin = await readBegin(file);
	const notes: string[] = [];
	const encoding = wish.encoding ?? (await findEncoding(file, begin, notes));
	const decoder = decoderFor(encoding);
	const text = decoder.decode(begin, { stream: true });
	if (text.trim() === '') throw new UserError(`${file} is empty.`);
	const delimiter = wish.delimiter ?? findDelimiter(text);
	const all = (): AsyncGenerator<string[]> => readRows(file, encoding, delimiter);
	let headers: string[] = [];
	for await (const row of all()) {
		headers = row;
		break;
	}
	return {
		headers,
		delimiter,
		encoding,
		notes,
		rows: async function* () {
			let first = true;
			for await (const row of all()) {
				if (!first) yield row;
				first = false;
			}
		},
	};
}

async function* readRows(file: string, encoding: string, delimiter: string): AsyncGenerator<string[]> {
	const parser = parse({
		bom: true,
		delimiter,
		record_delimiter: ['\r\n', '\n', '\r'],
		trim: true,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		max_record_size: LONGEST_CELL,
	});
	const source = createReadStream(file);
	const decoder = decoderFor(encoding);
	source.on('error', (error) => parser.destroy(error));
	source.on('data', (chunk) => {
		if (!parser.write(decoder.decode(typeof chunk === 'string' ? Buffer.from(chunk) : chunk, { stream: true }))) {
			source.pause();
			parser.once('drain', () => source.resume());
		}
	});
	source.on('end', () => parser.end(decoder.decode()));
	try {
		for await (const row of parser as AsyncIterable<string[]>) yield row;
	} catch (error) {
		throw new UserError(
			`${file} cannot be read as a list: ${error instanceof Error ? error.message : String(error)}. A quote that is never closed is the usual reason; --delimiter helps if the columns are separated by something unusual.`,
		);
	} finally {
		source.destroy();
		parser.destroy();
	}
}

async function readBegin(file: string): Promise<Buffer> {
	const found = await stat(file).catch(() => null);
	if (found === null) throw new UserError(`There is no file ${file}. Check the name, and the folder in which you are.`);
	if (!found.isFile()) throw new UserError(`${file} is a folder, not a file.`);
	const handle = await open(file).catch((error: unknown) => {
		throw new UserError(`${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
	});
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

async function findEncoding(file: string, begin: Buffer, notes: string[]): Promise<string> {
	if (begin.subarray(0, 2).toString('latin1') === 'PK')
		throw new UserError(`${file} is a spreadsheet (xlsx), not a list of plain text. Open it and save it as CSV.`);
	if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le';
	if (begin[0] === 0xfe && begin[1] === 0xff) return 'utf-16be';
	if (begin.includes(0))
		throw new UserError(
			`${file} is not plain text. Save the list as CSV (UTF-8); if it is text in an unusual encoding, name it with --encoding.`,
		);
	if (await isUtf8(file)) return 'utf-8';
	notes.push(
		'The file is not UTF-8; it was read as Windows-1252, which Excel writes. If names with accents look wrong, name the encoding with --encoding.',
	);
	return 'windows-1252';
}

async function isUtf8(file: string): Promise<boolean> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true });
		decoder.decode();
		return true;
	} catch (error) {
		if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
			return false;
		throw error;
	}
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(encoding);
	} catch {
		throw new UserError(`--encoding does not know "${encoding}". Usual ones are utf-8, utf-16le and windows-1252.`);
	}
}

/** The sign that cuts the header into the most columns; quoted text does not count. */
function findDelimiter(text: string): string {
	const header = (text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
	const counted = [',', ';', '\t', '|'].map((sign) => ({ sign, count: header.split(sign).length }));
	return counted.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).sign;
}

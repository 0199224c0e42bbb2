import PostalMime, { type Email } from 'postal-mime';
import type { GiveWay } from '../../../limits/giveWay';
import { READING } from '../../../limits/limits';

/** The parser keeps a buffer for each line, so lines cost more than letters. Two megabytes of a picture in base64 are 26,000. */
const MOST_LINES = 40_000;
const LONGEST_HEADERS = 200_000;
const DEEPEST = 20;
/** Lines that are read before others have their turn. */
const SLICE = 500;

/**
 * Parses a raw message, of a long one the beginning.
 * @returns null when its parts nest too deep or its headers are too long to be a mail
 */
export async function parseMime(raw: string, giveWay: GiveWay): Promise<{ mail: Email; cut: boolean } | null> {
	const text = beginningOf(raw);
	const parser = new PostalMime({ maxNestingDepth: DEEPEST, maxHeadersSize: LONGEST_HEADERS });
	giveWayBetweenLines(parser, giveWay);
	try {
		return { mail: await parser.parse(text), cut: text.length < raw.length };
	} catch {
		return null;
	}
}

/** The parser's own step for one line, which its types do not show, and the pieces it keeps of the part that it is in. */
interface ReadsLines {
	processLine?: (line: Uint8Array, isFinal: boolean) => Promise<void>;
	currentNode?: { contentDecoder?: { chunks?: unknown[] } | null };
}

function giveWayBetweenLines(parser: PostalMime, giveWay: GiveWay): void {
	const reads = parser as unknown as ReadsLines;
	const readLine = reads.processLine?.bind(parser);
	if (readLine === undefined) throw new Error('postal-mime reads its lines in another way now.');
	let lines = 0;
	reads.processLine = async (line, isFinal) => {
		if (++lines % SLICE === 0) {
			joinLast(reads.currentNode?.contentDecoder?.chunks ?? []);
			await giveWay();
		}
		await readLine(line, isFinal);
	};
}

/** The parser makes one Blob of two pieces for each line, which takes far longer than reading them; so the last pieces become one. */
function joinLast(pieces: unknown[]): void {
	const last = pieces.slice(-2 * SLICE);
	const bytes = last.flatMap((piece) =>
		typeof piece === 'string' ? [Buffer.from(piece)] : piece instanceof Uint8Array && piece.length < LONGEST_LINE ? [piece] : [],
	);
	if (bytes.length < SLICE || bytes.length < last.length) return;
	pieces.splice(-last.length, last.length, Buffer.concat(bytes));
}

/** What is longer was joined before, or is long enough by itself. */
const LONGEST_LINE = 10_000;

function beginningOf(raw: string): string {
	let end = -1;
	for (let line = 0; line < MOST_LINES; line++) {
		end = raw.indexOf('\n', end + 1);
		if (end === -1 || end >= READING.document) return raw.slice(0, READING.document);
	}
	return raw.slice(0, end + 1);
}

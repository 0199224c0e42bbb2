import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { dedupeCommand } from '../../../tools/dedupe/command';
import { harmless } from '../../../tools/dedupe/results';

const folder = mkdtempSync(path.join(tmpdir(), 'leasing-dedupe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string): string => path.join(folder, name);

/** Runs the command on a list with this content. */
async function dedupe(content: string | Buffer, ...options: string[]) {
	writeFileSync(place('list.csv'), content);
	return await run(place('list.csv'), '--out', place('clusters.csv'), '--review', place('review.csv'), ...options);
}

async function run(...args: string[]) {
	let printed = '';
	let told = '';
	const code = await dedupeCommand(args, { print: (text) => (printed += text), tell: (text) => (told += text), now: () => 0 });
	return { code, printed, told };
}

const read = (name: string): Array<Record<string, string>> => parse(readFileSync(place(name)), { columns: true });
/** Ids of each cluster, `1+2 3`. */
function clusters(): string {
	const groups = new Map<string, string[]>();
	for (const row of read('clusters.csv')) groups.set(row.cluster ?? '', [...(groups.get(row.cluster ?? '') ?? []), row.id ?? '']);
	return [...groups.values()].map((ids) => ids.join('+')).join(' ');
}

const HEADER = 'Lead ID,First Name,Last Name,Mobile Phone,Email,Created';
const LIST = `${HEADER}
1,Nadia,Ferris,(512) 555-0142,,2026-01-05
2,Nadia,Feris,512.555.0142,nadia.ferris88@gmail.com,2026-01-09
3,Ana,Ruiz,512-555-0177,,2026-02-01
4,Luis,Ruiz,+1 512 555 0177,,2026-02-01
5,Maria,Garcia,,m1@example.com,2026-02-02
`;

test('every row of the list has its renter, how it was decided and why; the questions stand in the other file', async () => {
	const { code, printed, told } = await dedupe(LIST);
	expect([code, clusters()]).toEqual([0, '1+2 3 4 5']);
	expect(told).toContain(
		'Columns: id = Lead ID, first = First Name, last = Last Name, phone = Mobile Phone, email = Email, seen = Created',
	);
	expect(printed).toContain('5 rows are 4 renters: 1 of them have several rows.');
	expect(printed).toContain('0 pairs are for a person to decide');
	const rows = read('clusters.csv');
	expect(rows.map(({ decision }) => decision)).toEqual(['merged', 'merged', 'household', 'household', 'single']);
	expect(rows[0]).toMatchObject({ 'First Name': 'Nadia', 'Mobile Phone': '(512) 555-0142', score: '25.0' });
	expect(rows[0]?.reasons).toMatch(/^same first name \+10\.0; last name spelled another way \+10\.0; same phone \+19\.0; .*sum \+25\.0$/);
	expect(read('review.csv')).toEqual([
		expect.objectContaining({
			kind: 'household',
			id_a: '3',
			id_b: '4',
			reasons: expect.stringContaining('The first names are of two people') as string,
		}),
	]);
});

test.each<[string, string | Buffer]>([
	['semicolons', LIST.replaceAll(',', ';')],
	['tabs', LIST.replaceAll(',', '\t')],
	['a byte order mark and Windows line ends', `\uFEFF${LIST.replaceAll('\n', '\r\n')}`],
	['quotes and commas in cells', LIST.replace('1,Nadia,Ferris', '1,"Nadia","Ferris, ""Jo"""').replace('"Ferris, ""Jo"""', '"Ferris"')],
	['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${LIST}`, 'utf16le')],
	['no line end at the end, and empty lines', LIST.trimEnd().replace('\n3', '\n\n\n3')],
	['mixed line ends', LIST.replace('\n3', '\r\n3')],
])('reads a list with %s', async (_, content) => {
	expect((await dedupe(content)).code).toBe(0);
	expect(clusters()).toBe('1+2 3 4 5');
});

test('reads what is not UTF-8 as Windows-1252, and says so', async () => {
	const { told } = await dedupe(Buffer.from(`${HEADER}\n1,José,Muñoz,512 555 0142,,\n2,Jose,Munoz,512 555 0142,,\n`, 'latin1'));
	expect(told).toContain('Windows-1252');
	expect(clusters()).toBe('1+2');
	expect(read('clusters.csv')[0]).toMatchObject({ 'First Name': 'José' });
});

test('columns can be named and put together; rows without an id are numbered; a column of the list called cluster is kept apart', async () => {
	const list =
		'cluster,who,no,road,town,cell,home\nx,Nadia Ferris,14,Maple Ct,Waco,512 555 0142,\ny,Nadia Ferris,14,Maple Court,Waco,,512 555 0177\n';
	expect((await dedupe(list, '--columns', 'name=who,street=no+road,city=town,phone=cell+home')).code).toBe(0);
	expect(clusters()).toBe('row 1+row 2');
	expect(read('clusters.csv').map((row) => row['cluster (list)'])).toEqual(['x', 'y']);
});

test('birth dates are read as the country writes them', async () => {
	const list = 'id,name,dob,email\n1,Nadia Ferris,9/4/1988,a@example.com\n2,Nadia Ferris,4.9.1988,b@example.com\n';
	await dedupe(list, '--country', 'GB');
	expect(clusters()).toBe('1+2');
});

test('the user says how sure to be: 1 merges nothing', async () => {
	const { printed } = await dedupe(LIST, '--automatic', '1');
	expect(clusters()).toBe('1 2 3 4 5');
	expect(printed).toContain('1 pairs are for a person to decide');
});

test.each<[string, string | Buffer, string[], string]>([
	['an empty file', '', [], 'is empty'],
	['a header alone', `${HEADER}\n`, [], 'a header and no rows'],
	['no usable column', 'a,b\n1,2\n', [], 'No column'],
	['one column', 'a\n1\n', [], '--delimiter'],
	['a spreadsheet', Buffer.from('PK\u0003\u0004…'), [], 'save it as CSV'],
	['binary', Buffer.from([1, 0, 2, 0, 0, 3]), [], 'not plain text'],
	['a column that is not there', LIST, ['--columns', 'first=Vorname'], 'has only these: Lead ID'],
	['an unknown field', LIST, ['--columns', 'nickname=First Name'], 'one of the fields'],
	['an unknown encoding', LIST, ['--encoding', 'klingon'], 'does not know "klingon"'],
	['a number that is none', LIST, ['--automatic', 'very'], 'takes a number from 0.5 to 1'],
	['asking more than merging', LIST, ['--automatic', '0.6', '--ask', '0.9'], 'must not be higher'],
	['an unknown option', LIST, ['--colums', 'x'], 'Try --help'],
	['a folder that is not there for the results', LIST, ['--out', path.join(folder, 'none', 'out.csv')], 'cannot be written'],
])('%s: the message says what to do', async (_, content, options, message) => {
	const { code, told } = await dedupe(content, ...options);
	expect([code, told]).toEqual([1, expect.stringContaining(message)]);
});

test('a file that is not there, and no file at all', async () => {
	expect(await run(place('none.csv'))).toMatchObject({ code: 1, told: expect.stringContaining('There is no file') as string });
	expect(await run()).toMatchObject({ code: 2, printed: expect.stringContaining('--columns') as string });
	expect(await run('dedupe', '--help')).toMatchObject({ code: 2 });
});

test('cells that a spreadsheet would run are texts in what is written, in both files', async () => {
	await dedupe(`=cmd|'/c calc'!A1,First Name,Last Name,Mobile Phone,Email,Note
1,=HYPERLINK("https://evil.example"),Ferris,+1 512 555 0142,,@SUM(1+1)
2,Ana,-2+3+cmd|x,512-555-0177,,-12.50
3,Luis,Ruiz,+1 512 555 0177,,+tax
`);
	const cells = ['clusters.csv', 'review.csv'].flatMap((name) => (parse(readFileSync(place(name))) as string[][]).flat());
	expect(cells.filter((cell) => /^[=@]|^[+-](?![\d (])/.test(cell))).toEqual([]);
	expect(cells).toEqual(
		expect.arrayContaining(['\'=HYPERLINK("https://evil.example")', "'@SUM(1+1)", "'-2+3+cmd|x", "'+tax", '+1 512 555 0142', '-12.50']),
	);
});

test.each(['+15125550142', '+1 (512) 555-0142', '+1-512-555-0142 x17', '-3.5', '+44 20 7946 0018', '-1,200.00'])(
	'%s stays as it is',
	(cell) => expect(harmless(cell)).toBe(cell),
);
test.each(['=1', '+1+1', '-1-A1', '@x', '\tx', '\rx', '+1512-cmd', '＝1', '-'])('%s gets an apostrophe', (cell) =>
	expect(harmless(cell)).toBe(`'${cell}`),
);
test('a cell of any length is judged at once', () => {
	const long = `+${'1'.repeat(100_000)}x`;
	expect(harmless(long)).toBe(`'${long}`);
});

test('only the owner may read what is written, also where a file of an earlier run lies', async () => {
	writeFileSync(place('clusters.csv'), 'old');
	chmodSync(place('clusters.csv'), 0o644);
	rmSync(place('review.csv'), { force: true });
	await dedupe(LIST);
	expect(['clusters.csv', 'review.csv'].map((name) => statSync(place(name)).mode & 0o777)).toEqual([0o600, 0o600]);
});

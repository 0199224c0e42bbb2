import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What is written, the file whose text it is taken for, and the text. */
type Row = readonly [what: string, file: string, code: string, says?: string];

const IN_OFFICE = 'A deed of the leasing office';
const NO_N8N = 'The office knows no n8n';
const VENDOR = "A vendor's word in a room that serves all vendors";

const REFUSED: readonly Row[] = [
	['a transaction in a node', 'nodes/Lead/Lead.node.ts', 'void store.transaction(async () => 1);', IN_OFFICE],
	['a write in a node', 'nodes/Lead/Lead.node.ts', "void store.tasks.complete('task_1');", IN_OFFICE],
	['a write in n8n plumbing', 'nodes/shared/errors.ts', 'void store.events.record({});', IN_OFFICE],
	['a transaction handed to a node', 'nodes/Lead/Lead.node.ts', "import type { StoreFamilies } from '../../store/port';", IN_OFFICE],
	[
		'a write of a family that was taken out of the store',
		'nodes/Lead/Lead.node.ts',
		"export const run = async ({ tasks }: Store) => await tasks.complete('task_1');",
		IN_OFFICE,
	],
	['the same in a step of its own', 'nodes/Lead/Lead.node.ts', 'const { tasks } = store;', IN_OFFICE],
	['n8n in the office, loaded late', 'office/leads/story.ts', "void import('n8n-workflow');", NO_N8N],
	['n8n in the office', 'office/leads/story.ts', "import { sleep } from 'n8n-workflow';", NO_N8N],
	['a node in the office', 'office/leads/story.ts', "import { asNodeError } from '../../nodes/shared/errors';", 'office/ imports only'],
	['a vendor in the office', 'office/texts/sendText.ts', "export const provider = 'twilio';", VENDOR],
	['a vendor in a name', 'office/texts/sendText.ts', 'export const buildiumId = 1;', VENDOR],
	['a vendor in a neutral rule', 'leasing/call/verdict.ts', 'export const words = `as RingCentral says`;', VENDOR],
	['a vendor in the store', 'store/openStore.ts', "export const table = 'appfolio_leads';", VENDOR],
	['a vendor in n8n plumbing', 'nodes/shared/errors.ts', "export const name = 'Buildium';", VENDOR],
];
const ALLOWED: readonly Row[] = [
	['reading in a node', 'nodes/Lead/Lead.node.ts', "void store.tasks.get('task_1');"],
	['a transaction in the office', 'office/leads/story.ts', 'void store.transaction(async () => 1);'],
	["a vendor's fact in its own room", 'leasing/twilio/errors.ts', "export const name = 'Twilio';"],
	["a vendor's name as the reason for a habit", 'office/texts/sendText.ts', '/** Twilio was seen to take fifteen seconds. */'],
];

/** @returns what the house's rules say, by row */
function lint(rows: readonly Row[]): Map<Row, string> {
	const input = JSON.stringify(rows.map(([, file, code]) => ({ file, code: `${code}\n` })));
	const { stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'lintTexts.mjs')], { input, encoding: 'utf8' });
	if (stdout === '') throw new Error(stderr);
	const said = JSON.parse(stdout) as string[][];
	return new Map(rows.map((row, index) => [row, said[index]?.join('\n') ?? 'nothing was linted']));
}

describe('the house is held by lint rules', () => {
	let said: Map<Row, string>;
	beforeAll(() => {
		said = lint([...REFUSED, ...ALLOWED]);
	}, 60_000);

	test.each(REFUSED.map((row) => [row[0], row] as const))('%s is refused', (_what, row) => expect(said.get(row)).toContain(row[3]));
	test.each(ALLOWED.map((row) => [row[0], row] as const))('%s is not', (_what, row) => expect(said.get(row)).toBe(''));
});

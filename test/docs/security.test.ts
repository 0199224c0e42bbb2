/** SECURITY.md says what the code does: its numbers are the code's, and every threat names a test that exists. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_REPLAY_WINDOW } from '../../leasing/buildium/webhook/signature';
import { READING, WEBHOOK } from '../../leasing/limits/limits';
import { personalName } from '../../leasing/text/personalName';
import { textPolicySchema } from '../../leasing/text/textPolicy';
import { MINUTE } from '../../leasing/time';
import { page, PROJECT } from './support/pages';

const { text } = page('SECURITY.md');

function rowsOf(heading: string): string[][] {
	const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
	const rows = section.split('\n').filter((line) => line.startsWith('| '));
	return rows.slice(2).map((row) =>
		row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
}

const limitOf = (what: string): string => rowsOf('Limits').find(([of]) => of === what)?.[1] ?? `nothing about ${what}`;
const number = (value: number): string => value.toLocaleString('en-US');

describe('limits', () => {
	it('are those of the code', () => {
		expect(limitOf('one request to a trigger')).toBe(`${WEBHOOK.bytes / 1_024} KB, ${WEBHOOK.fields} fields`);
		expect(limitOf('age of a Buildium delivery')).toContain(`${DEFAULT_REPLAY_WINDOW / MINUTE} minutes`);
		expect(limitOf('one item of *Normalize Lead*')).toBe(
			`${READING.bytes / 1e6} MB, ${number(READING.leads)} leads, ${READING.millis / MINUTE} minutes`,
		);
		expect(limitOf('one lead')).toBe(
			`${number(READING.fields)} fields, ${READING.depth} groups within each other, ${READING.people} people`,
		);
		expect(limitOf('one mail, page or transcript')).toBe(`${READING.document / 1e6} MB`);
		const policy = textPolicySchema.parse({});
		expect(limitOf('texts to numbers that never called or wrote')).toContain(
			`${policy.strangersPerLineHour} an hour for a line, ${policy.strangersPerPortfolioHour} for a portfolio`,
		);
	});

	it('hold for names, too', () => {
		const [words = 0, letters = 0] = [...limitOf('a name in a text').matchAll(/\d+/g)].map(Number);
		expect(personalName(Array.from({ length: words }, () => 'Ana').join(' '))).not.toBeNull();
		expect(personalName(Array.from({ length: words + 1 }, () => 'Ana').join(' '))).toBeNull();
		expect(personalName('a'.repeat(letters))).not.toBeNull();
		expect(personalName('a'.repeat(letters + 1))).toBeNull();
	});
});

describe('threats', () => {
	const threats = rowsOf('Threats, and the test of each');

	it('are more than twenty', () => expect(threats.length).toBeGreaterThan(20));

	it.each(threats.map(([threat = '', , tests = '']) => [threat, tests] as const))('%s: its test exists', (_threat, tests) => {
		const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
		const title = /: "(.+)"$/.exec(tests)?.[1] ?? '';
		expect(files.filter((file) => !existsSync(path.join(PROJECT, file)))).toEqual([]);
		expect(title).not.toBe('');
		// The last file holds the title; one before it runs it.
		expect(readFileSync(path.join(PROJECT, files.at(-1) ?? ''), 'utf8')).toContain(title);
	});
});

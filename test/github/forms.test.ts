/** Issue forms and Dependabot, held against the shape that GitHub documents: a form with a mistake is not shown at all. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/v4';
import { PROJECT } from '../docs/support/pages';

const GITHUB = path.join(PROJECT, '.github');
const read = (file: string): unknown => parse(readFileSync(path.join(GITHUB, file), 'utf8'));

const id = z.string().regex(/^[\w-]+$/);
const validations = z.strictObject({ required: z.boolean() }).optional();
const words = { label: z.string().min(1), description: z.string().optional() };
const Field = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string().min(1) }) }),
	z.strictObject({
		type: z.literal('input'),
		id,
		attributes: z.strictObject({ ...words, placeholder: z.string().optional() }),
		validations,
	}),
	z.strictObject({
		type: z.literal('textarea'),
		id,
		attributes: z.strictObject({ ...words, placeholder: z.string().optional(), render: z.string().optional() }),
		validations,
	}),
	z.strictObject({
		type: z.literal('dropdown'),
		id,
		attributes: z.strictObject({ ...words, options: z.array(z.string().min(1)).min(2) }),
		validations,
	}),
]);
const Form = z.strictObject({
	name: z.string().min(4),
	description: z.string().min(4),
	labels: z.array(z.string()),
	body: z.array(Field).min(1),
});

const FORMS = ['bug.yml', 'feature.yml', 'misread-lead.yml', 'question.yml'];

it('there is a form for each kind of issue, and a place for what must stay private', () => {
	expect(readdirSync(path.join(GITHUB, 'ISSUE_TEMPLATE')).sort()).toEqual([...FORMS, 'config.yml'].sort());
	const Config = z.strictObject({
		blank_issues_enabled: z.literal(false),
		contact_links: z.array(z.strictObject({ name: z.string(), url: z.url(), about: z.string() })),
	});
	expect(Config.parse(read('ISSUE_TEMPLATE/config.yml')).contact_links.map(({ url }) => url)).toContainEqual(
		expect.stringMatching(/\/security\/advisories\/new$/),
	);
});

describe.each(FORMS)('%s', (file) => {
	const form = () => Form.parse(read(`ISSUE_TEMPLATE/${file}`));
	const fields = () => form().body.flatMap((field) => (field.type === 'markdown' ? [] : [field]));

	it('is a form as GitHub takes it, each field and choice once, with something that has to be filled in', () => {
		const ids = fields().map((field) => field.id);
		const labels = fields().map((field) => field.attributes.label);
		expect([new Set(ids).size, new Set(labels).size]).toEqual([ids.length, labels.length]);
		for (const field of fields())
			if (field.type === 'dropdown') expect(new Set(field.attributes.options).size).toBe(field.attributes.options.length);
		expect(fields().some((field) => field.validations?.required === true)).toBe(true);
	});

	it("asks for no renter's data where it asks for examples", () => {
		const asksForData = file !== 'feature.yml';
		const notes = form().body.flatMap((field) => (field.type === 'markdown' ? [field.attributes.value] : []));
		expect(notes.some((note) => /Everybody can read this|everybody can read this/.test(note))).toBe(asksForData);
	});
});

it('a bug report says which n8n, how it was installed, and where the store lies', () => {
	const required = Form.parse(read('ISSUE_TEMPLATE/bug.yml')).body.flatMap((field) =>
		field.type !== 'markdown' && field.validations?.required === true ? [field.id] : [],
	);
	expect(required).toEqual(['happened', 'package', 'n8n', 'installed', 'store']);
});

it('Dependabot looks after packages and actions, and leaves alone what goes with our n8n', () => {
	const Dependabot = z.object({
		version: z.literal(2),
		updates: z.array(
			z.object({
				'package-ecosystem': z.string(),
				directory: z.literal('/'),
				schedule: z.strictObject({ interval: z.literal('weekly') }),
				ignore: z.array(z.strictObject({ 'dependency-name': z.string() })).default([]),
			}),
		),
	});
	const { updates } = Dependabot.parse(read('dependabot.yml'));
	expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
	expect(updates[0]?.ignore.map((one) => one['dependency-name'])).toEqual(['n8n-core', 'n8n-workflow', 'zod']);
});

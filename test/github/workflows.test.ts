/** Nobody can run GitHub's workflows here; what can be checked of them without GitHub is checked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/v4';
import { PROJECT } from '../docs/support/pages';
import { scripts } from '../docs/support/product';

const FOLDER = path.join(PROJECT, '.github/workflows');
const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const Step = z.strictObject({
	uses: z.string().optional(),
	run: z.string().optional(),
	with: z.record(z.string(), z.unknown()).optional(),
	env: z.record(z.string(), z.string()).optional(),
});
const Job = z.object({
	uses: z.string().optional(),
	'runs-on': z.string().optional(),
	'timeout-minutes': z.number().optional(),
	permissions: Permissions.optional(),
	needs: z.string().optional(),
	steps: z.array(Step).default([]),
});
const Workflow = z.object({
	name: z.string(),
	on: z.record(z.string(), z.unknown()),
	permissions: Permissions,
	jobs: z.record(z.string(), Job),
});

const workflows = readdirSync(FOLDER).map((file) => {
	const text = readFileSync(path.join(FOLDER, file), 'utf8');
	return { file, text, ...Workflow.parse(parse(text)) };
});
const jobs = workflows.flatMap(({ file, jobs: own }) => Object.entries(own).map(([name, job]) => ({ name: `${name} of ${file}`, job })));
const steps = jobs.flatMap(({ name, job }) => job.steps.map((step) => ({ name, step })));

it.each(workflows)('$file may only read, except in jobs that say so', ({ permissions }) =>
	expect(permissions).toEqual({ contents: 'read' }),
);

it.each(jobs)('$name ends by itself, and waits for jobs that exist', ({ job }) => {
	expect(job['timeout-minutes'] !== undefined || job.uses !== undefined).toBe(true);
	if (job.uses !== undefined) expect(existsSync(path.join(PROJECT, job.uses))).toBe(true);
});

it.each(workflows)('the actions of $file are named by commit, with their version beside it', ({ text }) => {
	const used = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)]
		.flatMap(([, action]) => action ?? [])
		.filter((action) => !action.startsWith('./'));
	expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});

it('their steps name scripts and files that exist', () => {
	const commands = steps.flatMap(({ step }) => step.run ?? []);
	const named = commands.flatMap((run) => [...run.matchAll(/\bnpm (?:run )?([\w:]+)/g)].flatMap(([, script]) => script ?? []));
	const files = commands.flatMap((run) => [...run.matchAll(/\bnode (\S+)/g)].flatMap(([, file]) => file ?? []));
	expect(named).toEqual(expect.arrayContaining(['test', 'build', 'publish']));
	expect(named.filter((script) => script !== 'publish' && !scripts.includes(script))).toEqual([]);
	expect(files.filter((file) => !existsSync(path.join(PROJECT, file)))).toEqual([]);
});

it('all run on the Node of n8n 2.x', () => {
	const nodes = steps.flatMap(({ step }) => (step.uses?.startsWith('actions/setup-node@') === true ? [step.with?.['node-version']] : []));
	expect(nodes.length).toBeGreaterThan(0);
	expect(nodes.filter((version) => version !== 24)).toEqual([]);
});

it('no checkout leaves its token behind', () => {
	const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@') === true);
	expect(checkouts.filter(({ step }) => step.with?.['persist-credentials'] !== false)).toEqual([]);
});

describe('a release', () => {
	const release = workflows.find(({ file }) => file === 'release.yml');

	it('is published by one job alone, after all tests, with a provenance statement and without a token of ours', () => {
		expect(jobs.filter(({ job }) => job.permissions?.['id-token'] !== undefined).map(({ name }) => name)).toEqual([
			'publish of release.yml',
		]);
		expect(release?.jobs['publish']?.needs).toBe('test');
		expect(release?.jobs['publish']?.steps.at(-1)?.run).toBe('npm publish --provenance --access public');
		expect(release?.text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|_authToken/);
	});

	it('is checked against package.json and the changelog before it is built', () => {
		const runs = release?.jobs['publish']?.steps.flatMap(({ run }) => run ?? []) ?? [];
		expect(runs[0]).toBe('node scripts/release/check.mjs "$GITHUB_REF_NAME"');
		expect(runs.indexOf('npm run build')).toBeGreaterThan(0);
	});

	it('is made of nothing that an earlier run left in a cache', () => {
		const own = release?.jobs['publish']?.steps ?? [];
		expect(own.filter(({ uses }) => uses?.startsWith('actions/cache@') === true)).toEqual([]);
		expect(own.flatMap(({ uses, with: settings }) => (uses?.startsWith('actions/setup-node@') === true ? [settings] : []))).toEqual([
			expect.objectContaining({ 'package-manager-cache': false }),
		]);
	});
});

/** What every template has to be before anybody imports it: known nodes and fields, nothing of the machine it was made on, its pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';
import { page, PROJECT } from './support/pages';
import { nodes } from './support/product';

const FOLDER = path.join(PROJECT, 'workflows-templates');
const OURS = 'n8n-nodes-leasing.';
const names = readdirSync(FOLDER);

const Node = z.strictObject({
	id: z.uuid(),
	name: z.string().min(1),
	type: z.string(),
	typeVersion: z.number(),
	position: z.tuple([z.number(), z.number()]),
	parameters: z.record(z.string(), z.unknown()),
	webhookId: z.string().optional(),
	disabled: z.boolean().optional(),
	onError: z.string().optional(),
});
/** Strict: no credentials, no pinned data, no ids of somebody's n8n. */
const Workflow = z.strictObject({
	name: z.string(),
	nodes: z.array(Node),
	connections: z.record(z.string(), z.record(z.string(), z.array(z.array(z.looseObject({ node: z.string() })).nullable()))),
	settings: z.strictObject({ executionOrder: z.literal('v1') }),
	meta: z.strictObject({ templateCredsSetupCompleted: z.boolean().optional() }).optional(),
});

describe.each(names)('%s', (name) => {
	const workflow = () => Workflow.parse(JSON.parse(readFileSync(path.join(FOLDER, name, 'workflow.json'), 'utf8')));

	it('is named by number and words, and holds nothing of the n8n that it was made on', () => {
		expect(name).toMatch(/^\d\d(-[a-z]+)+$/);
		expect(name.slice(3)).toBe(workflow().name.toLowerCase().replaceAll(' ', '-').replace('-with-', '-'));
	});

	it('uses nodes of ours that exist, with fields that they have', () => {
		const unknown = workflow().nodes.flatMap(({ name: node, type, parameters }) => {
			if (!type.startsWith(OURS)) return [];
			const found = nodes.find(({ description }) => description.name === type.slice(OURS.length));
			if (found === undefined) return [`${node}: there is no ${type}`];
			const fields = found.description.properties.map((property) => property.name);
			return Object.keys(parameters).flatMap((field) => (fields.includes(field) ? [] : [`${node}: there is no field ${field}`]));
		});
		expect(unknown).toEqual([]);
	});

	it('has wires between nodes that exist, each name and id once, and notes that explain', () => {
		const { nodes: all, connections } = workflow();
		const known = all.map((node) => node.name);
		const wired = Object.entries(connections).flatMap(([from, outputs]) => [
			from,
			...Object.values(outputs).flatMap((ways) => ways.flatMap((way) => (way ?? []).map(({ node }) => node))),
		]);
		expect(wired.filter((node) => !known.includes(node))).toEqual([]);
		expect([new Set(known).size, new Set(all.map(({ id }) => id)).size]).toEqual([all.length, all.length]);
		expect(all.some(({ type }) => type === 'n8n-nodes-base.stickyNote')).toBe(true);
	});

	it('has a page that explains every node, and a README beside it that links there', () => {
		const file = `docs/templates/${name}.md`;
		const { text } = page(file);
		const steps = workflow().nodes.filter(({ type }) => !/stickyNote|manualTrigger/.test(type));
		expect(text).toMatch(new RegExp(`^# (Template )?${name.slice(0, 2)}:? ${workflow().name}\n`));
		expect(steps.map((node) => node.name).filter((node) => !text.includes(node))).toEqual([]);
		expect(page(`workflows-templates/${name}/README.md`).text).toContain(`/blob/main/${file}`);
		expect(existsSync(path.join(PROJECT, file))).toBe(true);
	});
});

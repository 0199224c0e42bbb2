import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { INodeType, INodeTypeBaseDescription } from 'n8n-workflow';

import { systemClock, systemIds } from '../../nodes/shared/runtime';
import { dedupeCommand } from '../../tools/dedupe/command';
import { openStore } from '../../store/openStore';
import { runNode } from '../../test/nodes/support/runNode';
import { COMPANY } from '../company';
import { inquiryOf } from '../inquiryOf';
import type { ListRow } from './list';

interface Given {
	list: string;
	text(): string;
	/** For what is written; taken away afterwards. */
	folder: string;
}

interface Contender {
	says: string;
	/** Everything that is not measured. @returns what is measured, and how many renters it found */
	prepare(given: Given): Promise<() => Promise<number>> | (() => Promise<number>);
}

export const CONTENDERS = {
	command: {
		says: 'npx n8n-nodes-leasing dedupe',
		prepare({ list, folder }) {
			const out = join(folder, 'clusters.csv');
			return async () => {
				const code = await dedupeCommand([list, '--out', out, '--review', join(folder, 'review.csv')], {
					print: () => {},
					tell: () => {},
					now: () => Date.now(),
				});
				if (code !== 0) throw new Error(`The command ended with ${code}.`);
				return new Set(rowsOf(readFileSync(out, 'utf8')).map(({ cluster }) => cluster)).size;
			};
		},
	},
	node: {
		says: 'Deduplicate Lead, SQLite',
		async prepare({ text, folder }) {
			const items = rowsOf(text()).map((row) => ({ inquiry: inquiryFrom(row) }));
			const file = join(folder, 'leasing.sqlite');
			const store = await openStore({ backend: 'sqlite', file }, { clock: systemClock, ids: systemIds });
			await store.portfolios.save(COMPANY);
			const nodeType = ourNode('DeduplicateLead');
			return async () => {
				await runNode({ nodeType, items, credentials: { leasingStoreApi: { file } } });
				return await store.leads.count(COMPANY.key);
			};
		},
	},
	removeDuplicates: {
		says: 'n8n Remove Duplicates, all fields',
		prepare({ text }) {
			const items = rowsOf(text()).map(({ id: _id, created: _created, ...row }) => row);
			const nodeType = removeDuplicates();
			const parameters = { operation: 'removeDuplicateInputItems', compare: 'allFields' };
			return async () => (await runNode({ nodeType, items, parameters })).outputs[0]?.length ?? 0;
		},
	},
	exactKeys: {
		says: 'the same phone or e-mail, as CRMs do it',
		prepare({ text }) {
			const rows = rowsOf(text());
			return () => Promise.resolve(exactGroups(rows));
		},
	},
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof CONTENDERS;

export function isContender(name: string | undefined): name is ContenderName {
	return name !== undefined && name in CONTENDERS;
}

/** A cast, not a check: list.ts wrote the file. */
function rowsOf(text: string): Array<ListRow & { cluster?: string }> {
	return parse<ListRow>(text, { columns: true });
}

function inquiryFrom({ id, first, last, phone, email, created }: ListRow) {
	return inquiryOf(
		{ firstName: first || null, lastName: last || null, phones: phone === '' ? [] : [phone], emails: email === '' ? [] : [email] },
		id,
		Date.parse(created),
	);
}

function exactGroups(rows: readonly ListRow[]): number {
	const parent = rows.map((_, index) => index);
	const find = (index: number): number => {
		let root = index;
		while (parent[root] !== root) root = parent[root] ?? root;
		parent[index] = root;
		return root;
	};
	const first = new Map<string, number>();
	rows.forEach(({ phone, email }, index) => {
		for (const key of [phone, email]) {
			if (key === '') continue;
			const known = first.get(key);
			if (known === undefined) first.set(key, index);
			else parent[find(index)] = find(known);
		}
	});
	return new Set(rows.map((_, index) => find(index))).size;
}

/** As it is published: out of the bundle that was built. */
function ourNode(name: string): new () => INodeType {
	const loaded = createRequire(__filename)(resolve(__dirname, `../../dist/nodes/${name}/${name}.node.js`)) as Record<
		string,
		new () => INodeType
	>;
	const nodeType = loaded[name];
	if (nodeType === undefined) throw new Error(`dist/ has no node ${name}; run this as "npm run bench".`);
	return nodeType;
}

/** n8n's own node, out of the n8n that the benchmark runs beside. */
function removeDuplicates(): new () => INodeType {
	const folder = process.env.LEASING_N8N_DIR;
	if (folder === undefined) throw new Error('LEASING_N8N_DIR names no n8n; run this as "npm run bench".');
	const load = createRequire(join(folder, 'package.json'));
	const { RemoveDuplicatesV2 } = load('n8n-nodes-base/dist/nodes/Transform/RemoveDuplicates/v2/RemoveDuplicatesV2.node.js') as {
		RemoveDuplicatesV2: new (base: INodeTypeBaseDescription) => INodeType;
	};
	return class extends RemoveDuplicatesV2 {
		constructor() {
			super({ displayName: 'Remove Duplicates', name: 'removeDuplicates', group: ['transform'], description: '' });
		}
	};
}

/** What the package holds, as package.json lists it, for comparison with what is written about it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ICredentialType, INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import * as z from 'zod/v4';
import { PROJECT } from './pages';

const manifestSchema = z.object({
	scripts: z.record(z.string(), z.string()),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

const codexSchema = z.object({
	resources: z.object({
		primaryDocumentation: z.array(z.object({ url: z.string() })).min(1),
		credentialDocumentation: z.array(z.object({ url: z.string() })).default([]),
	}),
});

/** Which classes there are is known only from package.json, and jest wants its tests named at once. */
const load = createRequire(__filename);

const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')));

export const scripts = Object.keys(manifest.scripts);

export interface DocumentedNode {
	description: INodeTypeDescription;
	/** Addresses in the codex file. */
	page: string;
	credentialPages: string[];
}

export const nodes: DocumentedNode[] = manifest.n8n.nodes.map((built) => {
	const source = sourceOf(built);
	const codex = codexSchema.parse(JSON.parse(readFileSync(`${source}.json`, 'utf8')));
	const { primaryDocumentation, credentialDocumentation } = codex.resources;
	return {
		description: (instanceOf(source) as INodeType).description,
		page: primaryDocumentation[0]?.url ?? '',
		credentialPages: credentialDocumentation.map(({ url }) => url),
	};
});

export const credentials: ICredentialType[] = manifest.n8n.credentials.map((built) => instanceOf(sourceOf(built)) as ICredentialType);

/** `dist/nodes/Lead/Lead.node.js` → the source beside it, without its ending. */
function sourceOf(built: string): string {
	return path.join(PROJECT, built.replace(/^dist\//, '').replace(/\.js$/, ''));
}

function instanceOf(source: string): unknown {
	const module = load(source) as Record<string, new () => unknown>;
	const name = path.basename(source).split('.')[0] ?? '';
	const Class = module[name];
	if (!Class) throw new Error(`${source} exports no class ${name}.`);
	return new Class();
}

/** A short list is explained choice by choice; time zones and days of the week are not. */
const MOST_CHOICES = 9;

/** Every name that a person reads on the form: fields at any depth, and the choices of short lists. */
export function namesOnForm(properties: INodeProperties[]): string[] {
	const names = properties.flatMap((property): string[] => {
		if (property.type === 'notice' || property.type === 'hidden') return [];
		return [property.displayName, ...namesBelow(property)];
	});
	return [...new Set(names)];
}

function namesBelow({ type, options = [] }: INodeProperties): string[] {
	if (type === 'options')
		return options.length > MOST_CHOICES ? [] : options.flatMap((option) => ('name' in option ? [String(option.name)] : []));
	return options.flatMap((option) => {
		if ('values' in option) return namesOnForm(option.values);
		return 'displayName' in option && 'type' in option ? namesOnForm([option as INodeProperties]) : [];
	});
}

import * as z from 'zod/v4';
import type { N8nSession } from './contract';

/** By credential type. */
export type ChosenCredentials = Record<string, { id: string; name: string }>;

const NodeType = z.object({
	name: z.string(),
	credentials: z.array(z.object({ name: z.string() })).optional(),
});

const WorkflowNode = z.looseObject({ type: z.string(), credentials: z.record(z.string(), z.unknown()).optional() });

/**
 * Chooses a credential on every node that can use one, as a person does after importing a template.
 * Asks this n8n which credentials each node type takes.
 */
export async function assignCredentials(
	session: N8nSession,
	workflow: Record<string, unknown>,
	chosen: ChosenCredentials,
): Promise<Record<string, unknown>> {
	const types = z.array(NodeType).parse(await session.rest('GET', '/types/nodes.json'));
	const takes = new Map(types.map((type) => [type.name, (type.credentials ?? []).map((credential) => credential.name)]));
	const nodes = z.array(WorkflowNode).parse(workflow.nodes);
	return {
		...workflow,
		nodes: nodes.map((node) => {
			const mine = (takes.get(node.type) ?? []).filter((name) => chosen[name] !== undefined);
			if (mine.length === 0) return node;
			return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(mine.map((name) => [name, chosen[name]])) } };
		}),
	};
}

/** Fills in what a person would fill in on the canvas after importing the missed-call template. */
import * as z from 'zod/v4';
import { LINES, RING_SECONDS, SETTINGS_FORM, STAFF } from './company';

const Node = z.looseObject({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) });
export const Template = z.looseObject({ name: z.string(), nodes: z.array(Node) });
export type Template = z.infer<typeof Template>;

/** The template in the sandbox's terms, and the node that starts the branch which saves the settings. */
export interface FilledTemplate {
	workflow: Template;
	settingsStart: string;
}

const TRIGGER = 'n8n-nodes-leasing.twilioMissedCallTrigger';
const PORTFOLIO = 'n8n-nodes-leasing.portfolio';
const TEXT = 'n8n-nodes-leasing.leasingText';
const BY_HAND = 'n8n-nodes-base.manualTrigger';

/** What the person would type, by node type. */
const PARAMETERS: Record<string, Record<string, unknown>> = {
	[TRIGGER]: {
		lines: LINES.map(({ phone }) => phone),
		staffNumbers: STAFF.map(({ phone }) => phone).join(', '),
		ringSeconds: RING_SECONDS,
	},
	[PORTFOLIO]: SETTINGS_FORM,
	// Nobody real is texted here, and the sandbox must show its story at night too.
	[TEXT]: { afterHours: 'send' },
};

/**
 * @param newWebhookId a fresh id for each node that has one, as the editor's import gives: two copies must not share a path
 * @throws when the template lacks a node that is to be filled in
 */
export function fillTemplate(template: Template, newWebhookId: () => string): FilledTemplate {
	for (const type of [...Object.keys(PARAMETERS), BY_HAND]) {
		if (!template.nodes.some((node) => node.type === type)) {
			throw new Error(`The template "${template.name}" has no node of type ${type}.`);
		}
	}
	const nodes = template.nodes.map((node) => ({
		...node,
		...('webhookId' in node || node.type === TRIGGER ? { webhookId: newWebhookId() } : {}),
		parameters: { ...node.parameters, ...PARAMETERS[node.type] },
	}));
	const settingsStart = nodes.find((node) => node.type === BY_HAND)?.name ?? '';
	return { workflow: { ...template, nodes }, settingsStart };
}

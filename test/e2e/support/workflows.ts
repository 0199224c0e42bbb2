/** Copies of the missed-call template with other settings, and lines of their own to go with them. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assignCredentials } from '../../../sandbox/n8n/assignCredentials';
import { PORTFOLIO } from '../../../sandbox/start/company';
import { fillTemplate, Template } from '../../../sandbox/start/fillTemplate';
import { templateFile } from '../../../sandbox/start/prepare';
import type { Rig } from './rig';

const PROJECT = path.resolve(__dirname, '../../..');
export const TRIGGER = 'Twilio Missed Call Trigger';
const TRIGGER_TYPE = 'n8n-nodes-leasing.twilioMissedCallTrigger';
const TEXT_TYPE = 'n8n-nodes-leasing.leasingText';

export interface Changes {
	/** Parameters of the trigger. */
	trigger?: Record<string, unknown>;
	/** Parameters of every Leasing Text node. */
	text?: Record<string, unknown>;
}

/** Imports the template, filled in as `npm start` does and then changed; does not publish. @returns its id */
export async function importCopy(rig: Rig, name: string, { trigger = {}, text = {} }: Changes): Promise<string> {
	const { workflow } = fillTemplate(Template.parse(JSON.parse(readFileSync(templateFile(PROJECT), 'utf8'))), randomUUID);
	const changes: Record<string, Record<string, unknown>> = { [TRIGGER_TYPE]: trigger, [TEXT_TYPE]: text };
	const nodes = workflow.nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...changes[node.type] } }));
	const copy = await assignCredentials(rig.session, { ...workflow, name, nodes }, rig.credentials);
	return (await rig.session.createWorkflow(copy)).id;
}

/** The same, published. */
export async function publishCopy(rig: Rig, name: string, changes: Changes): Promise<string> {
	const id = await importCopy(rig, name, changes);
	await rig.session.publish(id);
	return id;
}

/** Saves lines of the whole company beside those of the template. */
export async function addLines(rig: Rig, lines: string[]): Promise<void> {
	const saved = await rig.store.portfolios.get(PORTFOLIO);
	if (!saved) throw new Error('Install the template first: its settings branch saves the portfolio.');
	const added = lines.map((phone) => ({ phone, label: `Line ${phone.slice(-4)}`, propertyKey: null }));
	await rig.store.portfolios.save({ ...saved.settings, lines: [...saved.settings.lines, ...added] });
}

/** Template 20 as a person fills it in, for the tests of what it does and of how it looks. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';

const FOLDER = path.resolve(__dirname, '../../../workflows-templates/20-lead-intake');
export const TEMPLATE = path.join(FOLDER, 'workflow.json');
export const FORM_TRIGGER = 'Forms and Sites';
export const MAIL_TRIGGER = 'Leads by E-Mail';
export const AD_TRIGGER = 'Facebook and Instagram Ads';
export const LINE = '+12065550100';

const Workflow = z.looseObject({
	nodes: z.array(z.looseObject({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) })),
});
type Workflow = z.infer<typeof Workflow>;
const template = (): Workflow => Workflow.parse(JSON.parse(readFileSync(TEMPLATE, 'utf8')));
/** What the channel's trigger gives for its sample: items as a webhook or another trigger hands them on. */
export const sample = (name: string): unknown[] =>
	JSON.parse(readFileSync(path.join(FOLDER, 'samples', `${name}.json`), 'utf8')) as unknown[];

/** Lines, properties and what they are recognised by, as a person types them into the settings form. */
const SETTINGS = {
	companyName: 'Maple Group',
	timeZone: 'America/Los_Angeles',
	defaultOwner: 'Leasing Team',
	fallbackOwner: 'Lead Desk',
	lines: {
		line: [
			{ phone: LINE, property: 'Maple Court', state: 'WA', tourUrl: '', owner: 'Dana', timeZone: '', label: '' },
			{ phone: '+12065550101', property: 'Oak Park', state: 'WA', tourUrl: '', owner: '', timeZone: '', label: '' },
		],
	},
	properties: {
		property: [
			{
				property: 'Maple Court',
				address: '14 Maple Ct, Tacoma, WA 98402',
				aliases: 'The Maples',
				listingIds: 'MC-204, 7712345678',
				trackingNumbers: '206-555-0130',
				state: '',
				tourUrl: '',
				owner: '',
				timeZone: '',
			},
			{
				property: 'Oak Park',
				address: '220 Oak Park Ave, Tacoma, WA 98402',
				aliases: '',
				listingIds: 'OP-1',
				trackingNumbers: '',
				state: '',
				tourUrl: '',
				owner: '',
				timeZone: '',
			},
		],
	},
};

/** The template as a person fills it in; the two triggers that need an account outside stay for runs by hand. */
export function filledIn(): Workflow {
	const workflow = template();
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => ({
			...node,
			...('webhookId' in node ? { webhookId: randomUUID() } : {}),
			...(node.name === MAIL_TRIGGER || node.name === AD_TRIGGER ? { disabled: true } : {}),
			parameters: {
				...node.parameters,
				...(node.name === 'Portfolio Settings' ? SETTINGS : {}),
				...(node.name === 'Acknowledge by Text' ? { options: { from: LINE }, afterHours: 'send', maxEventAgeMinutes: 10_080 } : {}),
			},
		})),
	};
}

/** What *Forms and Sites* knows its senders by, and the credential that says so. */
export const FORM_SECRET = 'secret-of-the-website';
export const INBOX_CREDENTIAL = { name: 'Website', type: 'leadInboxApi', data: { secret: FORM_SECRET } };

/** The path to which leads are posted, of a workflow that is filled in. */
export function formPath(workflow: Workflow): string {
	const trigger = workflow.nodes.find(({ name }) => name === FORM_TRIGGER);
	return `webhook/${String(trigger?.webhookId)}/leads`;
}

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assignCredentials } from '../n8n/assignCredentials';
import type { N8nSession } from '../n8n/contract';
import type { TwilioSandbox } from '../twilio/contract';
import { fillTemplate, Template } from './fillTemplate';
import type { SandboxFolder } from './folder';
import type { Progress } from './progress';

const TWILIO = { type: 'leasingTwilioApi', name: 'Pretend Twilio Account' };
const STORE = { type: 'leasingStoreApi', name: 'Leasing Store of the Sandbox' };

/** True when n8n answers 2xx: whatever the person deleted on the canvas is made again. */
async function exists(session: N8nSession, restPath: string): Promise<boolean> {
	return await session.rest('GET', restPath).then(
		() => true,
		() => false,
	);
}

async function twilioCredential(session: N8nSession, folder: SandboxFolder, sandbox: TwilioSandbox): Promise<string> {
	const { accountSid, authToken, apiKeySid, apiKeySecret, url } = sandbox;
	const credential = { ...TWILIO, data: { accountSid, authToken, apiKeySid, apiKeySecret, baseUrl: url } };
	const { twilioCredentialId: known, twilioUrl } = folder.state;
	if (known !== null && (await exists(session, `/rest/credentials/${known}`))) {
		if (twilioUrl !== url) {
			await session.rest('PATCH', `/rest/credentials/${known}`, credential);
			folder.keep({ twilioUrl: url });
		}
		return known;
	}
	const { id } = await session.createCredential(credential);
	folder.keep({ twilioCredentialId: id, twilioUrl: url });
	return id;
}

async function storeCredential(session: N8nSession, folder: SandboxFolder, data: object): Promise<string> {
	const { storeCredentialId: known } = folder.state;
	if (known !== null && (await exists(session, `/rest/credentials/${known}`))) return known;
	const { id } = await session.createCredential({ ...STORE, data: { ...data } });
	folder.keep({ storeCredentialId: id });
	return id;
}

/**
 * Creates both credentials, or finds those of an earlier start, and lets n8n test the Twilio one.
 * @param place fields of the Leasing Store credential; the folder's own file unless another place is named
 */
export async function prepareCredentials(
	session: N8nSession,
	folder: SandboxFolder,
	sandbox: TwilioSandbox,
	place: object = { backend: 'sqlite', file: folder.storeFile },
) {
	const twilio = await twilioCredential(session, folder, sandbox);
	const store = await storeCredential(session, folder, place);
	const test = await session.testCredential(twilio);
	if (test.status !== 'OK') throw new Error(`n8n's test of the Twilio credential failed: ${test.message}`);
	return { [TWILIO.type]: { id: twilio, name: TWILIO.name }, [STORE.type]: { id: store, name: STORE.name } };
}

/** Where the template lies in the checkout. */
export function templateFile(project: string): string {
	return path.join(project, 'workflows-templates', '01-missed-call-text-back', 'workflow.json');
}

/**
 * Imports and publishes the missed-call template, or puts the one of an earlier start back to work. The workflow belongs
 * to the person from then on: what they changed on the canvas stays.
 * @returns the workflow's id
 */
export async function prepareWorkflow(
	session: N8nSession,
	folder: SandboxFolder,
	credentials: Awaited<ReturnType<typeof prepareCredentials>>,
	project: string,
	progress: Progress,
): Promise<string> {
	const text = readFileSync(templateFile(project), 'utf8');
	const fingerprint = createHash('sha256').update(text).digest('hex');
	const { workflowId: known, template: madeFrom } = folder.state;
	if (known !== null && (await exists(session, `/rest/workflows/${known}`))) {
		if (madeFrom !== fingerprint) {
			progress.say('  The template has changed since your workflow was made from it; "npm start -- --fresh" takes the new one.');
		}
		// The stand-in has forgotten what its numbers pointed to; publishing again tells it.
		await session.unpublish(known);
		await session.publish(known);
		return known;
	}
	const { workflow, settingsStart } = fillTemplate(Template.parse(JSON.parse(text)), randomUUID);
	const { id } = await session.createWorkflow(await assignCredentials(session, workflow, credentials));
	folder.keep({ workflowId: id, template: fingerprint });
	const settings = await session.runManually(id, settingsStart);
	if (settings.status !== 'success') {
		throw new Error(`The settings branch of the template ended as "${settings.status}": ${settings.error ?? 'no reason given'}`);
	}
	await session.publish(id);
	return id;
}

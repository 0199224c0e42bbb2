import path from 'node:path';
import { formatPhone } from '../../leasing/phone/formatPhone';
import type { N8nSession, RealN8n } from '../n8n/contract';
import type { TwilioSandbox } from '../twilio/contract';
import { FIRST_LINE } from './company';
import type { SandboxFolder } from './folder';

/** Where to look and what to try, printed while the sandbox stays up. */
export function addresses(n8n: RealN8n, session: N8nSession, workflowId: string, sandbox: TwilioSandbox, folder: SandboxFolder): string[] {
	const from = path.relative(process.cwd(), folder.path);
	const shown = from === '' || from.startsWith('..') ? folder.path : from;
	return [
		'Look around',
		`  Pretend phone   ${sandbox.url}/phone`,
		`                  Call ${formatPhone(FIRST_LINE.phone, 'US')} (${FIRST_LINE.property}), let it ring, and watch the text arrive.`,
		`  Canvas          ${n8n.url}/workflow/${workflowId}`,
		`                  E-mail ${session.email}, password ${session.password}`,
		`  Data            ${shown}: leads, texts and tasks in store/leasing.sqlite; n8n in n8n, its log in n8n.log`,
		'',
		'Stop with Ctrl-C. "npm start" goes on with the same data, "npm start -- --fresh" begins anew.',
	];
}

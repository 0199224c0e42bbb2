import type { IExecuteFunctions } from 'n8n-workflow';

import type { LineInspector } from '../../../office/health/port';
import { twilioInspector } from '../../Twilio/health';

/** Phone systems that can be asked, by their credential; which are chosen in the node decides which are. */
const INSPECTORS: ReadonlyArray<readonly [credential: string, make: (context: IExecuteFunctions) => LineInspector]> = [
	['leasingTwilioApi', twilioInspector],
];

/** Those whose credential is chosen in this node. */
export function inspectorsOf(context: IExecuteFunctions): LineInspector[] {
	const chosen = context.getNode().credentials ?? {};
	return INSPECTORS.filter(([credential]) => chosen[credential] !== undefined).map(([, make]) => make(context));
}

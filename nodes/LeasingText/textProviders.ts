import type { IExecuteFunctions } from 'n8n-workflow';

import type { TextProvider } from '../../office/texts/textProvider';
import { twilioTextProvider } from '../Twilio/textProvider';

/** The phone systems that a text can go out by, under the credential each needs. The first that is chosen is preferred. */
const BY_CREDENTIAL: ReadonlyArray<[credential: string, provider: (context: IExecuteFunctions) => TextProvider]> = [
	['leasingTwilioApi', twilioTextProvider],
];

/** Those whose credential is chosen in the node. */
export function textProviders(context: IExecuteFunctions): TextProvider[] {
	const chosen = context.getNode().credentials ?? {};
	return BY_CREDENTIAL.flatMap(([credential, provider]) => (credential in chosen ? [provider(context)] : []));
}

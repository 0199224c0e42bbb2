import type { ITriggerFunctions } from 'n8n-workflow';

import { UserMistake } from '../../../leasing/userMistake';
import { savedPortfolio } from '../../../office/portfolio/savedPortfolio';
import { storeFor } from '../../shared/store/storeFor';
import type { BuildiumTriggerSettings } from './parameters';

/** Whoever publishes hears at once of what would only fail later, when nobody looks. @throws UserMistake, StoreError */
export async function requireSetup(
	context: ITriggerFunctions,
	{ readRecord, pollEvery, portfolio }: BuildiumTriggerSettings,
): Promise<void> {
	const store = await storeFor(context);
	if (pollEvery !== null) await savedPortfolio(store, portfolio);
	if ((readRecord || pollEvery !== null) && context.getNode().credentials?.buildiumApi === undefined) {
		throw new UserMistake(
			'No Buildium API credential is chosen.',
			'Choose one: reading records and looking for missed events need it. Or switch both off.',
		);
	}
}

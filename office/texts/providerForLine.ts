import { UserMistake } from '../../leasing/userMistake';
import type { Store } from '../../store/port';
import { servingTrigger } from './servingTrigger';
import type { TextProvider } from './textProvider';

/**
 * Which phone system a line texts by: that of the published trigger that serves the line, else the first that is offered.
 * @param providers those that there is an account for; the first is preferred
 * @throws UserMistake when there is none, or not the one that has the line's texts
 */
export async function providerForLine(
	store: Pick<Store, 'hookups'>,
	providers: readonly TextProvider[],
	line: string,
): Promise<TextProvider> {
	const [preferred] = providers;
	if (!preferred) {
		throw new UserMistake(
			'There is no account of a phone system to send the text with.',
			'Choose a credential of the phone system that the line belongs to.',
		);
	}
	const trigger = await servingTrigger(
		store,
		line,
		providers.map(({ name }) => name),
	);
	if (!trigger) return preferred;
	const provider = providers.find(({ name }) => name === trigger.provider);
	if (provider) return provider;
	throw new UserMistake(
		`The texts of ${line} are connected to a trigger of another phone system (${trigger.provider}), and there is no account of that one here.`,
		'Choose a credential of that phone system, or unpublish that trigger.',
	);
}

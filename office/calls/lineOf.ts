import { UserMistake } from '../../leasing/userMistake';
import type { LineMatch, StoreFamilies } from '../../store/port';

/**
 * The portfolio, line and property of a called number; a line that was removed from the settings still has a portfolio.
 * @throws UserMistake when no settings are saved at all
 */
export async function lineOf({ portfolios }: Pick<StoreFamilies, 'portfolios'>, phone: string): Promise<LineMatch> {
	const match = await portfolios.findLine(phone);
	if (match) return match;
	const [first] = await portfolios.list();
	if (!first) {
		throw new UserMistake(
			'No portfolio settings are saved yet.',
			'Run the Portfolio node with the operation Save Settings once, then publish again.',
		);
	}
	return { settings: first.settings, line: { phone, label: phone, propertyKey: null }, property: null };
}

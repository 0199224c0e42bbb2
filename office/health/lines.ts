import { FOUND_IN_LOG } from '../../leasing/call/foundLater';
import { found, inOrder, type Finding } from '../../leasing/health/finding';
import { counted, spanInWords } from '../../leasing/health/span';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { DAY } from '../../leasing/time';
import type { Office } from '../office';

/** Whether each line of the settings is served by a published workflow, and when somebody last called it. */
export async function checkLines({ store, clock }: Office, settings: PortfolioSettings, quietDays: number): Promise<Finding[]> {
	const now = clock.now();
	const connected = await store.health.connected();
	const lastCalls = await store.health.lastCalls(settings.key);
	if (settings.lines.length === 0) {
		return [
			found(
				'lines',
				'warning',
				'No line is in the settings.',
				'Add your phone lines in the Portfolio node, operation Save Settings.',
			),
		];
	}
	return settings.lines.map(({ phone, label }) => {
		const about = `${label} (${phone})`;
		const served = connected.filter((hookup) => hookup.phone === phone);
		if (served.length === 0) {
			return found(
				'line_served',
				'warning',
				`No published workflow serves ${about}.`,
				'Choose the line in the trigger of your phone system and publish that workflow, or take the line out of the settings. (A phone system whose trigger is not tied to a line does not show here.)',
				about,
			);
		}
		const last = lastCalls.get(phone) ?? null;
		const since = Math.min(...served.map(({ installedAt }) => installedAt));
		const quiet = now - Math.max(last ?? 0, since);
		if (quiet > quietDays * DAY) {
			return found(
				'line_quiet',
				'hint',
				`Nobody has called ${about} for ${spanInWords(quiet)}.`,
				'Call the line yourself from a phone that is not a staff phone. If nothing happens in n8n, the findings about its addresses say why.',
				about,
			);
		}
		return inOrder(
			'line_quiet',
			last === null ? `${about} is connected; nobody has called it yet.` : `${about} was last called ${spanInWords(now - last)} ago.`,
			about,
		);
	});
}

/** Calls of the last day that never reached n8n when they came: whatever the cause is, it is silent otherwise. */
export async function checkUnheard({ store, clock }: Office, portfolio: string): Promise<Finding[]> {
	const count = await store.health.callsBecauseOf(portfolio, FOUND_IN_LOG.code, clock.now() - DAY);
	if (count === 0) return [inOrder('calls_unheard', 'No call of the last day had to be found in the call log.')];
	return [
		found(
			'calls_unheard',
			count >= 3 ? 'urgent' : 'warning',
			`${counted(count, 'call')} of the last day did not reach n8n when ${count === 1 ? 'it' : 'they'} came, and ${count === 1 ? 'was' : 'were'} found in the call log afterwards.`,
			"Look whether n8n was down then. If it was not, the phone system's error log says what it met: an address that is not the right one, a token that was changed, a certificate that has run out.",
		),
	];
}

import type { IExecuteFunctions } from 'n8n-workflow';

import { judgeClock } from '../../../leasing/health/clock';
import { found, type Finding } from '../../../leasing/health/finding';
import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import { SECOND } from '../../../leasing/time';
import { checkLines, checkUnheard } from '../../../office/health/lines';
import type { ConnectedLine, LineInspector } from '../../../office/health/port';
import type { HealthCheck } from '../../../office/health/run';
import { checkEvents, checkTasks, checkTexts, checkWork } from '../../../office/health/work';
import type { Store } from '../../../store/port';
import { checkN8nSettings, checkWebhookAddress } from '../../shared/health/n8nSettings';
import { checkStore } from '../../shared/health/storeFile';
import { systemClock } from '../../shared/runtime';
import { inspectorsOf } from './inspectors';

/** Our own store answers at once. */
const QUICK = 15 * SECOND;
/** Some requests for each line. */
const OUTSIDE = 60 * SECOND;

/** All that is looked at for one company. */
export async function checksFor(
	context: IExecuteFunctions,
	store: Store,
	settings: PortfolioSettings,
	quietDays: number,
): Promise<HealthCheck[]> {
	const office = { store, clock: systemClock };
	const own = (what: string, look: () => Promise<Finding[]>): HealthCheck => ({ what, look, patience: QUICK });
	return [
		own('the lines of the settings', async () => await checkLines(office, settings, quietDays)),
		own('calls that did not reach n8n', async () => await checkUnheard(office, settings.key)),
		own('the address of n8n', async () => await checkWebhookAddress(store)),
		own('events that wait', checkEvents.bind(null, office)),
		own('work that is overdue', checkWork.bind(null, office)),
		own('texts', async () => await checkTexts(office, settings.key)),
		own('tasks', async () => await checkTasks(office, settings.key)),
		own('the store', async () => await checkStore(store)),
		own("the store's clock", async () => await checkDatabaseClock(store)),
		own('settings of n8n', checkN8nSettings),
		...(await outside(inspectorsOf(context), store, settings)),
	];
}

async function outside(inspectors: LineInspector[], store: Store, settings: PortfolioSettings): Promise<HealthCheck[]> {
	const connected = await store.health.connected().catch(() => []);
	const lines = settings.lines.map(({ phone, label }): ConnectedLine => ({
		phone,
		label,
		hookups: connected.filter((hookup) => hookup.phone === phone),
	}));
	return [...inspectors.flatMap((inspector) => checksAt(inspector, lines)), ...unasked(inspectors, lines)];
}

function checksAt(inspector: LineInspector, lines: readonly ConnectedLine[]): HealthCheck[] {
	const { provider, label } = inspector;
	const own = lines.flatMap((line) => {
		const { hookups: all } = line;
		const ofSystem = all.filter((hookup) => hookup.provider === provider);
		return ofSystem.length > 0 ? [{ ...line, hookups: ofSystem }] : [];
	});
	return [
		{ what: `the ${label} credential`, look: async () => await inspector.credential(), patience: OUTSIDE },
		{
			what: `the account at ${label}`,
			look: async () => await inspector.account(own.flatMap(({ hookups }) => hookups.map(({ ours }) => ours.address ?? ''))),
			patience: OUTSIDE,
		},
		{
			what: `the clock beside that of ${label}`,
			patience: OUTSIDE,
			look: async () => {
				const theirs = await inspector.time();
				return theirs === null ? [] : [judgeClock(systemClock.now(), theirs, label)];
			},
		},
		...own.map((line) => ({
			what: `${line.label} (${line.phone}) at ${label}`,
			look: async () => await inspector.inspect(line),
			patience: OUTSIDE,
		})),
	];
}

/** Lines of a phone system that could be asked, had its credential been chosen. */
function unasked(inspectors: readonly LineInspector[], lines: readonly ConnectedLine[]): HealthCheck[] {
	const asked = new Set(inspectors.map(({ provider }) => provider));
	const left = new Set(
		lines
			.flatMap(({ hookups }) => hookups.map(({ provider }) => provider))
			.filter((provider) => provider === 'twilio' && !asked.has(provider)),
	);
	return [...left].map((provider) => ({
		what: `lines at ${provider}`,
		patience: QUICK,
		look: async () =>
			await Promise.resolve([
				found(
					'not_checked',
					'hint',
					'The lines at Twilio were not asked about, because this node has no Twilio credential.',
					'Choose the Twilio account in this node.',
					provider,
				),
			]),
	}));
}

async function checkDatabaseClock(store: Store): Promise<Finding[]> {
	const theirs = await store.health.databaseTime();
	return theirs === null ? [] : [judgeClock(systemClock.now(), theirs, 'the database')];
}

import type { INodeProperties } from 'n8n-workflow';

import { found, type Finding } from '../../../leasing/health/finding';
import { toIso } from '../../../leasing/time';
import { runHealthChecks, type Patience } from '../../../office/health/run';
import { savedPortfolio } from '../../../office/portfolio/savedPortfolio';
import type { Store } from '../../../store/port';
import { portfolioProperty } from '../../shared/description';
import { checkN8nSettings } from '../../shared/health/n8nSettings';
import type { Operation, OperationContext } from '../../shared/operations';
import { textParameter } from '../../shared/parameters';
import { systemClock } from '../../shared/runtime';
import { checksFor } from '../health/checks';

const properties: INodeProperties[] = [
	{
		displayName: 'Also Show What Is in Order',
		name: 'showInOrder',
		type: 'boolean',
		default: true,
		description: 'Whether there is an item for what was looked at and found in order, too',
	},
	{
		displayName: 'Quiet After Days',
		name: 'quietDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 3,
		description: 'A line that nobody has called for so many days is worth a test call',
	},
	portfolioProperty,
];

type CheckContext = Omit<OperationContext, 'store'> & { store: Store | Error };

export const check: Operation = {
	name: 'Check',
	value: 'check',
	action: 'Check that all is in order',
	description: 'Look whether lines, texts, tasks, store and n8n are in order; one item for each finding, with what to do',
	properties,
	execute: async (context) => await checkAll(context),
};

/** As the operation, also for a store that does not open: then that is what was found. No finding is ever an error of the node. */
export async function checkAll({ node, index, store }: CheckContext): Promise<object[]> {
	const portfolio = textParameter(node, 'portfolio', 'Portfolio', index);
	const showInOrder = node.getNodeParameter('showInOrder', index, true) === true;
	const days = Number(node.getNodeParameter('quietDays', index, 3));
	const findings = await findingsOf({ node, index, store }, portfolio, Number.isFinite(days) ? Math.min(90, Math.max(1, days)) : 3);
	const checkedAt = toIso(systemClock.now());
	return findings.filter(({ severity }) => showInOrder || severity !== 'ok').map((finding) => ({ ...finding, portfolio, checkedAt }));
}

async function findingsOf({ node, store }: CheckContext, portfolio: string, quietDays: number): Promise<Finding[]> {
	if (store instanceof Error) {
		const opens = found(
			'store',
			'urgent',
			`The store does not open. ${store.message}`,
			'Mend what the sentence says. Until then no call and no text is taken.',
		);
		return [opens, ...(await checkN8nSettings())];
	}
	try {
		const { settings } = await savedPortfolio(store, portfolio);
		return await runHealthChecks(await checksFor(node, store, settings, quietDays), patience);
	} catch (error) {
		const sentence = error instanceof Error ? error.message : String(error);
		return [
			found(
				'settings',
				'urgent',
				sentence,
				'Run the Portfolio node with the operation Save Settings, or correct the name under Portfolio.',
			),
		];
	}
}

const patience: Patience = (ms) => {
	let timer: NodeJS.Timeout | undefined;
	const over = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
	return { over, enough: () => clearTimeout(timer) };
};

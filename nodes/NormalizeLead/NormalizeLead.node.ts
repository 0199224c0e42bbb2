import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { sentencesOf } from '../../leasing/reason';
import { findPlaces } from '../../office/directory/foundPlaces';
import { KnownSettingsCache } from '../../office/directory/knownSettings';
import { forEachItem } from '../shared/items/forEachItem';
import { storeOfRun } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { normalizeLeadProperties } from './description';
import { normalize, type Normalized } from './normalize';
import { readFormSettings, readKind } from './parameters';

const OUTPUT = { lead: 0, unreadable: 1 };

export class NormalizeLead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Normalize Lead',
		name: 'normalizeLead',
		icon: { light: 'file:normalizeLead.svg', dark: 'file:normalizeLead.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { auto: "Detect Automatically", missedCall: "Missed Call", form: "Web Form or Any JSON" }[$parameter.input] ?? $parameter.input.replaceAll("_", " ") }}',
		description:
			'Turn a call, form, listing-site e-mail, ad lead, text, chat or CSV row into one clean inquiry, with what was changed and why',
		defaults: { name: 'Normalize Lead' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Lead', 'Unreadable'],
		credentials: [{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' }],
		properties: normalizeLeadProperties,
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const portfolios = new KnownSettingsCache();
		const store = storeOfRun(this);
		const items = this.getInputData();
		return await forEachItem(this, { outputs: 2, errorOutput: OUTPUT.unreadable }, async (index) => {
			const raw = items[index]?.json ?? {};
			const normalized = await normalize(raw, readKind(this, index), {
				settingsOf: async (portfolio) => await portfolios.get(await store(), portfolio),
				findPlaces: async (settings, said, match) => await findPlaces(await store(), settings, said, match),
				form: () => readFormSettings(this, index),
			});
			return normalized.map((one) => {
				if ('unreadable' in one) return { output: OUTPUT.unreadable, json: refused(one) };
				const { inquiry, event } = one;
				return { output: OUTPUT.lead, json: event === null ? { inquiry } : { inquiry, event } };
			});
		});
	}
}

/** In the words of a report, too: Deduplicate Lead's simplified items have `result` and `why`. */
function refused({ unreadable, raw }: Extract<Normalized, { unreadable: unknown }>): object {
	return { result: 'refused', why: sentencesOf(unreadable), reasons: unreadable, raw };
}

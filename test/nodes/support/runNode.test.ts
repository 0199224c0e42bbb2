import { runNode } from './runNode';
import { runWorkflow } from './runWorkflow';

import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

class Echo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Echo',
		name: 'echo',
		group: ['transform'],
		version: 1,
		description: 'Says what it was told',
		defaults: { name: 'Echo' },
		inputs: ['main'],
		outputs: ['main', 'main'],
		credentials: [{ name: 'leasingStoreApi' }],
		properties: [{ displayName: 'Word', name: 'word', type: 'string', default: 'default word' }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData().map((_, index) => {
			const word = this.getNodeParameter('word', index);
			if (word === 'fail') throw new Error('told to fail');
			return { json: { word }, pairedItem: { item: index } };
		});
		const credential = this.getNode().credentials?.leasingStoreApi ? await this.getCredentials('leasingStoreApi') : {};
		return [items, [{ json: credential as Record<string, string> }]];
	}
}

describe('runNode', () => {
	it('fills defaults, resolves expressions per item and separates outputs', async () => {
		const plain = await runNode({ nodeType: Echo });
		expect(plain.json).toEqual([[{ word: 'default word' }], [{}]]);
		const items = [{ name: 'Ann' }, { name: 'Ben' }];
		const { outputs } = await runNode({ nodeType: Echo, parameters: { word: '={{ $json.name }}' }, items });
		expect(outputs[0]).toMatchObject([
			{ json: { word: 'Ann' }, pairedItem: { item: 0 } },
			{ json: { word: 'Ben' }, pairedItem: { item: 1 } },
		]);
	});

	it('hands over credentials with their defaults', async () => {
		const { json } = await runNode({ nodeType: Echo, credentials: { leasingStoreApi: { file: '/x.sqlite' } } });
		expect(json[1]).toMatchObject([{ backend: 'sqlite', file: '/x.sqlite', port: 5432 }]);
	});

	it('throws what the node threw', async () => {
		await expect(runNode({ nodeType: Echo, parameters: { word: 'fail' } })).rejects.toMatchObject({ message: 'told to fail' });
	});

	it('runs a chain of nodes', async () => {
		const result = await runWorkflow({
			nodes: [
				{ name: 'One', nodeType: Echo, parameters: { word: 'first' } },
				{ name: 'Two', nodeType: Echo, parameters: { word: '={{ $json.word }} {{ $("One").item.json.word }}' } },
			],
		});
		expect(result.outputs('Two')[0]?.map((item) => item.json)).toEqual([{ word: 'first first' }]);
	});
});

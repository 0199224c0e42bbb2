import { fillTemplate } from '../../../sandbox/start/fillTemplate';

const node = (name: string, type: string, parameters: Record<string, unknown> = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
});
const TEMPLATE = {
	name: 'Missed call',
	connections: {},
	nodes: [
		{
			...node('Missed Call', 'n8n-nodes-leasing.twilioMissedCallTrigger', { mode: 'ring_staff', lines: [] }),
			webhookId: 'same-everywhere',
		},
		node('Text', 'n8n-nodes-leasing.leasingText', { body: 'Hello' }),
		node('Save Once', 'n8n-nodes-base.manualTrigger'),
		node('Settings', 'n8n-nodes-leasing.portfolio', { operation: 'save' }),
	],
};

test('fills in lines, staff and the settings form, and leaves everything else as the template has it', () => {
	const { workflow, settingsStart } = fillTemplate(TEMPLATE, () => 'fresh');
	const parameters = Object.fromEntries(workflow.nodes.map((one) => [one.name, one.parameters]));
	expect(settingsStart).toBe('Save Once');
	expect(parameters['Missed Call']).toMatchObject({
		mode: 'ring_staff',
		lines: ['+15125550100', '+15125550101'],
		staffNumbers: '+15125550110, +15125550111',
	});
	expect(parameters.Settings).toMatchObject({ operation: 'save', companyName: 'Maple Property Group' });
	expect(parameters.Text).toMatchObject({ body: 'Hello' });
	expect(workflow.nodes[0]).toMatchObject({ webhookId: 'fresh' });
	expect(TEMPLATE.nodes[0]).toMatchObject({ webhookId: 'same-everywhere' });
});

test('a template without one of the nodes is refused by name', () => {
	const nodes = TEMPLATE.nodes.filter((one) => one.name !== 'Settings');
	expect(() => fillTemplate({ ...TEMPLATE, nodes }, () => 'fresh')).toThrow(/no node of type n8n-nodes-leasing\.portfolio/);
});

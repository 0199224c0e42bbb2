/** The load balancer before a queue-mode n8n: who gets which request. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import { startLoadBalancer, type LoadBalancer } from '../../../../sandbox/n8n/queue/loadBalancer';

interface Upstream {
	server: Server;
	port: number;
	seen: IncomingMessage[];
}

/** Says its own name and what it was sent. */
async function upstream(name: string): Promise<Upstream> {
	const seen: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		seen.push(request);
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => response.writeHead(201, { 'x-from': name }).end(`${name} got ${Buffer.concat(parts).toString()}`));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, port: (server.address() as AddressInfo).port, seen };
}

describe('the load balancer', () => {
	let main: Upstream;
	let webhook: Upstream;
	let balancer: LoadBalancer;
	beforeAll(async () => {
		[main, webhook] = [await upstream('main'), await upstream('webhook')];
		balancer = await startLoadBalancer({ main: () => main.port, webhook: () => webhook.port });
	});
	afterAll(async () => {
		await balancer.close();
		for (const { server } of [main, webhook]) server.close();
	});
	const post = async (path: string, body = '') =>
		await axios.post<string>(`${balancer.url}${path}`, body, { proxy: false, validateStatus: () => true, responseType: 'text' });

	test.each([
		['/webhook/1f2e/twilio?step=voice', 'webhook'],
		['/webhook-waiting/12', 'webhook'],
		['/form/abc', 'webhook'],
		['/form-waiting/12', 'webhook'],
		['/mcp/abc', 'webhook'],
		['/webhook-test/1f2e/twilio', 'main'],
		['/rest/login', 'main'],
		['/', 'main'],
	])('%s goes to %s, whole', async (path, name) => {
		const { status, headers, data } = await post(path, 'CallSid=CA1&From=%2B17375550123');
		expect({ status, from: headers['x-from'], data }).toEqual({
			status: 201,
			from: name,
			data: `${name} got CallSid=CA1&From=%2B17375550123`,
		});
		const request = (name === 'main' ? main : webhook).seen.at(-1);
		expect(request?.url).toBe(path);
		expect(request?.headers).toMatchObject({
			'x-forwarded-proto': 'http',
			'x-forwarded-host': new URL(balancer.url).host,
			'x-forwarded-for': expect.stringContaining('127.0.0.1'),
		});
	});

	test('a process that is not there is an error, never a success', async () => {
		const { port } = webhook;
		webhook.server.closeAllConnections();
		await new Promise((resolve) => webhook.server.close(resolve));
		expect((await post('/webhook/1f2e/twilio')).status).toBe(502);
		expect((await post('/rest/login')).status).toBe(201);
		webhook = await upstream('webhook');
		expect(webhook.port).not.toBe(port);
		expect((await post('/webhook/1f2e/twilio')).status).toBe(201);
	});
});

import type { INode } from 'n8n-workflow';
import { MINUTE, SECOND } from '../../../../leasing/time';
import { readAgain, rememberCredentials, type CredentialContext } from '../../../../nodes/shared/trigger/rememberedCredentials';
import { heldClock } from '../../../helpers/clock';

/** A context as n8n hands it out: a new object for each request. */
function makeN8n() {
	const reads: string[] = [];
	let token = 'first';
	let broken = false;
	let deleted = false;
	const context = (credentialId = 'c1'): CredentialContext => ({
		getNode: () => ({ credentials: { twilio: { id: credentialId, name: 'Any' } } }) as unknown as INode,
		getCredentials: async <T extends object>(type: string) => {
			reads.push(`${type} ${credentialId}`);
			// As n8n 2.41 says it.
			if (deleted) throw new Error(`Credential with ID "${credentialId}" does not exist for type "${type}".`);
			if (broken) throw new Error('n8n cannot read it');
			return { token } as unknown as T;
		},
	});
	return {
		context,
		reads,
		change: (to: string) => (token = to),
		breakDown: (is: boolean) => (broken = is),
		remove: () => (deleted = true),
	};
}

let owners = 0;
const newOwner = () => `workflow${(owners += 1)}:node`;

describe('remembered credentials', () => {
	const clock = heldClock();

	test('requests of one node share one read, at the same time and later', async () => {
		const n8n = makeN8n();
		const owner = newOwner();
		const read = async () => await rememberCredentials(n8n.context(), owner, clock).getCredentials('twilio');
		await Promise.all([read(), read()]);
		clock.advance(MINUTE);
		expect(await read()).toEqual({ token: 'first' });
		expect(n8n.reads).toHaveLength(1);
	});

	test('a change is heard of after 90 seconds', async () => {
		const n8n = makeN8n();
		const owner = newOwner();
		const read = async () => await rememberCredentials(n8n.context(), owner, clock).getCredentials('twilio');
		await read();
		n8n.change('second');
		clock.advance(89 * SECOND);
		expect(await read()).toEqual({ token: 'first' });
		clock.advance(SECOND);
		expect(await read()).toEqual({ token: 'second' });
	});

	test('nothing is handed to another node, nor kept when another credential is chosen', async () => {
		const n8n = makeN8n();
		const owner = newOwner();
		await rememberCredentials(n8n.context(), owner, clock).getCredentials('twilio');
		await rememberCredentials(n8n.context(), newOwner(), clock).getCredentials('twilio');
		await rememberCredentials(n8n.context('c2'), owner, clock).getCredentials('twilio');
		expect(n8n.reads).toEqual(['twilio c1', 'twilio c1', 'twilio c2']);
	});

	test('forgetting brings a changed token at once, but not for each of many forged requests', async () => {
		const n8n = makeN8n();
		const credentials = rememberCredentials(n8n.context(), newOwner(), clock);
		expect(credentials.forget()).toBe(false);
		await credentials.getCredentials('twilio');
		n8n.change('second');
		expect(credentials.forget()).toBe(false);
		clock.advance(2 * SECOND);
		expect(credentials.forget()).toBe(true);
		expect(await credentials.getCredentials('twilio')).toEqual({ token: 'second' });
		expect(credentials.forget()).toBe(false);
	});

	test('a failed read is not remembered', async () => {
		const n8n = makeN8n();
		const credentials = rememberCredentials(n8n.context(), newOwner(), clock);
		n8n.breakDown(true);
		await expect(credentials.getCredentials('twilio')).rejects.toThrow('n8n cannot read it');
		n8n.breakDown(false);
		expect(await credentials.getCredentials('twilio')).toEqual({ token: 'first' });
	});

	test('reading again in the background renews what is known, and a failure leaves it', async () => {
		const n8n = makeN8n();
		const owner = newOwner();
		const credentials = rememberCredentials(n8n.context(), owner, clock);
		await credentials.getCredentials('twilio');
		n8n.change('second');
		await readAgain(n8n.context(), owner, clock);
		expect(await credentials.getCredentials('twilio')).toEqual({ token: 'second' });
		n8n.breakDown(true);
		await readAgain(n8n.context(), owner, clock);
		expect(await credentials.getCredentials('twilio')).toEqual({ token: 'second' });
	});

	test('one that was deleted is forgotten by the next look in the background, and the look says so', async () => {
		const n8n = makeN8n();
		const owner = newOwner();
		const credentials = rememberCredentials(n8n.context(), owner, clock);
		await credentials.getCredentials('twilio');
		expect(await readAgain(n8n.context(), owner, clock)).toEqual([]);
		n8n.remove();
		expect(await readAgain(n8n.context(), owner, clock)).toEqual(['twilio']);
		await expect(credentials.getCredentials('twilio')).rejects.toThrow('does not exist');
	});

	test('after an answer it is looked again, at most every 15 seconds, so that a deleted one answers one request more and not all for 90 seconds', async () => {
		const n8n = makeN8n();
		const credentials = rememberCredentials(n8n.context(), newOwner(), clock);
		await credentials.getCredentials('twilio');
		await credentials.lookAgain();
		expect(n8n.reads).toHaveLength(1);
		clock.advance(16 * SECOND);
		n8n.breakDown(true);
		for (let requests = 0; requests < 5; requests++) await credentials.lookAgain();
		expect(n8n.reads).toHaveLength(2);
		expect(await credentials.getCredentials('twilio')).toEqual({ token: 'first' });
		clock.advance(16 * SECOND);
		n8n.remove();
		await credentials.lookAgain();
		await expect(credentials.getCredentials('twilio')).rejects.toThrow('does not exist');
	});
});

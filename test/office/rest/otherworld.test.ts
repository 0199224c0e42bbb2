import { asReply } from '../../../leasing/rest/refusedError';
import { useOtherworld } from '../otherworld/rig';

const rig = useOtherworld();
const CONTACTS = '/api/contacts?kind=tenant';

it('two limits at once: eight in any second and twenty in any minute, also for many workflows', async () => {
	const went: number[] = [];
	const began = rig.clock.now();
	await Promise.all(
		Array.from({ length: 41 }, async () => {
			await rig.client.page(CONTACTS);
			went.push(rig.clock.now());
		}),
	);
	expect(rig.world.asked).toHaveLength(41);
	// The ninth waits for the second, the twenty-first for the minute, the forty-first for another one.
	expect(rig.clock.now() - began).toBeGreaterThanOrEqual(120_000);
	expect(rig.clock.now() - began).toBeLessThan(123_000);
	expect(rig.pauses.filter((pause) => pause > 2_000)).toHaveLength(2);
});

it('a 429 that names a time holds everybody with this key for as long', async () => {
	rig.world.faults.push({ match: 'GET /api/contacts', how: 429, headers: { 'Retry-After': '7' } });
	await Promise.all([rig.client.page(CONTACTS), rig.client.page(CONTACTS)]);
	expect(rig.pauses).toContain(7_000);
	expect(rig.world.asked).toHaveLength(3);
});

it.each([
	[701, 'wrong_keys', 1],
	[533, 'unavailable', 2],
	[408, 'unavailable', 2],
	[403, 'no_permission', 1],
	[429, 'too_many', 3],
])('a %d is %s, after %d tries', async (status, code, tries) => {
	rig.world.faults.push({ match: 'GET', how: status, times: 9 });
	const reply = await asReply(rig.client.page(CONTACTS));
	expect(reply).toMatchObject({
		ok: false,
		refusal: { code, status, sentence: expect.stringMatching(/^Otherworld .*It says/), advice: expect.stringContaining('req-1') },
	});
	expect(rig.world.asked).toHaveLength(tries);
});

it('a repeat that the vendor tells by its key is sent again at once, and done once', async () => {
	rig.world.faults.push({ match: 'POST', how: 'drop_after' });
	expect(await rig.client.post('/api/desk/notes', 'Called', 'key-1')).toMatchObject({ id: 'note-1' });
	expect(rig.world.asked.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
	expect(rig.world.notes).toHaveLength(1);
});

it('without a key it is not sent again, and is said to be unsure', async () => {
	rig.world.faults.push({ match: 'POST', how: 'hang_after' });
	expect(await asReply(rig.client.post('/api/desk/notes', 'Called', null))).toMatchObject({ ok: false, refusal: { code: 'unsure' } });
	expect(rig.world.notes).toHaveLength(1);
	expect(rig.world.asked).toHaveLength(1);
});

it('a link to another host is never followed', async () => {
	expect(await asReply(rig.client.page('http://elsewhere.example.com/api/contacts'))).toMatchObject({
		ok: false,
		refusal: { code: 'bad_answer', sentence: expect.stringContaining('another host, elsewhere.example.com') },
	});
	expect(rig.world.asked).toEqual([]);
});

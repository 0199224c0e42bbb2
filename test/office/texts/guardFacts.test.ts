import { parsePhone } from '../../../leasing/phone/parsePhone';
import type { Property } from '../../../leasing/portfolio/portfolio';
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { guardFacts } from '../../../office/texts/guardFacts';
import { useTempStore } from '../../nodes/support/tempStore';
import { company, LINE } from '../../nodes/shared/company';

const RENTER = '+15125550123';
const temp = useTempStore();

/** Where the renter may be. The area code is in Texas. */
async function placesFor(properties: Property[], propertyKey: string | null, propertyState?: string) {
	const settings = { ...company, properties };
	const to = parsePhone(RENTER, { country: 'US', known: { own: new Set(), staff: new Set() } });
	const guard = { toRaw: RENTER, directReply: false, propertyKey, propertyState, policy: defaultTextPolicy };
	return await guardFacts(await temp.store(), { settings, to, from: LINE, guard, now: 0, textId: null, counted: false }).places();
}

describe('guardFacts, where the property stands', () => {
	const typed: Property = {
		key: 'maple-court',
		name: 'Maple Court',
		timeZone: 'America/New_York',
		state: 'GA',
		tourUrl: null,
		owner: null,
	};

	it.each<[string, Property[], string | null, string | undefined, string[]]>([
		['the settings say it', [typed], 'maple-court', undefined, ['TX', 'GA']],
		['the settings go before the directory', [typed], 'maple-court', 'FL', ['TX', 'GA']],
		['the settings leave it open', [{ ...typed, state: null }], 'maple-court', 'FL', ['TX', 'FL']],
		['only the directory knows the property', [], 'birch-landing', 'FL', ['TX', 'FL']],
		['nobody knows it', [], 'birch-landing', undefined, ['TX']],
	])('%s', async (_what, properties, key, state, regions) => {
		expect((await placesFor(properties, key, state)).regions).toEqual(regions);
	});

	it('is in every zone of a state that only the directory knows', async () => {
		expect((await placesFor([], 'birch-landing', 'WA')).zones).toEqual(['America/Chicago', 'America/Los_Angeles']);
	});

	it("is in the zone of the settings' property, else in the company's", async () => {
		expect((await placesFor([typed], 'maple-court', 'CA')).zones).toEqual(['America/Chicago', 'America/New_York']);
		expect((await placesFor([], 'birch-landing')).zones).toEqual(['America/Chicago']);
	});
});

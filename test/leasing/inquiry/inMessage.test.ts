import { factsInMessage } from '../../../leasing/inquiry/interest/inMessage';
import { readMoveIn } from '../../../leasing/inquiry/interest/moveIn';
import { readOccupants } from '../../../leasing/inquiry/interest/occupants';
import { readBudget, readBudgetMin } from '../../../leasing/inquiry/interest/rent';
import { readBathrooms, readBedrooms } from '../../../leasing/inquiry/interest/rooms';

const TODAY = '2026-03-10';

interface Told {
	bedrooms?: number;
	budget?: number;
	budgetMin?: number;
	occupants?: number;
	pets?: string;
	moveIn?: string;
}

function told(message: string): Told {
	const { bedrooms, budget, occupants, pets, moveIn } = factsInMessage(message);
	const read: { [field in keyof Told]: Told[field] | null } = {
		bedrooms: bedrooms === null ? null : readBedrooms(bedrooms),
		budget: budget === null ? null : readBudget(budget),
		budgetMin: budget === null ? null : readBudgetMin(budget),
		occupants: occupants === null ? null : readOccupants(occupants),
		pets,
		moveIn: moveIn.map(({ words }) => readMoveIn(words, 'US', TODAY)?.date ?? null).find((date) => date !== null) ?? null,
	};
	return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null)) as Told;
}

describe('what a message tells', () => {
	it.each<[string, Told]>([
		['Looking for a two bedroom June 1, under $1,800', { bedrooms: 2, budget: 1800, moveIn: '2026-06-01' }],
		['Hi, is this available for May 1st?', { moveIn: '2026-05-01' }],
		['My budget is 1500-1700 and I need something by end of June', { budget: 1700, budgetMin: 1500, moveIn: '2026-06-30' }],
		['Anything available in November for around $1800', { budget: 1800, moveIn: '2026-11-01' }],
		['around 1.8k max, 1 bed', { budget: 1800, bedrooms: 1 }],
		['We have two cats and a small dog. Moving mid April.', { pets: 'two cats and a small dog', moveIn: '2026-04-15' }],
		['No pets. Me and my two kids.', { pets: 'No pets', occupants: 3 }],
		['Need a place asap, just me and my dog', { moveIn: TODAY, occupants: 1, pets: 'my dog' }],
		['We are a family of 5 looking for a 3x2', { bedrooms: 3, occupants: 5 }],
		['2 adults and 1 child, lease is up 5/31', { occupants: 3, moveIn: '2026-05-31' }],
		["I'd like a 12 month lease starting July 1", { moveIn: '2026-07-01' }],
		['Can I tour on Saturday 3/14? I want to move in June.', { moveIn: '2026-06-01' }],
		['My wife and I are relocating in August', { occupants: 2, moveIn: '2026-08-01' }],
		['Busco un departamento de 2 recámaras para el 1 de mayo', { bedrooms: 2, moveIn: '2026-05-01' }],
		['dos cuartos, somos 4 personas, sin mascotas', { bedrooms: 2, occupants: 4, pets: 'sin mascotas' }],
		['Busco estudio lo antes posible, presupuesto hasta $1,200', { bedrooms: 0, budget: 1200, moveIn: TODAY }],
		['Mi esposa y yo tenemos un perro pequeño', { occupants: 2, pets: 'un perro pequeño' }],
		['Queremos mudarnos a finales de junio', { moveIn: '2026-06-25' }],
	])('%j', (message, facts) => {
		expect(told(message)).toEqual(facts);
	});

	it.each([
		'please call me asap',
		'Is the $1,800 unit still open? I make $5000 a month',
		'Do you allow dogs? Is there a pet fee?',
		'I have a service dog',
		'I have a small dog, she is my ESA',
		'Can I tour this apartment on 3/14?',
		'I saw this on March 3. Is it still free?',
		'I called yesterday and may call again tomorrow',
		'Can we see it on Friday?',
		'Presupuesto máximo de 500.000 pesos',
		'We can pay 6 months upfront',
		'Moving after graduation',
	])('%j tells none of it', (message) => {
		expect(told(message)).toEqual({});
	});

	it('keeps the words of the renter beside the date', () => {
		expect(factsInMessage('We would MOVE around Mid June if possible').moveIn[0]?.said).toBe('around Mid June');
	});
});

describe('values of fields in other words', () => {
	it.each<[string, number]>([
		['2 recámaras', 2],
		['dos cuartos', 2],
		['3 chambres', 3],
		['Estudio', 0],
		['2x1', 2],
		['2 bdrm', 2],
	])('bedrooms of %j are %j', (text, count) => expect(readBedrooms(text)).toBe(count));

	it.each<[string, number]>([
		['1½ baths', 1.5],
		['2 baños', 2],
		['two bath', 2],
		['un baño y medio', 1.5],
	])('bathrooms of %j are %j', (text, count) => expect(readBathrooms(text)).toBe(count));

	it.each<[string, number, number | null]>([
		['under $1,800', 1800, null],
		['1500-1700', 1700, 1500],
		['1.5-1.8k', 1800, 1500],
		['$1.800', 1800, null],
		['1 800 $', 1800, null],
	])('rent of %j is %j (from %j)', (text, most, least) => expect([readBudget(text), readBudgetMin(text)]).toEqual([most, least]));

	it.each<[string, number | null]>([
		['2', 2],
		['two', 2],
		['2 adults, 1 child', 3],
		['me and my two kids', 3],
		['just me', 1],
		['familia de 4', 4],
		['not sure', null],
	])('people of %j are %j', (text, count) => expect(readOccupants(text)).toBe(count));
});

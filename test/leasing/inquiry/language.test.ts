import { readLanguage } from '../../../leasing/inquiry/language';

describe('readLanguage', () => {
	it.each<[string, string | null]>([
		['Is the 2 bedroom still available?', 'en'],
		['I am interested in this rental and would like to schedule a viewing.', 'en'],
		['Hola, me interesa el apartamento de dos recamaras', 'es'],
		['Quisiera ver el apartamento mañana por la tarde, gracias', 'es'],
		['Bonjour, est-ce que le logement est toujours disponible', 'fr'],
		['您好，房子还在吗', 'zh'],
		['아직 방이 있나요', 'ko'],
		['Tôi muốn thuê căn hộ này', 'vi'],
		['Здравствуйте, квартира ещё свободна?', 'ru'],
		['Please call me.', null],
		['Maple Court 2br', null],
		['206-555-0142 nadia.ferris@example.com', null],
		['', null],
	])('%j is written in %j', (message, code) => {
		expect(readLanguage(undefined, message)?.code ?? null).toBe(code);
	});

	it.each<[string, string | null]>([
		['es', 'es'],
		['en-US', 'en'],
		['Español', 'es'],
		['Spanish', 'es'],
		['yes please', null],
		['constructor', null],
	])('what a form says, %j, is %j', (said, code) => {
		expect(readLanguage(said, null)?.code ?? null).toBe(code);
	});
});

import { inquiryFromForm } from '../../../leasing/inquiry/fromForm';
import { SETTINGS } from './exampleSettings';

/** What a form in another language asks, and what is read of its answers. */
it.each<[string, Record<string, string>]>([
	[
		'Spanish',
		{
			Nombre: 'Ana',
			Apellido: 'Ruiz',
			'Teléfono móvil': '512-555-0123',
			'Fecha de mudanza': '1 de mayo',
			Recámaras: '2',
			'Presupuesto mensual': '$1,800',
		},
	],
	[
		'French',
		{
			Prénom: 'Ana',
			'Nom de famille': 'Ruiz',
			'Téléphone portable': '512-555-0123',
			"Date d'emménagement": '1er mai',
			Chambres: 'deux chambres',
			'Loyer maximum': '1 800 $',
		},
	],
	[
		'Spanish questions',
		{
			'Nombre completo': 'Ana Ruiz',
			Celular: '512-555-0123',
			'¿Cuándo se quiere mudar?': '1 de mayo',
			'¿Cuántas recámaras necesita?': 'dos',
			'¿Cuál es su presupuesto?': '1800',
		},
	],
])('labels of a form in %s', (_language, form) => {
	const result = inquiryFromForm(form, {}, { settings: SETTINGS, receivedAt: Date.UTC(2026, 2, 10, 17) });
	expect(result.ok && result.inquiry.people[0]).toMatchObject({ firstName: 'Ana', lastName: 'Ruiz', phones: [{ e164: '+15125550123' }] });
	expect(result.ok && result.inquiry.interest).toMatchObject({ moveIn: '2026-05-01', bedrooms: 2, budget: 1800 });
});

it('a lead of nothing but a number that a spreadsheet rounded is nobody', () => {
	const result = inquiryFromForm({ phone: '5.12555E+09' }, {}, { settings: SETTINGS, receivedAt: Date.UTC(2026, 2, 10, 17) });
	expect(result.ok).toBe(false);
});

import { saveSettings } from '../../../office/portfolio/saveSettings';
import { company } from '../../nodes/shared/company';
import { useTempStore } from '../../nodes/support/tempStore';

const temp = useTempStore();

it('saveSettings says whether anything changed', async () => {
	const store = await temp.store();
	expect(await saveSettings(store, company)).toMatchObject({ changed: true, saved: { settings: { brand: company.brand } } });
	expect(await saveSettings(store, { ...company })).toMatchObject({ changed: false });
	const renamed = await saveSettings(store, { ...company, brand: 'Maple Homes' });
	expect(renamed).toMatchObject({ changed: true, saved: { settings: { brand: 'Maple Homes' } } });
	expect((await store.portfolios.get(company.key))?.revision).toBe(renamed.saved.revision);
});

import { openDatabase } from '../../store/openDatabase';
import { storeContract } from './contract';
import { emptiedFor } from './postgres/onPostgres';
import { describeOnServer, newPlace, removePlace } from './postgres/realServer';

describeOnServer('on a real server', () => {
	const place = newPlace();
	afterAll(async () => await removePlace(place));

	storeContract(
		'Postgres',
		emptiedFor(async () => await openDatabase(place)),
	);
});

import { storeContract } from './contract';
import { onSqlite } from './contract/onSqlite';

storeContract('SQLite, a file', onSqlite());

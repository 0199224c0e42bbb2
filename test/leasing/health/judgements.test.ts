import { judgeClock } from '../../../leasing/health/clock';
import { judgeN8nSettings } from '../../../leasing/health/n8nSettings';
import { counted, spanInWords } from '../../../leasing/health/span';
import { judgeStoreFile, type StoreFile } from '../../../leasing/health/storeFile';

const SECOND = 1_000;
const FINE = { WEBHOOK_URL: 'https://n8n.example.com/' };
const MB = 1_000_000;
const FILE: StoreFile = {
	path: '/data/leasing.sqlite',
	bytes: 12 * MB,
	logBytes: 4 * MB,
	freeBytes: 50_000 * MB,
	mode: 0o600,
	intact: true,
	problem: null,
};

test.each<[number, string]>([
	[0, 'ok'],
	[29 * SECOND, 'ok'],
	[31 * SECOND, 'warning'],
	[-299 * SECOND, 'warning'],
	[300 * SECOND, 'urgent'],
	[-5 * 3_600 * SECOND, 'urgent'],
])('a clock that is %d ms ahead is %s', (ahead, severity) => {
	const finding = judgeClock(1_000_000_000_000 + ahead, 1_000_000_000_000, 'Twilio');
	expect(finding.severity).toBe(severity);
	if (severity !== 'ok') expect(finding.sentence).toContain(ahead > 0 ? 'ahead of' : 'behind');
});

test.each<[Record<string, string>, string[]]>([
	[{}, []],
	[{ N8N_CONCURRENCY_PRODUCTION_LIMIT: '-1' }, []],
	[{ N8N_CONCURRENCY_PRODUCTION_LIMIT: '20' }, []],
	[{ N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' }, ['N8N_CONCURRENCY_PRODUCTION_LIMIT']],
	[{ EXECUTIONS_TIMEOUT: '30' }, ['EXECUTIONS_TIMEOUT']],
	[{ EXECUTIONS_TIMEOUT: '3600' }, []],
	[{ EXECUTIONS_TIMEOUT: 'nonsense' }, []],
	[{ EXECUTIONS_DATA_SAVE_ON_ERROR: 'none' }, ['EXECUTIONS_DATA_SAVE_ON_ERROR']],
	[{ EXECUTIONS_DATA_PRUNE: 'false' }, ['EXECUTIONS_DATA_PRUNE']],
	[{ WEBHOOK_URL: '' }, ['WEBHOOK_URL']],
	[{ WEBHOOK_URL: 'http://203.0.113.5:5678/' }, ['WEBHOOK_URL']],
	[{ WEBHOOK_URL: '', N8N_WEBHOOK_URL: 'https://n8n.example.com' }, []],
	[{ DB_TYPE: 'postgresdb' }, ['DB_POSTGRESDB_POOL_SIZE']],
	[{ DB_TYPE: 'postgresdb', DB_POSTGRESDB_POOL_SIZE: '10' }, []],
])('settings of n8n: %j', (settings, named) => {
	const findings = judgeN8nSettings({ ...FINE, ...settings });
	expect(findings.flatMap(({ about }) => about ?? [])).toEqual(named);
	for (const { severity, whatToDo } of findings) expect(severity === 'ok').toBe(whatToDo === null);
});

test.each<[string, Partial<StoreFile>, Array<[string, string]>]>([
	['fine', {}, [['store', 'ok']]],
	['on Windows', { mode: null }, [['store', 'ok']]],
	['where the disk does not tell', { freeBytes: null }, [['store', 'ok']]],
	['damaged', { intact: false, problem: 'row 3 missing from index' }, [['store', 'urgent']]],
	['open to all', { mode: 0o644 }, [['store_private', 'warning']]],
	['on a full disk', { freeBytes: 10 * MB }, [['store_disk', 'urgent']]],
	['on a disk that fills up', { freeBytes: 150 * MB }, [['store_disk', 'warning']]],
	[
		'larger than its disk has room',
		{ bytes: 5_000 * MB, freeBytes: 400 * MB, intact: null },
		[
			['store_disk', 'warning'],
			['store_unchecked', 'hint'],
		],
	],
	['with a log that nobody empties', { logBytes: 900 * MB }, [['store_log', 'hint']]],
])('a store file that is %s', (_name, change, expected) => {
	expect(judgeStoreFile({ ...FILE, ...change }).map(({ check, severity }) => [check, severity])).toEqual(expected);
});

test.each<[number, string]>([
	[5 * SECOND, 'less than a minute'],
	[61 * SECOND, '1 minute'],
	[3_599 * SECOND, '59 minutes'],
	[3_600 * SECOND, '1 hour'],
	[49 * 3_600 * SECOND, '2 days'],
])('%d ms are %s', (span, words) => expect(spanInWords(span)).toBe(words));

test('one is singular', () =>
	expect([counted(1, 'text'), counted(0, 'text'), counted(2, 'text')]).toEqual(['1 text', '0 texts', '2 texts']));

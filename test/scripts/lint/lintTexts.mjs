/** Lints texts as if they were files of ours: `[{ file, code }]` on stdin, a list of messages for each on stdout. (Jest cannot load ESLint's configuration, a module.) */
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { ESLint } from 'eslint';

const cwd = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const eslint = new ESLint({ cwd });
const said = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
	const [result] = await eslint.lintText(code, { filePath: path.join(cwd, file) });
	said.push(result.messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted-')).map(({ message }) => message));
}
process.stdout.write(JSON.stringify(said));

/** Entry of dist/move-store.js. */
import { moveStoreCommand } from './command';

const clock = { now: () => Date.now() };

void moveStoreCommand(process.argv.slice(2), { clock, env: process.env, print: (text) => process.stdout.write(text) }).then((code) => {
	process.exitCode = code;
});

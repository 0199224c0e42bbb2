/** Progress for people, on standard error: standard output belongs to the command that was asked for. */

const out = process.stderr;
const HEARTBEAT_MS = 15_000;

/**
 * Runs `work` under a title: a line when it begins, a sign of life while it lasts, a line with the time when it is done.
 * @param {string} title what is being done, as in "installing n8n 2.41.1"
 * @param {() => Promise<T>} work
 * @param {{ expect?: string, alive?: () => string }} [options] `expect`: how long it usually takes; `alive`: a short figure that grows
 * @returns {Promise<T>}
 * @template T
 */
export async function step(title, work, { expect, alive } = {}) {
	const began = Date.now();
	const hint = expect ? ` (this takes ${expect})` : '';
	const stop = out.isTTY ? spin(title, hint, began, alive) : beat(title, hint, began, alive);
	try {
		const result = await work();
		stop();
		out.write(`  done  ${title}, ${clock(began)}\n`);
		return result;
	} catch (error) {
		stop();
		out.write(`  FAIL  ${title}, ${clock(began)}\n`);
		throw error;
	}
}

/** One plain line. */
export function say(line) {
	out.write(`${line}\n`);
}

/** On a terminal: one line that is written over every second. */
function spin(title, hint, began, alive) {
	const write = () => {
		const line = `  ....  ${title}${hint} ${clock(began)}${figure(alive)}`;
		out.write(`\r\x1b[K${line.slice(0, Math.max(20, (out.columns || 80) - 1))}`);
	};
	write();
	const timer = setInterval(write, 1000);
	return () => {
		clearInterval(timer);
		out.write('\r\x1b[K');
	};
}

/** In a log: a line at the start and one every quarter of a minute. */
function beat(title, hint, began, alive) {
	out.write(`  ....  ${title}${hint}\n`);
	const timer = setInterval(() => out.write(`        still ${title}, ${clock(began)}${figure(alive)}\n`), HEARTBEAT_MS);
	return () => clearInterval(timer);
}

function figure(alive) {
	const text = alive?.();
	return text ? `, ${text}` : '';
}

/** Minutes and seconds since `began`: `0:07`, `4:31`. */
export function clock(began) {
	const seconds = Math.round((Date.now() - began) / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

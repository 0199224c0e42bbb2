const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const both = [
	'AbortController',
	'AbortSignal',
	'URL',
	'URLSearchParams',
	'TextDecoder',
	'TextEncoder',
	'clearInterval',
	'clearTimeout',
	'console',
	'crypto',
	'fetch',
	'performance',
	'queueMicrotask',
	'setInterval',
	'setTimeout',
	'structuredClone',
];

/** What plain JavaScript for Node may use without importing it. */
export const nodeGlobals = readonly([...both, 'Buffer', 'process', 'setImmediate', '__dirname', 'module', 'require']);

/** What the pages of the sandbox may use. */
export const browserGlobals = readonly([
	...both,
	'CustomEvent',
	'Element',
	'Event',
	'EventSource',
	'FormData',
	'HTMLElement',
	'Node',
	'ResizeObserver',
	'WebSocket',
	'confirm',
	'document',
	'history',
	'localStorage',
	'location',
	'navigator',
	'requestAnimationFrame',
	'sessionStorage',
	'window',
]);

/** A real n8n on loopback with our package installed, for `npm start`, tests and benchmarks. */
export interface RealN8nOptions {
	/** n8n's user folder (its data goes to `<folder>/.n8n`). Created when missing. */
	folder: string;
	/** 0: any free port. */
	port?: number;
	/** Folder of the built package (holds package.json and dist); null starts n8n without our package. */
	packageFolder: string | null;
	/**
	 * `copy` (default) puts package.json and dist where n8n's own install would, so that `n8n-workflow` resolves to n8n's
	 * copy; `link` makes a symlink, where it resolves to the checkout's own copy of `n8n-workflow` instead.
	 */
	packageMode?: 'copy' | 'link';
	/** n8n's command; default `start`. `webhook` and `worker` are the other processes of queue mode. */
	command?: readonly string[];
	/** Added to or replacing the quiet offline environment. */
	env?: Record<string, string>;
	/** Receives n8n's log lines. */
	onLog?: (line: string) => void;
	/** Called as soon as the process runs, long before it is ready: with this it can be killed while it starts. */
	onSpawn?: (starting: { kill(): Promise<void> }) => void;
}

export interface RealN8n {
	/** `http://127.0.0.1:PORT` */
	url: string;
	version: string;
	/** From the start of its process until it answered that it is ready. */
	readyMs: number;
	folder: string;
	pid: number;
	/** Creates the owner when there is none, logs in, and creates an API key. Idempotent per folder. */
	signIn(): Promise<N8nSession>;
	/** SIGTERM and wait; SIGKILL after 20 s. */
	stop(): Promise<void>;
	/** kill -9 and wait for the exit. */
	kill(): Promise<void>;
	/** Resolves when n8n's process has ended, whatever ended it, e.g. `exit code 1`. */
	exited: Promise<string>;
	/** Last log lines, for error messages. */
	logTail(): string;
}

export interface N8nSession {
	email: string;
	password: string;
	apiKey: string;
	/** Value of the Cookie header of a signed-in browser. */
	cookie: string;
	createCredential(credential: { name: string; type: string; data: Record<string, unknown> }): Promise<{ id: string }>;
	/** Runs n8n's own "test" of a stored credential. */
	testCredential(id: string): Promise<{ status: 'OK' | 'Error'; message: string }>;
	/** Posts template JSON as the editor's import would (read-only fields stripped) and returns the id. */
	createWorkflow(workflow: Record<string, unknown>): Promise<{ id: string }>;
	publish(workflowId: string): Promise<void>;
	unpublish(workflowId: string): Promise<void>;
	deleteWorkflow(workflowId: string): Promise<void>;
	/** Runs a workflow by hand from its manual trigger (or the named node) and waits for the end. */
	runManually(workflowId: string, startNode: string): Promise<N8nExecution>;
	executions(workflowId: string): Promise<N8nExecution[]>;
	/** Resolves with the first execution of the workflow that has ended and fits. @throws after `timeoutMs` (default 30 000) */
	waitForExecution(workflowId: string, fits?: (execution: N8nExecution) => boolean, timeoutMs?: number): Promise<N8nExecution>;
	/** Any REST call of the editor's own API, signed in. */
	rest<T = unknown>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
}

export interface N8nExecution {
	id: string;
	status: string;
	mode: string;
	startedAt: string;
	stoppedAt: string | null;
	/** Output items by node name: `[output][item].json`. */
	outputs: Record<string, unknown[][]>;
	error: string | null;
}

/** Implemented in `sandbox/n8n/index.ts` as `startRealN8n`. */
export type StartRealN8n = (options: RealN8nOptions) => Promise<RealN8n>;

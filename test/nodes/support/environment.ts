/**
 * Must be imported before n8n-core: it reads its folder and log level when it is loaded. Each test process gets a
 * folder of its own, so that no test ever sees somebody's real n8n data.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import 'reflect-metadata';

/** n8n's user folder for this test process; the nodes' default store lies in it. */
export const userFolder = mkdtempSync(join(tmpdir(), 'leasing-nodes-test-'));

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_RUNNERS_ENABLED = 'false';
process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));

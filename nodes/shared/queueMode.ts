/** Whether n8n's workers are processes of their own: then nothing may be handed over in memory. */
export function inQueueMode(): boolean {
	return process.env.EXECUTIONS_MODE === 'queue';
}

/**
 * The parts of a phone number that may each be connected to another trigger: who answers its calls, who takes its texts (and
 * sends them), who hears how its calls ended.
 */
export const LINE_CHANNELS = ['voice', 'text', 'status'] as const;
export type LineChannel = (typeof LINE_CHANNELS)[number];

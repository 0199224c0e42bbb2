import type { Step } from '../request';
import type { StepHandler } from '../stepContext';
import { dial } from './dial';
import { ended } from './ended';
import { inbound } from './inbound';
import { accept, screen } from './screening';
import { text } from './text';
import { voice } from './voice';
import { recorded, recording, transcript } from './voicemail';

/** Every request that Twilio makes to the trigger, by its `?step=`. */
export const steps: Record<Step, StepHandler> = { voice, dial, screen, accept, recorded, recording, transcript, ended, text, inbound };

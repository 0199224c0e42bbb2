/** As the log names the trigger. */
export const NODE = 'Twilio Missed Call Trigger';

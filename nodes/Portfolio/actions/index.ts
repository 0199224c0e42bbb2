import type { Operation } from '../../shared/operations';
import { getSettings } from './getSettings.operation';
import { saveSettings } from './saveSettings.operation';

export const operations: Operation[] = [saveSettings, getSettings];

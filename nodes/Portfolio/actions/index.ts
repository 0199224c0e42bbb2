import type { Operation } from '../../shared/operations';
import { check } from './check.operation';
import { getSettings } from './getSettings.operation';
import { save } from './saveSettings.operation';

export const operations: Operation[] = [save, getSettings, check];

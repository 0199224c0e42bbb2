import type { CursorOf, DirectoryOf } from '../../store/port';

/** How far something of one company's account has been read. @param name of the list or of what else is read piece by piece */
export function cursorOf({ portfolio, provider }: DirectoryOf, name: string): CursorOf {
	return { portfolio, scope: provider, name };
}

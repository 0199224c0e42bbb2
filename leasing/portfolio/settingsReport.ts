import { problem, type FieldProblem } from '../problem';
import { reason, type Reason } from '../reason';
import { fieldLabel } from './settingsFields';

/** Collects what is wrong with settings and what was changed in them, in the order in which it was found. */
export class SettingsReport {
	readonly problems: FieldProblem[] = [];
	readonly changes: Reason[] = [];

	/** @param broken labels of fields already reported because of their shape; they are not reported again */
	constructor(private readonly broken: ReadonlySet<string>) {}

	/** @param mend a sentence that says what to do */
	refuse(path: readonly PropertyKey[], found: unknown, mend: string): void {
		const field = fieldLabel(path);
		if ([...this.broken].some((label) => field === label || field.startsWith(`${label}, `))) return;
		this.problems.push(problem(field, found, mend));
	}

	/** @param what a clause that follows the field's name, for example `"9am" is stored as 09:00.` */
	changed(path: readonly PropertyKey[], code: string, what: string): void {
		this.changes.push(reason(code, `${fieldLabel(path)}: ${what}`));
	}
}

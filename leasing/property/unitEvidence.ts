import { reason, type Reason } from '../reason';
import type { FoundPlaces, PropertyCandidate } from './propertyMatch';
import { CERTAIN } from './scores';

type Units = FoundPlaces['units'];

/**
 * The one of several contradicting properties that has the unit, when it is known that none of the others has it. Whatever is
 * certain counts as one of the others, also where it would not contradict by itself.
 */
export function onlyOneWithUnit(
	contradicting: readonly PropertyCandidate[],
	ranking: readonly PropertyCandidate[],
	units: Units,
): PropertyCandidate | null {
	const holders = ranking.filter(({ key, score }) => score >= CERTAIN && units.get(key) === true);
	const [holder] = holders;
	if (holder === undefined || holders.length > 1 || !contradicting.some(({ key }) => key === holder.key)) return null;
	return contradicting.every(({ key }) => key === holder.key || units.get(key) === false) ? holder : null;
}

/** Another certain property that has the unit, while the best one is known not to have it: then the unit contradicts. */
export function unitSpeaksForAnother(
	best: PropertyCandidate,
	ranking: readonly PropertyCandidate[],
	units: Units,
): PropertyCandidate | null {
	if (units.get(best.key) !== false) return null;
	return ranking.find(({ key, score }) => key !== best.key && score >= CERTAIN && units.get(key) === true) ?? null;
}

/** Whether each of the properties has the unit, as far as the directory knows. */
export function unitReasons(unit: string | null, candidates: readonly PropertyCandidate[], units: Units): Reason[] {
	if (unit === null) return [];
	return candidates.flatMap(({ key, name }) => {
		const has = units.get(key);
		if (has === undefined) return [];
		return [
			has
				? reason('property_unit_known', `${name} has a unit ${unit}.`)
				: reason('property_unit_unknown', `The directory has no unit ${unit} of ${name}.`),
		];
	});
}

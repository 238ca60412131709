import type { PrescribedItem } from './session.ts'

/** The things that these items need, each once, in their order. */
export function kitOf(items: readonly PrescribedItem[]): string[] {
  return [...new Set(items.flatMap(({ exercise }) => exercise.equipment))]
}

/**
 * The items that can be done without what is not at hand today. What needs it is left out, not exchanged: what was not done is not judged,
 * so the plan keeps it as it is. May be empty.
 */
export function withoutKit(
  items: readonly PrescribedItem[],
  missing: readonly string[],
): readonly PrescribedItem[] {
  return items.filter(({ exercise }) => !exercise.equipment.some((thing) => missing.includes(thing)))
}

import type { MovementTest, OfferedTest, PatientContent, Retest } from '@dorsal/care'

type Again = { tests: MovementTest[]; further: OfferedTest[]; camera: boolean }

/**
 * The tests to do again: those that were done before, or the first ones where none was; never one that a precaution forbids by now. The
 * camera is used where it was used before.
 */
export function againOf(
  { latest }: Pick<Retest, 'latest'>,
  content: Pick<PatientContent, 'movementTests' | 'furtherTests' | 'selfTests'>,
  tags: readonly string[],
): Again {
  const allowed = (skipTags: readonly string[]) => !skipTags.some((tag) => tags.includes(tag))
  const all = [...content.movementTests, ...content.furtherTests]
  const before = all.filter(({ id }) => latest.movementTests[id] !== undefined)
  const alone = content.selfTests.filter(({ id }) => latest.selfTests[id] !== undefined)
  const nothing = before.length === 0 && alone.length === 0
  return {
    tests: (nothing ? content.movementTests : before).filter(({ protocol }) => allowed(protocol.skipTags)),
    further: alone
      .filter(({ skipTags }) => allowed(skipTags))
      .map((test): OfferedTest => ({ by: 'self', test })),
    camera: Object.values(latest.movementTests).some(({ source }) => source === 'camera'),
  }
}

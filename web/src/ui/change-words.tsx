import type { ScoreChange } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'

/** What a change of a score means, in plain words; never more than the numbers can carry. `of` says what it is compared with. */
export function ChangeWords({ change, of }: { change: ScoreChange; of: 'last' | 'start' }) {
  if (change.meaning === 'not-known') return null
  if (change.meaning === 'about-the-same')
    return of === 'last' ? (
      <Trans>About the same as last time: less of a difference than you can tell from chance.</Trans>
    ) : (
      <Trans>About the same as at the start: less of a difference than you can tell from chance.</Trans>
    )
  if (change.meaning === 'worse')
    return of === 'last' ? (
      <Trans>Harder than last time. A single answer can be a bad week; the course over time says more.</Trans>
    ) : (
      <Trans>Harder than at the start.</Trans>
    )
  if (change.meaning === 'better')
    return of === 'last' ? (
      <Trans>Better than last time, by as much as people just notice.</Trans>
    ) : (
      <Trans>Better than at the start, by as much as people just notice.</Trans>
    )
  return of === 'last' ? (
    <Trans>Clearly better than last time.</Trans>
  ) : (
    <Trans>Clearly better than at the start.</Trans>
  )
}

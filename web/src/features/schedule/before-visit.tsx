import type { VisitCheckInGiven } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { momentOf } from '../../lib/time.ts'
import { Notice } from '../../ui/card.tsx'

/** Since the last visit, in words. */
export const SINCE = { better: msg`Better`, same: msg`About the same`, worse: msg`Worse` } as const

/** What the person said before this visit, first of all whether a danger question was answered with yes. */
export function BeforeVisit({ said }: { said: VisitCheckInGiven }) {
  const { i18n } = useLingui()
  const yes = Object.values(said.answers).filter((answer) => answer === 'yes').length
  const lines = [
    [msg`Pain now`, said.pain === null ? null : `${said.pain} / 10`],
    [msg`Since the last visit`, said.since === null ? null : i18n._(SINCE[said.since])],
    [msg`What matters at this visit`, said.wish],
    [
      msg`Medicines`,
      said.medicines === null
        ? null
        : said.medicines === 'same'
          ? i18n._(msg`No change`)
          : [i18n._(msg`Something changed`), said.medicineWords].filter(Boolean).join(': '),
    ],
  ] as const
  return (
    <Notice tone={yes > 0 ? 'warn' : 'calm'}>
      <p data-check-in={said.visitId}>
        <strong>
          <Trans>Said before this visit</Trans>
        </strong>
        , {momentOf(said.at)}
      </p>
      <p>
        {yes > 0 ? (
          <Plural
            value={yes}
            one="# danger question was answered with yes: see the tasks."
            other="# danger questions were answered with yes: see the tasks."
          />
        ) : (
          <Trans>All danger questions that were asked: no.</Trans>
        )}
      </p>
      <ul>
        {lines.map(
          ([words, value]) =>
            value !== null && (
              <li key={words.id}>
                {i18n._(words)}: {value}
              </li>
            ),
        )}
      </ul>
    </Notice>
  )
}

import { FIGURE_MOMENTS, type FigureMoment, type LibraryContent, type PatientRecord } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { askedWords } from '../../ui/dosage-words.ts'
import { Stack } from '../../ui/page.tsx'
import type { ShownFigure } from './shared-figure.tsx'
import styles from './video.module.css'

const MOMENTS: Readonly<Record<FigureMoment, MessageDescriptor>> = {
  moving: msg`Moving`,
  start: msg`Start`,
  half: msg`Half way`,
  end: msg`End`,
}

type Props = {
  plan: PatientRecord['plan']
  library: LibraryContent | undefined
  shown: ShownFigure | null
  onShow: (figure: ShownFigure | null) => void
}

/** The plan beside the picture; each exercise of it can be shown to both as a figure. */
export function PlanAside({ plan, library, shown, onShow }: Props) {
  const { t, i18n } = useLingui()
  const items = plan?.items.filter(({ state }) => state === 'active') ?? []
  const hasFigure = (id: string | null): id is string =>
    id !== null && library?.exercises.find((each) => each.id === id)?.movement?.figure !== undefined
  return (
    <Card label={t`The plan`}>
      <Stack gap="s">
        <h2>
          <Trans>The plan</Trans>
        </h2>
        {items.length === 0 && (
          <p>
            <Trans>There is no plan yet.</Trans>
          </p>
        )}
        <ul className={styles['plan']}>
          {items.map((item) => {
            const { id, title, exerciseId, words } = item
            const is = shown !== null && shown.exerciseId === exerciseId
            return (
              <li key={id} data-shown={is}>
                <span>
                  <strong>{title}</strong> {askedWords(item, i18n)} {words}
                </span>
                {hasFigure(exerciseId) && (
                  <Button
                    look="quiet"
                    aria-pressed={is}
                    onClick={() => onShow(is ? null : { exerciseId, moment: 'moving' })}
                  >
                    <Trans>Show to both</Trans>
                    <span className="visually-hidden">: {title}</span>
                  </Button>
                )}
                {is && (
                  <fieldset className={styles['moments']}>
                    <legend className="visually-hidden">
                      <Trans>The figure is</Trans>
                    </legend>
                    {FIGURE_MOMENTS.map((moment) => (
                      <Button
                        key={moment}
                        look="plain"
                        aria-pressed={shown.moment === moment}
                        onClick={() => onShow({ ...shown, moment })}
                      >
                        {i18n._(MOMENTS[moment])}
                      </Button>
                    ))}
                  </fieldset>
                )}
              </li>
            )
          })}
        </ul>
      </Stack>
    </Card>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { type CardProps, Reasons } from './card-frame.tsx'

/** Caution: the programme goes on, with less in it; this says what was left out for that. */
export function CautionCard({ result, children }: Pick<CardProps, 'result'> & { children: ReactNode }) {
  const { t } = useLingui()
  return (
    <Page
      title={t`You can start, with some care`}
      lead={<Trans>Some of your answers call for a gentler start. Your plan takes account of them.</Trans>}
    >
      <Reasons result={result} />
      <Card>
        <p>
          <Trans>
            Exercises that do not fit were left out, and your plan says which and why. Stop whenever something
            feels wrong, and tell us in the session.
          </Trans>
        </p>
      </Card>
      {children}
    </Page>
  )
}

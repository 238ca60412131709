import type { Prescription } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { type At, DangerSteps } from './danger-steps.tsx'
import { KeptNote } from './kept-note.tsx'
import { useGiven } from './use-given.ts'
import { useTell } from './use-tell.ts'

/** The pain is back after the end of a course: the danger questions first, then the plan from its beginning, without a new intake. */
export function ComeBack({ prescription, at }: { prescription: Prescription; at: At }) {
  const { t } = useLingui()
  const { told, say } = useTell()
  const { given, give } = useGiven('again', told)
  return (
    <DangerSteps
      {...{ prescription, told, at, given }}
      onGive={give}
      further={1}
      onDanger={(answers, pain) => void say({ kind: 'again', pain, answers })}
    >
      {({ answers, pain, above, back }) =>
        told.state === 'sent' || told.state === 'kept' ? (
          <Page title={t`Good that you are back`}>
            {told.state === 'kept' && <KeptNote />}
            <Card tone="ok">
              <p>
                {told.state === 'sent' ? (
                  <Trans>
                    Your plan begins again, gently, at its first phase. What you know helps you now.
                  </Trans>
                ) : (
                  <Trans>Your plan begins again once there is a connection.</Trans>
                )}
              </p>
            </Card>
            <Actions>
              <Link to="/plan" className={buttonClass('main', true)}>
                <Trans>See my whole plan</Trans>
              </Link>
              <Link to="/today" className={buttonClass('plain', true)}>
                <Trans>Back to today</Trans>
              </Link>
            </Actions>
          </Page>
        ) : (
          <Page
            title={t`Begin again?`}
            above={above}
            lead={
              <Trans>
                It comes back for many people, and often settles as it did before. Your plan starts at its
                first phase, with your answers from last time. Your clinic is told.
              </Trans>
            }
          >
            <Actions>
              <Button
                large
                disabled={told.state === 'sending'}
                onClick={() => void say({ kind: 'again', pain, answers })}
              >
                <Trans>Begin again</Trans>
              </Button>
              <Link to="/start" className={buttonClass('plain', true)}>
                <Trans>A lot has changed: answer the questions anew</Trans>
              </Link>
              {back}
            </Actions>
          </Page>
        )
      }
    </DangerSteps>
  )
}

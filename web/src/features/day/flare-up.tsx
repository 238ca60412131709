import type { Me, Prescription } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Scale } from '../../ui/scale.tsx'
import type { Answers } from './danger.tsx'
import { type At, DangerSteps } from './danger-steps.tsx'
import styles from './day.module.css'
import { KeptNote } from './kept-note.tsx'
import { useGiven } from './use-given.ts'
import { useTell } from './use-tell.ts'

/** What helps now, and the calm session that goes with it. */
function Calm({ me }: { me: Me }) {
  const steps = me.flare?.steps ?? []
  return (
    <>
      <Card tone="accent">
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
      <Actions>
        <Link to="/session" className={buttonClass('main', true)}>
          <Trans>Start the calm session</Trans>
        </Link>
        <Link to="/today" className={buttonClass('plain', true)}>
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
    </>
  )
}

type FlareUpProps = { me: Me; prescription: Prescription; at: At }

/** A flare-up: the danger questions first, then how strong it is; then less of everything for some days, and what helps now. */
export function FlareUp({ me, prescription, at }: FlareUpProps) {
  const { t } = useLingui()
  const { told, say } = useTell()
  const { given, give } = useGiven('flare-up', told)
  const { worry } = given
  const send = (answers: Answers, pain: number) =>
    void say({ kind: 'flare-up', pain, worry, answers, note: null })
  return (
    <DangerSteps {...{ prescription, told, at, given }} onGive={give} further={1} onDanger={send}>
      {({ answers, pain, above, back }) =>
        told.state === 'sent' || told.state === 'kept' ? (
          <Page title={t`It has flared up. It usually settles.`}>
            {told.state === 'kept' && <KeptNote />}
            <Calm me={me} />
          </Page>
        ) : (
          <Page title={t`How much do you worry that moving could do harm?`} above={above}>
            <Scale
              legend={t`Worry about moving`}
              legendHidden
              low={t`not at all`}
              high={t`very much`}
              value={worry}
              onChange={(value) => give({ worry: value })}
            />
            <Actions>
              <Button large disabled={told.state === 'sending'} onClick={() => send(answers, pain)}>
                {worry === null ? <Trans>Skip</Trans> : <Trans>Continue</Trans>}
              </Button>
              {back}
            </Actions>
          </Page>
        )
      }
    </DangerSteps>
  )
}

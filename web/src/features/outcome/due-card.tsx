import { type Me, stillDue } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { changeCheckIn, useCheckIn } from '../../lib/kept-check-in.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { minutesFor } from './steps.ts'

/** Says calmly that something is due; put aside, it is gone for today. */
export function DueCard({ due, now }: { due: Me['due']; now: string }) {
  const { answered, laterOn } = useCheckIn()
  const open = stillDue(due, answered, now)
  const today = new Date(now).toDateString()
  if (open.length === 0 || laterOn === today) return null
  return (
    <Card>
      <h2>
        <Trans>A few questions</Trans>
      </h2>
      <p>
        <Plural
          value={minutesFor(open)}
          one="About # minute. They show how it goes, and whether the plan still fits."
          other="About # minutes. They show how it goes, and whether the plan still fits."
        />
      </p>
      <Actions>
        <Link to="/check-in" className={buttonClass('plain', true)}>
          <Trans>Answer them</Trans>
        </Link>
        <Button look="quiet" onClick={() => changeCheckIn(() => ({ laterOn: today }))}>
          <Trans>Ask me another day</Trans>
        </Button>
      </Actions>
    </Card>
  )
}

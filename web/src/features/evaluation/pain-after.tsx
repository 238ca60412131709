import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { Scale } from '../../ui/scale.tsx'

type PainAfterProps = { onDone: (pain: number) => void; onBack: () => void }

/** How much the test hurt, 0 to 10. */
export function PainAfter({ onDone, onBack }: PainAfterProps) {
  const { t } = useLingui()
  const [pain, setPain] = useState<number | null>(null)
  return (
    <Stack gap="l">
      <Scale
        legend={<Trans>How much did this movement hurt?</Trans>}
        low={t`no pain`}
        high={t`worst pain`}
        value={pain}
        onChange={setPain}
      />
      <Actions>
        <Button large disabled={pain === null} onClick={() => pain !== null && onDone(pain)}>
          <Trans>Next</Trans>
        </Button>
        <Button large look="quiet" onClick={onBack}>
          <Trans>Measure again</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}

import type { RedFlag } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'

type NoteCheckProps = { items: readonly RedFlag[]; onNo: () => void; onYes: (item: RedFlag) => void }

/** What a text might mean, put as questions one after the other. "Not sure" counts as yes. */
export function NoteCheck({ items, onNo, onYes }: NoteCheckProps) {
  const [at, setAt] = useState(0)
  const item = items[at]
  if (item === undefined)
    return (
      <Button large onClick={onNo}>
        <Trans>Go on</Trans>
      </Button>
    )
  return (
    <>
      <Notice tone="warn" live>
        <p>
          <Trans>Because of what you wrote, we ask to be safe:</Trans>
        </p>
      </Notice>
      <h2>{item.question}</h2>
      <Button look="plain" large onClick={() => (at + 1 < items.length ? setAt(at + 1) : onNo())}>
        <Trans>No</Trans>
      </Button>
      <Button look="plain" large onClick={() => onYes(item)}>
        <Trans>Yes</Trans>
      </Button>
      <Button look="plain" large onClick={() => onYes(item)}>
        <Trans>I am not sure</Trans>
      </Button>
    </>
  )
}

import type { RedFlag } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Stack } from '../../ui/page.tsx'

type Answer = 'yes' | 'no' | 'unsure'

/** One question that the words call for, before they are sent. Its heading has the focus, so that it is heard and nothing is pressed by habit. */
export function Check({ item, onAnswer }: { item: RedFlag; onAnswer: (answer: Answer) => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Card tone="warn">
      <Stack>
        <Notice tone="warn">
          <p>
            <Trans>Because of what you wrote, we ask to be safe. Your message is sent right after.</Trans>
          </p>
        </Notice>
        <h2 ref={heading} tabIndex={-1} data-check={item.id}>
          {item.question}
        </h2>
        {item.help && <p>{item.help}</p>}
        <Button look="plain" large onClick={() => onAnswer('no')}>
          <Trans>No</Trans>
        </Button>
        <Button look="plain" large onClick={() => onAnswer('yes')}>
          <Trans>Yes</Trans>
        </Button>
        <Button look="plain" large onClick={() => onAnswer('unsure')}>
          <Trans>I am not sure</Trans>
        </Button>
      </Stack>
    </Card>
  )
}

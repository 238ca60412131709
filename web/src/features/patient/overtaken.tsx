import type { Proposal } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { dropWords, keptWords } from '../../lib/kept-words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'

/** Under what the note to a proposal is kept while it is typed. */
export const noteKey = (proposal: Pick<Proposal, 'id'>): string => `note:${proposal.id}`

/** Somebody else decided while a note was being typed: who, and the note, which is not lost. */
export function Overtaken({ proposal }: { proposal: Proposal }) {
  const [text, setText] = useState(keptWords(noteKey(proposal)))
  if (text === '') return null
  return (
    <Notice tone="warn" live>
      <p>
        <strong>
          <Trans>This was decided in the meantime, by {proposal.decidedBy}. Your answer was not sent.</Trans>
        </strong>{' '}
        <Trans>Your note is still here, to copy:</Trans>
      </p>
      <blockquote>{text}</blockquote>
      <div>
        <Button
          look="plain"
          onClick={() => {
            dropWords(noteKey(proposal))
            setText('')
          }}
        >
          <Trans>Put it away</Trans>
        </Button>
      </div>
    </Notice>
  )
}

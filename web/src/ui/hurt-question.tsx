import { HURT_KINDS, type HurtKind } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from './button.tsx'
import { Choices, Question } from './question.tsx'

const KINDS: Readonly<Record<HurtKind, MessageDescriptor>> = {
  sore: msg`A bit sore or tight`,
  sharp: msg`Sharp, shooting or tingling`,
  dizzy: msg`Dizzy, sick, blurred sight or a new headache`,
  chest: msg`Chest pain, trouble breathing, feeling faint, or sudden severe pain`,
  legs: msg`Weak legs, numb between the legs, or a change in bladder or bowel`,
}

/** "That hurts", asked more closely: everything waits while it is open. Null: it is fine after all. `waits`: false where time goes on. */
export function HurtQuestion({
  onChoose,
  waits = true,
}: {
  onChoose: (kind: HurtKind | null) => void
  waits?: boolean
}) {
  const { t, i18n } = useLingui()
  return (
    <Question title={t`What is it like?`} onEscape={() => onChoose(null)}>
      <p>
        {waits ? (
          <Trans>Everything waits. Choose what fits best.</Trans>
        ) : (
          <Trans>Take the pack off first. Then choose what fits best.</Trans>
        )}
      </p>
      <Choices>
        {HURT_KINDS.map((kind) => (
          <Button key={kind} look="plain" large data-hurt={kind} onClick={() => onChoose(kind)}>
            {i18n._(KINDS[kind])}
          </Button>
        ))}
        <Button look="quiet" large onClick={() => onChoose(null)}>
          <Trans>It is fine, go back</Trans>
        </Button>
      </Choices>
    </Question>
  )
}

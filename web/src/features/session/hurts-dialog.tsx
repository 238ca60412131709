import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { usePublicConfig } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { HURT_KINDS, type HurtKind } from './controls.ts'
import styles from './dialogs.module.css'
import { useSession } from './session-context.ts'

/** A question over the player. Escape answers with `onEscape`; the focus goes to the question and back. */
function Question({
  title,
  onEscape,
  children,
}: {
  title: string
  onEscape: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onEscape()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

const KINDS: Readonly<Record<HurtKind, MessageDescriptor>> = {
  sore: msg`A bit sore or tight`,
  sharp: msg`Sharp, shooting or tingling`,
  dizzy: msg`Dizzy, sick, blurred sight or a new headache`,
  chest: msg`Chest pain, trouble breathing, feeling faint, or sudden severe pain`,
  legs: msg`Weak legs, numb between the legs, or a change in bladder or bowel`,
}

export function HurtsDialog() {
  const { send } = useSession()
  const { t, i18n } = useLingui()
  return (
    <Question title={t`What is it like?`} onEscape={() => send({ type: 'hurt', kind: null })}>
      <p>
        <Trans>Everything waits. Choose what fits best.</Trans>
      </p>
      <div className={styles['choices']}>
        {HURT_KINDS.map((kind) => (
          <Button key={kind} look="plain" large data-hurt={kind} onClick={() => send({ type: 'hurt', kind })}>
            {i18n._(KINDS[kind])}
          </Button>
        ))}
        <Button look="quiet" large onClick={() => send({ type: 'hurt', kind: null })}>
          <Trans>It is fine, go back</Trans>
        </Button>
      </div>
    </Question>
  )
}

/** SS07: the person left the picture while standing. */
export function OkDialog({ help }: { help: boolean }) {
  const { send } = useSession()
  const { t } = useLingui()
  const config = usePublicConfig()
  return (
    <Question title={t`Are you OK?`} onEscape={() => send({ type: 'ok' })}>
      <p>
        <Trans>The camera does not see you any more. Everything waits, and your count is kept.</Trans>
      </p>
      {help && (
        <div className={styles['help']}>
          <p>
            <Trans>If you need help, call for it now. This app has not called anybody.</Trans>
          </p>
          <EmergencyCall {...config} />
        </div>
      )}
      <Button large onClick={() => send({ type: 'ok' })}>
        <Trans>Yes, I am OK</Trans>
      </Button>
    </Question>
  )
}

/** SS08: very hard work; new shortness of breath is a danger sign. */
export function BreathDialog() {
  const { send } = useSession()
  const { t } = useLingui()
  return (
    <Question
      title={t`Are you short of breath in a new or worrying way?`}
      onEscape={() => send({ type: 'breath', short: false })}
    >
      <p>
        <Trans>That was very hard work. Breathing faster is normal and settles in a minute or two.</Trans>
      </p>
      <div className={styles['choices']}>
        <Button look="plain" large onClick={() => send({ type: 'breath', short: false })}>
          <Trans>No, only tired. Give me a long rest</Trans>
        </Button>
        <Button look="danger" large onClick={() => send({ type: 'breath', short: true })}>
          <Trans>Yes</Trans>
        </Button>
      </div>
    </Question>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { usePublicConfig } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { HurtQuestion } from '../../ui/hurt-question.tsx'
import { Choices, Help, Question } from '../../ui/question.tsx'
import { useSession } from './session-context.ts'

export function HurtsDialog() {
  const { send } = useSession()
  return <HurtQuestion onChoose={(kind) => send({ type: 'hurt', kind })} />
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
        <Help>
          <p>
            <Trans>If you need help, call for it now. This app has not called anybody.</Trans>
          </p>
          <EmergencyCall {...config} />
        </Help>
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
      <Choices>
        <Button look="plain" large onClick={() => send({ type: 'breath', short: false })}>
          <Trans>No, only tired. Give me a long rest</Trans>
        </Button>
        <Button look="danger" large onClick={() => send({ type: 'breath', short: true })}>
          <Trans>Yes</Trans>
        </Button>
      </Choices>
    </Question>
  )
}

/**
 * How strings are written: with the Lingui macros, in English, where they are used.
 *
 *   import { Trans, useLingui } from '@lingui/react/macro'
 *   <Trans>You kept {count} sessions.</Trans>             in markup
 *   const { t } = useLingui();  <img alt={t`A person`} />   in attributes and functions of a component
 *   import { msg, plural } from '@lingui/core/macro'
 *   const LABELS = { yes: msg`Yes` };  i18n._(LABELS.yes)     in tables outside a component
 *
 * The English text stays in the built code as the fallback, so nothing needs compiling for it. `npm run strings -w web` collects
 * all messages into `src/locales/en.po` for translators; another language is a compiled catalogue, loaded when it is chosen.
 * Text that comes from content or from `explain()` is data and is shown as it arrives.
 */
import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

i18n.setMessagesCompiler(compileMessage)
i18n.loadAndActivate({ locale: 'en', messages: {} })

export { i18n }

import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Trans } from './trans.tsx'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
const said = (name: string) =>
  renderToString(
    createElement(
      I18nProvider,
      { i18n },
      createElement(Trans, {
        id: 'greeting',
        message: 'Hello <0>{name}</0>, {name}.',
        values: { name },
        components: { 0: createElement('b') },
      }),
    ),
  ).replaceAll('<!-- -->', '')

it.each(['Ann', 'Ann <3>', 'a<b', '<0>nobody</0>', '<script>x</script>', '<0/>'])(
  'says a name as it was written: %s',
  (name) => {
    const words = name.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(said(name)).toBe(`Hello <b>${words}</b>, ${words}.`)
  },
)

/** A catalogue as the build makes it from its .po file. */
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}

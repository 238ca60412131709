import { getConfig } from '@lingui/conf'
import { linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import type { PluginOption } from 'vite'

/**
 * Turns the Lingui macros into calls, for the build and for the tests alike. Messages stay in the source for English (see
 * src/lib/i18n.ts), so that a catalogue which lags behind never hides a sentence.
 */
export function linguiMacros(): PluginOption {
  const configPath = `${import.meta.dirname}/lingui.config.ts`
  const linguiConfig = getConfig({ configPath })
  return babel({
    presets: [linguiTransformerBabelPreset({ descriptorFields: 'all', linguiConfig }, { configPath })],
  })
}

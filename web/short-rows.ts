import type { Plugin } from 'vite'

const SUMMARY = /\bsummary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g

/** What a row of the API says of itself is for the API's description, which the server makes; the pages need none of these words. */
export const shortRows = (): Plugin => ({
  name: 'dorsal-short-rows',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/care\/src\/.*\.ts$/.test(id) || !code.includes('endpoint({')) return null
    return { code: code.replace(SUMMARY, "summary: ''"), map: null }
  },
})

import type { Language } from '@dorsal/content'
import { type Html, html } from '../education/html.ts'
import type { Letter } from '../mail/smtp.ts'
import { lineOf, put, REMINDER_WORDS, type Said } from './words.ts'

type Given = {
  to: string
  lang: Language
  clinic: string
  items: readonly Said[]
  /** Where it leads, and where these are turned off: whole addresses. */
  link: string
  off: string
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)]

/** In the dark a mail program that knows how turns the colours round; one that does not shows dark on white. */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark }
  @media (prefers-color-scheme: dark) {
    .ground { background: #16191d !important } .sheet { background: #20252b !important }
    .ink { color: #f2f4f5 !important } .soft { color: #b9c0c7 !important }
    .press { background: #7fd0c4 !important; color: #0b1f1c !important }
  }`

const font = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"

function markup({ lang, link, off }: Given, title: string, lines: readonly string[]): Html {
  const words = REMINDER_WORDS[lang]
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body class="ground" style="margin: 0; padding: 0; background: #eef1f2">
<div role="main" style="overflow-wrap: anywhere; word-break: break-word">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background: #eef1f2">
<tr><td align="center" style="padding: 24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="sheet" style="max-width: 480px; table-layout: fixed; background: #ffffff; border-radius: 12px">
<tr><td style="padding: 24px 24px 0"><h1 class="ink" style="margin: 0; ${font}; font-size: 22px; line-height: 30px; font-weight: 600; color: #1c2329">${title}</h1></td></tr>
${lines.map(
  (line) =>
    html`<tr><td class="ink" style="padding: 12px 24px 0; ${font}; font-size: 18px; line-height: 27px; color: #1c2329">${line}</td></tr>
`,
)}<tr><td style="padding: 24px">
<a href="${link}" class="press" style="display: inline-block; padding: 14px 32px; background: #0b6b5f; border-radius: 8px; ${font}; font-size: 18px; line-height: 24px; font-weight: 600; color: #ffffff; text-decoration: none">${words.open}</a>
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width: 480px">
<tr><td align="center" style="padding: 8px 24px 0"><a href="${off}" class="soft" style="display: inline-block; padding: 12px; ${font}; font-size: 16px; line-height: 24px; color: #4a545e">${words.turnOff}</a></td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>`
}

/** The letter of a reminder: the same words as plain text and as a page, and one press by which no more of it comes. */
export function reminderLetter(given: Given): Letter {
  const { to, lang, items, link, off } = given
  const words = REMINDER_WORDS[lang]
  const title = put(words.waits, given)
  const lines = unique(items.map((item) => lineOf(item, lang, given.clinic)))
  return {
    to,
    subject: title,
    text: [title + '.', ...lines, `${words.open}: ${link}`, `${words.turnOff}: ${off}`].join('\n\n'),
    html: markup(given, title, lines).text,
    unsubscribe: off,
  }
}

import { type Html, html } from './html.ts'
import type { PageWords } from './page-words.ts'

/** A person from behind with the mid-back filled: our own lines. Its meaning is in its title and text, and in words beside the lines. */
export function bodyDrawing({ body }: PageWords): Html {
  return html`<svg class="body" viewBox="0 0 360 320" role="img" aria-labelledby="body-title body-text">
<title id="body-title">${body.title}</title>
<desc id="body-text">${body.text}</desc>
<path class="skin" d="M150 12c-17 0-29 14-29 33 0 17 8 28 16 35v15c-5 8-22 14-42 21-20 8-30 20-33 42l-12 92c-1 9 4 14 11 14s11-4 13-12l15-76 5 57c1 22-8 42-8 77h128c0-35-9-55-8-77l5-57 15 76c2 8 6 12 13 12s12-5 11-14l-12-92c-3-22-13-34-33-42-20-7-37-13-42-21V80c8-7 16-18 16-35 0-19-12-33-29-33z"/>
<path class="here" d="M103 122c14-6 28-13 36-19h22c8 6 22 13 36 19 6 28 4 70 0 99-24 8-70 8-94 0-4-29-6-71 0-99z"/>
<path class="line" d="M150 86v216M113 132c10 2 20 8 24 20-1 16-8 30-18 38-6-18-8-40-6-58zM187 132c-10 2-20 8-24 20 1 16 8 30 18 38 6-18 8-40 6-58z"/>
<path class="line" d="M150 92h104M203 172h51M150 272h104"/>
<g class="say"><text x="260" y="97">${body.neck}</text><text x="260" y="177" class="strong">${body.here}</text><text x="260" y="277">${body.low}</text></g>
</svg>`
}

/**
 * What the page begins with: the words that the server sent are drawn before the program is run, so that a slow phone shows them at
 * once. Its files are fetched meanwhile, the page names them.
 */
/** A page that nobody looks at draws nothing. */
const PATIENCE_MS = 300

const wordsDrawn = () =>
  new Promise<void>((resolve) => {
    if (document.getElementById('root')?.hasChildNodes() !== true || document.hidden) return resolve()
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, PATIENCE_MS)
  })

void wordsDrawn().then(() => import('./main.tsx'))

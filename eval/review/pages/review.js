/* Keys for the review: every control is reachable without them. */

document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('textarea, input:not([type=radio]):not([type=hidden])')
  if (event.key === 'Enter') return pressEnter(event, typing)
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return
  const control = controlFor(event.key.toLowerCase())
  if (!control) return
  event.preventDefault()
  if (control.tagName !== 'SUMMARY') control.focus()
  if (control.tagName !== 'TEXTAREA') control.click()
})

/** What a key means; where statements are open, that of the first without a label, else of the last. */
function controlFor(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`
  const points = [...document.querySelectorAll('details[open] .point')]
  if (points.length === 0) return document.querySelector(`${selector}:not(.point *)`)
  const point = points.find((each) => !each.querySelector(':checked')) ?? points.at(-1)
  return point.querySelector(selector) ?? document.querySelector(`${selector}:not(.point *)`)
}

/** Stores what is filled in, or goes on. Buttons, links and lines to unfold keep their own Enter. */
function pressEnter(event, typing) {
  if (typing ? !event.ctrlKey : event.target.closest('button, a, summary')) return
  const form = document.querySelector('form[data-main]') ?? openPoints()
  const next = document.querySelector('[data-next]')
  if (!form && !next) return
  event.preventDefault()
  if (form) form.requestSubmit()
  else next.click()
}

/** The statements' form, once any of them is labelled and not yet stored. */
function openPoints() {
  const form = document.querySelector('details[open] form[data-points]')
  const changed = [...(form?.querySelectorAll('input[type=radio]') ?? [])].some(
    (each) => each.checked !== each.defaultChecked,
  )
  return changed ? form : null
}

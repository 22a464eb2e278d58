/** The element of the page with this id. */
export function byId(id) {
  return document.getElementById(id)
}

/**
 * A new element. Text is always set as text, never as markup: what comes from sources and questions is data.
 * @param {string} tag element name, with classes after dots: `p.notice`
 * @param {Record<string, unknown>} attributes functions become event listeners
 * @param {...(Node | string | null)} children
 */
export function make(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.')
  const element = document.createElement(name)
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === 'function') element.addEventListener(key, value)
    else element.setAttribute(key, String(value))
  element.append(...children.filter((child) => child !== null))
  return element
}

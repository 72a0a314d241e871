// Elements from data. Text only ever becomes text: there is no way here to turn a string into markup.

const SVG = 'http://www.w3.org/2000/svg';

/** el('p', {class: 'note'}, 'text', child, …); null children are left out. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** Puts new content in place and gives the focus back to the figure that had it. */
export function replace(host, ...children) {
  const focused = host.contains(document.activeElement) ? document.activeElement.dataset.figure : null;
  host.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined));
  if (focused) {
    host.querySelector(`[data-figure="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  }
}

/** Says something to those who listen instead of look. */
export function tell(text) {
  document.getElementById('told').textContent = text;
}

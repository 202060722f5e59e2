"""What is wrong with the words of a phone's page, asked of the browser itself."""

from typing import Final

JUDGE: Final = r"""() => {
  const faults = [], root = document.documentElement, least = 13, slack = 1.5;
  const shown = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const says = text => JSON.stringify(text.replace(/\s+/g, " ").trim().slice(0, 50));
  const named = element => element.id ? "#" + element.id : element.tagName.toLowerCase() + "." + element.className;
  if (root.scrollWidth > root.clientWidth) faults.push(`cut: the page is ${root.scrollWidth} px wide`);
  const boxes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || /^(SCRIPT|STYLE|TEXTAREA|OPTION|NOSCRIPT)$/.test(parent.tagName)) continue;
    if (!shown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (lines.length && size < least) faults.push(`small in ${named(parent)}: ${says(node.data)} is ${size} px`);
    for (let around = parent; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around), box = around.getBoundingClientRect();
      if (box.width <= 2) { lines.length = 0; break; }  // for screen readers alone
      const cuts = /hidden|clip/;
      for (const line of lines)
        if ((cuts.test(style.overflowX) && (line.left < box.left - slack || line.right > box.right + slack)) ||
            (cuts.test(style.overflowY) && (line.top < box.top - slack || line.bottom > box.bottom + slack)))
          faults.push(`cut in ${named(around)}: ${says(node.data)}`);
      if (/auto|scroll/.test(style.overflowX + style.overflowY) || /fixed|sticky/.test(style.position)) break;
    }
    for (const box of lines) boxes.push({node, parent, box});
  }
  const pinned = element => {
    const at = element.closest("*");
    return at && (/fixed|sticky/.test(getComputedStyle(at).position) || (at.parentElement && pinned(at.parentElement)));
  };
  for (let one = 0; one < boxes.length; one++)
    for (let two = one + 1; two < boxes.length; two++) {
      const [a, b] = [boxes[one], boxes[two]];
      if (a.node === b.node || pinned(a.parent) || pinned(b.parent)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const line = Math.min(a.box.height, b.box.height);
      if (wide > slack && high > line * 0.3)
        faults.push(`overlap in ${named(a.parent)}: ${says(a.node.data)} and ${says(b.node.data)}`);
    }
  for (const field of document.querySelectorAll("button, select, input[type=submit]"))
    if (shown(field) && field.scrollWidth > field.clientWidth + 1 && getComputedStyle(field).overflowX !== "auto")
      faults.push(`cut in ${named(field)}: ${says(field.innerText || field.value || "")}`);
  return [...new Set(faults)];
}"""
"""Looks at every run of text: cut off by what is around it, over another, under 13 pixels; what is pinned to an edge
covers what scrolls beneath it."""

// Selecting a passage fills the form « Saisir un chiffre »; without this file the passage is pasted there.
(() => {
  const form = document.querySelector("form[data-pick]");
  const bar = document.querySelector(".pick-bar");
  if (!form || !bar) return;
  let chosen = null;

  const codePoints = (text) => Array.from(text).length;

  // The place of a point of the selection in the text: where its element starts, and what stands before it.
  const position = (node, offset) => {
    const element = (node.nodeType === 1 ? node : node.parentElement).closest("[data-s]");
    if (!element) return null;
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(node, offset);
    return Number(element.dataset.s) + codePoints(before.toString());
  };

  const read = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = position(range.startContainer, range.startOffset);
    const end = position(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : { start, end, text: selection.toString() };
  };

  const fill = () => {
    form.elements.debut_passage.value = chosen.start;
    form.elements.fin_passage.value = chosen.end;
    form.elements.citation.value = chosen.text.trim();
  };

  document.addEventListener("selectionchange", () => {
    const found = read();
    if (found) chosen = found;
    bar.hidden = !found;
  });

  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.querySelector("[data-pick-go]").addEventListener("click", () => {
    fill();
    form.requestSubmit();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !bar.hidden && !event.target.closest("form,a,button")) {
      event.preventDefault();
      fill();
      form.requestSubmit();
    }
  });

  form.elements.citation.addEventListener("input", () => {
    form.elements.debut_passage.value = form.elements.fin_passage.value = "";
  });
})();

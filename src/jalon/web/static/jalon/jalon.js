// Comfort only: every page works without this file.
(() => {
  const inText = (element) => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;
  const closeMenus = (but) =>
    document.querySelectorAll("details.menu[open]").forEach((menu) => menu !== but && menu.removeAttribute("open"));

  document.querySelectorAll("[data-print],[data-copy]").forEach((button) => button.removeAttribute("hidden"));

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      closeMenus();
      if (menu) menu.querySelector("summary").focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || inText(event.target)) return;
    const field = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (field) {
      event.preventDefault();
      field.focus();
    }
  });

  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest("details.menu"));
    const copy = event.target.closest("[data-copy]");
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(copy.dataset.copy).then(() => {
        copy.querySelector("[data-said]").textContent = copy.dataset.done;
      });
    }
    if (event.target.closest("[data-print]")) window.print();
  });
})();

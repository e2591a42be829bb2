// Keys of the review; every one presses a link, a button or a fold that is on the page anyway.
(() => {
  const review = () => document.getElementById("relecture");
  if (!review()) return;
  const inText = (element) => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;

  // The current passage in the middle of its own frame, without moving the page.
  const showPassage = () => {
    const frame = document.querySelector(".leaf");
    const passage = document.getElementById("passage");
    if (!frame || !passage) return;
    const by = passage.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    frame.scrollTop += by - frame.clientHeight / 2.5;
  };

  const press = (element) => {
    if (element.tagName !== "DETAILS") return element.click();
    element.open = !element.open;
    const first = element.open && element.querySelector("button,input:not([type=hidden]),select,a");
    (first || element.querySelector("summary")).focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (inText(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const reasons = /^[1-4]$/.test(event.key) && document.querySelectorAll("details[open] > .reasons button[name=ignorer],details[open] > .reasons button[name=ecarter]");
    const element = reasons && reasons.length
      ? reasons[Number(event.key) - 1]
      : document.querySelector(`[data-press~="${CSS.escape(event.key)}"]`);
    if (!element) return;
    event.preventDefault();
    press(element);
  });

  // The fragment of a link moves the page for a reader without this file; here the frames move instead.
  document.addEventListener("htmx:config:request", (event) => {
    event.detail.ctx.request.anchor = "";
  });

  // After a change the heading of what comes next has the focus, so that it is read aloud and keys go on.
  document.addEventListener("htmx:after:swap", () => {
    showPassage();
    const heading = document.getElementById("courante");
    if (!heading) return;
    heading.focus({ preventScroll: true });
    const top = heading.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight) review().scrollIntoView({ block: "start", behavior: "instant" });
  });

  showPassage();
})();

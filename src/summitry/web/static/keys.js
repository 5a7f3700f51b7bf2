// Keys: a row of a list is walked with j and k, opened with o; letters press the buttons that bear them.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

export function startKeys(page) {
  let at = -1;
  const rows = () => [...document.querySelectorAll("main .incident:not(.settled)")];

  function go(step) {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((row) => row.classList.contains("at"));
    all[now]?.classList.remove("at");
    at = Math.min(Math.max((now < 0 ? at : now) + step, 0), all.length - 1);
    const row = all[at];
    row.classList.add("at");
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  function press(key) {
    const button = document.querySelector(`[data-key="${key}"]`);
    if (!button) return false;
    button.click();
    button.closest("details")?.querySelector("input:not([type=hidden])")?.focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const row = document.querySelector(".incident.at");
    const actions = {
      "/": () => document.querySelector(page === "search" ? "#q" : "#find")?.focus(),
      "?": () => location.assign("/help"),
      j: () => go(1),
      k: () => go(-1),
      o: () => row?.querySelector("a.title")?.click(),
      Enter: () => (event.target === row ? row.querySelector("a.title")?.click() : false),
      u: () => document.querySelector(".done form button, #said form button")?.click(),
      e: () => {
        const first = document.querySelector(".fieldrow .edit");
        if (!first) return false;
        first.open = true;
        first.querySelector("[name=value]")?.focus();
      },
    };
    const done = actions[event.key] ? actions[event.key]() : page === "queue" ? false : press(event.key);
    if (actions[event.key] ? done !== false : done) event.preventDefault();
  });
}

// The queue: a decision is sent without leaving the page, its row settles, the next one is at hand.

export function startQueue() {
  const said = document.querySelector("#said");
  const list = document.querySelector(".queue");
  if (!list) return;

  async function send(form, row) {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { accept: "application/json" },
    });
    const told = await answer.json();
    if (!answer.ok) return tell(told.error.message);
    if (row) row.classList.add("settled");
    tell(row ? `${form.dataset.word ?? "Done"}.` : "Taken back.", told.undo, row);
    if (!row) list.querySelectorAll(".settled.last").forEach((last) => last.classList.remove("settled", "last"));
    else {
      list.querySelectorAll(".last").forEach((last) => last.classList.remove("last"));
      row.classList.add("last");
      next(row);
    }
  }

  function tell(text, undo) {
    const line = document.createElement("p");
    line.className = "note done";
    line.append(text);
    if (undo) {
      const form = document.createElement("form");
      form.method = "post";
      form.action = undo;
      const button = document.createElement("button");
      button.className = "small";
      button.textContent = "Undo";
      form.append(button);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        send(form, null);
      });
      line.append(form);
    }
    said.replaceChildren(line);
  }

  function next(row) {
    let after = row.nextElementSibling;
    while (after?.classList.contains("settled")) after = after.nextElementSibling;
    row.classList.remove("at");
    if (!after) return;
    after.classList.add("at");
    after.tabIndex = -1;
    after.focus({ preventScroll: true });
    after.scrollIntoView({ block: "center" });
  }

  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    form.dataset.word = form.querySelector("button").dataset.act === "confirm" ? "Confirmed" : "Rejected";
    send(form, form.closest(".incident"));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const action = { c: "confirm", r: "reject" }[event.key];
    const row = document.querySelector(".incident.at");
    if (action && row) row.querySelector(`[data-act="${action}"]`)?.click();
  });
}

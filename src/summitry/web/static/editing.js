// Opening a form puts the cursor where one writes; only one form of a page is open at a time. A pair of names leads to
// the page of their dyad.

export function startEditing() {
  const forms = document.querySelectorAll("details.edit");
  for (const details of forms) {
    details.addEventListener("toggle", () => {
      if (!details.open) return;
      for (const other of forms) if (other !== details) other.open = false;
      details.querySelector("[name=value], input:not([type=hidden])")?.focus();
    });
  }
  document.querySelector("[data-to-dyad]")?.addEventListener("submit", (event) => {
    const form = event.target;
    const [one, other] = [form.a.value.trim(), form.b.value.trim()];
    if (!one || !other) return;
    event.preventDefault();
    location.assign(`/dyads/${encodeURIComponent(one)}/${encodeURIComponent(other)}`);
  });
}

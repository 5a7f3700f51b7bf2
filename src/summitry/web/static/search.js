// Search as one types: the server sends the same part of the page that it would have put there.

export function startSearch() {
  const field = document.querySelector("#q");
  const found = document.querySelector("#found");
  let waiting = 0;
  let asked = null;

  async function look() {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams({ q: field.value });
    history.replaceState(null, "", `/search?${query}`);
    query.set("part", "1");
    try {
      const answer = await fetch(`/search?${query}`, { signal: asked.signal, headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      found.replaceChildren(...page.body.childNodes);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 120);
  });
}

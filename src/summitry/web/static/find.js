// Search of a published record, without a server. The index stands in small scripts beside the pages: a page opened
// from a folder may load scripts, but fetch nothing. What is found is written as text, never as HTML.
(() => {
  const base = new URL("../", document.currentScript.src);
  const box = document.querySelector("#finder");
  const shards = new Map();
  const arrivals = new Map();
  const FIRST = 8;
  let turn = 0;
  let shown = {};

  window.summitryIndex = (name, data) => arrivals.get(name)?.(data);

  function load(name) {
    if (!shards.has(name)) {
      shards.set(
        name,
        new Promise((resolve, reject) => {
          arrivals.set(name, resolve);
          const script = document.createElement("script");
          script.src = new URL(`search/${name}.js`, base).href;
          script.addEventListener("error", () => reject(new Error(`${name} is missing`)));
          document.head.append(script);
        }),
      );
    }
    return shards.get(name);
  }

  const wordsOf = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  // The last shard that does not begin after the word.
  function shardOf(firsts, word) {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  async function entriesWith(root, word, begins) {
    const first = shardOf(root.words, word);
    const last = begins ? Math.min(shardOf(root.words, `${word}\uffff`), first + 2) : first;
    const found = new Set();
    for (let number = first; number <= last && root.words.length; number += 1) {
      for (const [key, steps] of Object.entries(await load(`words-${number}`))) {
        if (begins ? !key.startsWith(word) : key !== word) continue;
        let at = -1;
        for (const step of steps) {
          at += step;
          found.add(at);
        }
      }
    }
    return found;
  }

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function row([file, title, line]) {
    const link = make("a", "title", make("bdi", "", title));
    link.href = new URL(file, base).href;
    const item = make("li", "found", link);
    if (line) item.append(make("p", "quiet", make("bdi", "", line)));
    return item;
  }

  async function section(root, [one, many, start, end], ids, again) {
    const own = ids.filter((id) => id >= start && id < end);
    if (!own.length) return null;
    const most = shown[one] ?? FIRST;
    const rows = [];
    for (const id of own.slice(0, most)) {
      rows.push(row((await load(`entries-${Math.floor(id / root.each)}`))[id % root.each]));
    }
    const part = make("section", "", make("h2", "", `${own.length} ${own.length === 1 ? one : many}`));
    part.append(make("ul", one === "actor" || one === "dyad" ? "tags" : "incidents", ...rows));
    if (own.length > most) {
      const more = make("button", "small", `More ${many}`);
      more.type = "button";
      more.addEventListener("click", () => {
        shown[one] = most + 24;
        again();
      });
      part.append(more);
    }
    return part;
  }

  async function look(field, found) {
    turn += 1;
    const mine = turn;
    const words = wordsOf(field.value);
    location.replace(`#${new URLSearchParams({ q: field.value })}`);
    if (!words.length) return found.replaceChildren();
    const root = await load("root");
    const sets = await Promise.all(
      words.map((word, number) => entriesWith(root, word, number === words.length - 1 && word.length > 1)),
    );
    sets.sort((one, other) => one.size - other.size);
    const ids = [...sets[0]].filter((id) => sets.every((set) => set.has(id))).sort((one, other) => one - other);
    const parts = [];
    for (const told of root.sections) parts.push(await section(root, told, ids, () => look(field, found)));
    if (mine !== turn) return undefined;
    const nothing = make("p", "empty", "Nothing in the record holds these words.");
    found.replaceChildren(...(ids.length ? parts.filter(Boolean) : [nothing]));
    return undefined;
  }

  const label = make("label", "unseen", "Words, names, places");
  const field = make("input", "");
  Object.assign(field, { id: "q", type: "search", maxLength: 200, placeholder: "Words, names, places", autocomplete: "off" });
  label.htmlFor = "q";
  const found = make("div", "");
  found.setAttribute("aria-live", "polite");
  const bar = make("div", "big", label, field);
  bar.setAttribute("role", "search");
  box.replaceChildren(bar, found);
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    shown = {};
    waiting = setTimeout(() => look(field, found), 120);
  });
  field.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  if (field.value) look(field, found);
})();

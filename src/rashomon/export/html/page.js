"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const $ = (id) => document.getElementById(id);
  const texts = $("texts"), tip = $("tip"), uses = $("uses"), copy = $("copy");
  const chips = [...document.querySelectorAll("a.cite")];
  const lines = [...document.querySelectorAll("main .line")];
  let pinned = null;

  // Offsets are code points, strings here are UTF-16: they differ only where a block holds astral characters.
  const index = (text, points) => {
    if (!/[\ud800-\udfff]/.test(text)) return points;
    let at = 0;
    for (const c of text) { if (points-- <= 0) break; at += c.length; }
    return at;
  };
  const blocksOf = (n) => [...document.querySelectorAll(`#source-${n} .block`)];

  function clear() {
    for (const mark of texts.querySelectorAll("mark.hit")) {
      const parent = mark.parentNode;
      mark.replaceWith(document.createTextNode(mark.textContent));
      parent.normalize();
    }
    for (const chip of document.querySelectorAll(".cite.pinned")) chip.classList.remove("pinned");
  }

  function highlight(n, start, end) {
    let first = null;
    for (const block of blocksOf(n)) {
      const s = +block.dataset.s, e = +block.dataset.e;
      if (e <= start || s >= end) continue;
      const text = block.textContent;
      const from = index(text, Math.max(0, start - s)), to = index(text, Math.min(e, end) - s);
      const mark = document.createElement("mark");
      mark.className = "hit";
      mark.textContent = text.slice(from, to);
      block.replaceChildren(text.slice(0, from), mark, text.slice(to));
      first = first || mark;
    }
    return first;
  }

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  function pin(chip) {
    clear();
    pinned = chip;
    chip.classList.add("pinned");
    texts.classList.add("open");
    const mark = highlight(+chip.dataset.n, +chip.dataset.s, +chip.dataset.e);
    if (mark) mark.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    copy.hidden = false;
    showUses(+chip.dataset.n, +chip.dataset.s, +chip.dataset.e);
  }

  // From a passage back to every line that rests on it.
  function showUses(n, start, end) {
    const ids = new Map();
    for (const chip of chips) {
      if (+chip.dataset.n === n && +chip.dataset.s < end && +chip.dataset.e > start && chip.dataset.line)
        ids.set(chip.dataset.line, chip);
    }
    uses.replaceChildren();
    uses.hidden = ids.size === 0;
    if (!ids.size) return;
    const label = document.createElement("strong");
    label.textContent = `Used by ${ids.size} ${ids.size === 1 ? "line" : "lines"}: `;
    uses.append(label);
    for (const id of [...ids.keys()].slice(0, 12)) {
      const line = $(id);
      if (!line) continue;
      const link = document.createElement("a");
      link.href = "#" + id;
      const words = line.querySelector("h3, p, summary, td");
      link.textContent = `${id}: ${(words ? words.textContent : "").trim().replace(/\s+/g, " ").slice(0, 90)}`;
      uses.append(link);
    }
  }

  function words(chip) {
    const n = +chip.dataset.n, start = +chip.dataset.s, end = +chip.dataset.e;
    return blocksOf(n).filter((b) => +b.dataset.e > start && +b.dataset.s < end).map((b) => {
      const text = b.textContent, s = +b.dataset.s;
      return text.slice(index(text, Math.max(0, start - s)), index(text, Math.min(+b.dataset.e, end) - s));
    }).join(" ").replace(/\s+/g, " ");
  }

  function preview(chip) {
    const small = document.createElement("small");
    small.textContent = `${chip.textContent.trim()}, characters ${chip.dataset.s}–${chip.dataset.e}`;
    const text = words(chip);
    tip.replaceChildren(text.length > 420 ? text.slice(0, 420) + " …" : text, document.createElement("br"), small);
    tip.hidden = false;
    const box = chip.getBoundingClientRect(), size = tip.getBoundingClientRect();
    tip.setAttribute("data-at", "");
    const left = Math.max(8, Math.min(box.left, innerWidth - size.width - 8));
    const top = box.bottom + size.height + 12 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - size.height - 6);
    // The policy of the page forbids style attributes; the object model is not one.
    tip.style.left = left + "px";
    tip.style.top = top + "px";
  }
  const unpreview = () => { tip.hidden = true; };

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("a.cite");
    if (chip) { event.preventDefault(); unpreview(); pin(chip); return; }
    const source = event.target.closest("a[data-source]");
    if (source) {
      event.preventDefault();
      texts.classList.add("open");
      $("source-" + source.dataset.source).scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
      return;
    }
    const back = event.target.closest("#uses a");
    if (back && innerWidth < 960) texts.classList.remove("open");
    const block = event.target.closest("#texts .block");
    if (block && String(getSelection()) === "") {
      const n = +block.closest(".source").dataset.n;
      showUses(n, +block.dataset.s, +block.dataset.e);
    }
  });
  for (const [on, off] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(on, (e) => { const c = e.target.closest && e.target.closest("a.cite"); if (c) preview(c); });
    document.addEventListener(off, (e) => { if (e.target.closest && e.target.closest("a.cite")) unpreview(); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    unpreview();
    if (texts.classList.contains("open")) { texts.classList.remove("open"); if (pinned) pinned.focus(); }
  });
  $("close").addEventListener("click", () => { texts.classList.remove("open"); if (pinned) pinned.focus(); });

  copy.addEventListener("click", async () => {
    if (!pinned) return;
    const source = $("source-" + pinned.dataset.n), text = words(pinned);
    let where = `${source.dataset.outlet}, characters ${pinned.dataset.s}–${pinned.dataset.e}, SHA-256 ${source.dataset.sha.slice(0, 12)}`;
    if (source.dataset.url) where += `, ${source.dataset.url}#:~:text=${encodeURIComponent(text.slice(0, 120))}`;
    const citation = `“${text}” (${where})`;
    try { await navigator.clipboard.writeText(citation); }
    catch { const area = document.createElement("textarea"); area.value = citation; document.body.append(area); area.select(); document.execCommand("copy"); area.remove(); }
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy citation"; }, 1500);
  });

  // Search and filters hide lines; they never change them.
  const find = $("find"), outlet = $("by-outlet"), actor = $("by-actor"), found = $("found");
  const names = new Map([...actor.options].map((o) => [o.value, o.textContent]));
  const spellings = new Map([...document.querySelectorAll("details[data-actor] ")].map((d) =>
    [d.dataset.actor, [...d.querySelectorAll("li bdi")].map((b) => b.textContent.toLowerCase())]));
  const plain = new Map(lines.map((l) => [l, l.textContent.toLowerCase()]));
  function filter() {
    const q = find.value.trim().toLowerCase(), n = outlet.value, who = actor.value;
    const forms = who ? [names.get(who).toLowerCase(), ...(spellings.get(who) || [])] : [];
    let shown = 0;
    for (const line of lines) {
      const text = plain.get(line);
      const ok = (!q || text.includes(q)) && (!n || (line.dataset.outlets || "").split(/\s+/).includes(n)) &&
        (!who || line.dataset.actor === who || forms.some((f) => text.includes(f)));
      line.classList.toggle("out", !ok);
      shown += ok;
    }
    found.textContent = q || n || who ? `${shown} of ${lines.length} lines` : "";
  }
  for (const field of [find, outlet, actor]) field.addEventListener("input", filter);
  document.querySelector("form.tools").addEventListener("submit", (e) => e.preventDefault());

  function go() {
    const line = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    for (const l of document.querySelectorAll(".line.at")) l.classList.remove("at");
    if (!line || !line.classList.contains("line")) return;
    line.classList.add("at");
    if (line.tagName === "DETAILS") line.open = true;
  }
  addEventListener("hashchange", go);
  go();
})();

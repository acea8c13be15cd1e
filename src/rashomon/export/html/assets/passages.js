// From a line to its passage and back: previews, pinning, "which lines rest on this", copying a citation.
const passages = (() => {
  const texts = $("texts"), tip = $("tip"), uses = $("uses"), live = $("live"), copy = $("copy");
  const narrow = () => matchMedia("(max-width: 63.99rem)").matches;
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  let pinned = null;

  const place = (chip) => chip.dataset.c.split(" ").map(Number);
  // Offsets are code points, strings here are UTF-16: they differ only where a block holds astral characters.
  const astral = /[\ud800-\udfff]/;
  const index = (text, points) => {
    if (!astral.test(text)) return points;
    let at = 0;
    for (const c of text) { if (points-- <= 0) break; at += c.length; }
    return at;
  };
  const points = (text) => text.length - (astral.test(text) ? text.match(/[\ud800-\udbff]/g).length : 0);
  const cache = new Map();
  function blocksOf(n) {
    if (!cache.has(n)) cache.set(n, [...document.querySelectorAll(`#source-${n} .block`)].map((node) => {
      const start = +node.dataset.s, text = node.textContent;
      return { node, start, end: start + points(text), text };
    }));
    return cache.get(n);
  }
  // The blocks that hold characters of [start, end), with the stretch of each in UTF-16.
  function parts(n, start, end) {
    const blocks = blocksOf(n);
    let low = 0, high = blocks.length;
    while (low < high) { const mid = (low + high) >> 1; if (blocks[mid].end <= start) low = mid + 1; else high = mid; }
    const out = [];
    for (let i = low; i < blocks.length && blocks[i].start < end; i++) {
      const b = blocks[i];
      out.push({ ...b, from: index(b.text, Math.max(0, start - b.start)), to: index(b.text, Math.min(b.end, end) - b.start) });
    }
    return out;
  }
  const words = (chip) => parts(...place(chip)).map((p) => p.text.slice(p.from, p.to)).join(" ").replace(/\s+/g, " ").trim();

  // Lines by source: [start, end, id of the line], made once.
  let index_ = null;
  function cited() {
    if (index_) return index_;
    index_ = new Map();
    for (const chip of document.querySelectorAll("main a.cite")) {
      const line = chip.closest(".line");
      if (!line || !line.id) continue;
      const [n, start, end] = place(chip);
      if (!index_.has(n)) index_.set(n, []);
      index_.get(n).push([start, end, line.id]);
    }
    return index_;
  }

  function clear() {
    for (const mark of texts.querySelectorAll("mark.hit")) {
      const parent = mark.parentNode;
      mark.replaceWith(mark.textContent);
      parent.normalize();
    }
    for (const chip of document.querySelectorAll(".cite.pinned")) chip.classList.remove("pinned");
  }
  function highlight(n, start, end) {
    let first = null;
    for (const p of parts(n, start, end)) {
      const mark = document.createElement("mark");
      mark.className = "hit";
      mark.tabIndex = -1;
      mark.textContent = p.text.slice(p.from, p.to);
      p.node.replaceChildren(p.text.slice(0, p.from), mark, p.text.slice(p.to));
      first = first || mark;
    }
    return first;
  }
  // Only the pane is moved: the line that was read stays where it is.
  function show(node, ratio, again) {
    const at = node.getBoundingClientRect().top - texts.getBoundingClientRect().top + texts.scrollTop;
    const long = node.closest(".long");
    const top = Math.max(0, at - texts.clientHeight * ratio), far = Math.abs(top - texts.scrollTop) > 2 * texts.clientHeight;
    texts.scrollTo({ top, behavior: long || far ? "auto" : calm() }); // a long ride past other texts tells nothing
    if (long && !again) requestAnimationFrame(() => show(node, ratio, true)); // heights in view are known only now
  }
  const within = () => getComputedStyle(texts).overflowY === "auto";
  function open() { texts.classList.add("open"); }
  function close() {
    if (!texts.classList.contains("open")) return;
    texts.classList.remove("open");
    if (pinned) pinned.focus();
  }

  function pin(chip, byKey) {
    clear();
    pinned = chip;
    chip.classList.add("pinned");
    open();
    const [n, start, end] = place(chip);
    list(n, start, end);
    const mark = highlight(n, start, end);
    copy.hidden = false;
    const url = $("source-" + n).dataset.url;
    live.hidden = !url;
    if (url) live.href = url.split("#")[0] + fragment(words(chip));
    if (!mark) return;
    if (within()) show(mark, 0.42); else mark.scrollIntoView({ block: "center", behavior: calm() });
    if (byKey) mark.focus({ preventScroll: true });
  }

  // From a passage back to every line that rests on it.
  function list(n, start, end) {
    const ids = [...new Set((cited().get(n) || []).filter(([s, e]) => s < end && e > start).map((row) => row[2]))];
    $("pinned").hidden = false;
    $("uses-title").textContent = `Source ${n}, characters ${start}–${end}: ${ids.length} ${ids.length === 1 ? "line rests" : "lines rest"} on it`;
    uses.replaceChildren(...ids.map((id) => {
      const item = document.createElement("li"), link = document.createElement("a"), line = $(id);
      link.href = "#" + id;
      const text = line.querySelector(".words, h3") || line;
      link.textContent = text.textContent.trim().replace(/\s+/g, " ").slice(0, 80);
      const kind = line.closest("section").querySelector("h2").firstChild.textContent.trim();
      item.append(kind + ": ", link);
      return item;
    }));
  }
  // Each paragraph that lines rest on gets a button that names them; made when the browser has time.
  function backs() {
    for (const [n, rows] of cited()) {
      const ids = new Map();
      for (const [start, end, id] of rows) {
        for (const p of parts(n, start, end)) {
          if (!ids.has(p.node)) ids.set(p.node, { start: p.start, end: p.end, ids: new Set() });
          ids.get(p.node).ids.add(id);
        }
      }
      for (const [node, use] of ids) {
        const button = document.createElement("button"), many = use.ids.size;
        button.type = "button";
        button.className = "back";
        button.textContent = many === 1 ? "1 line" : `${many} lines`;
        button.setAttribute("aria-label", `${button.textContent} of the dossier rest on this paragraph`);
        button.addEventListener("click", () => { clear(); pinned = null; copy.hidden = live.hidden = true; list(n, use.start, use.end); if (within()) show(node, 0.42); $("pinned").scrollIntoView({ block: "nearest" }); });
        node.after(button);
      }
    }
  }
  (window.requestIdleCallback || ((f) => setTimeout(f, 200)))(backs);

  function preview(chip) {
    const [n, start, end] = place(chip), text = words(chip), small = document.createElement("small");
    small.textContent = `${$("source-" + n).dataset.outlet}, characters ${start}–${end}`;
    tip.replaceChildren(text.length > 420 ? text.slice(0, 420) + " …" : text, document.createElement("br"), small);
    tip.hidden = false;
    const box = chip.getBoundingClientRect(), size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - size.width - 8));
    const top = box.bottom + size.height + 12 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - size.height - 6);
    tip.style.left = left + "px"; // the object model, not a style attribute: the policy of the page allows it
    tip.style.top = top + "px";
  }
  const unpreview = () => { tip.hidden = true; };

  const encode = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
  function fragment(text) {
    const all = text.split(" ");
    return all.length < 9 ? `#:~:text=${encode(text)}` : `#:~:text=${encode(all.slice(0, 4).join(" "))},${encode(all.slice(-4).join(" "))}`;
  }
  function citation() {
    const [n, start, end] = place(pinned), source = $("source-" + n), text = words(pinned), url = source.dataset.url;
    const where = `${source.dataset.outlet}, characters ${start}–${end}, SHA-256 ${source.dataset.sha}`;
    return `“${text}” (${where}${url ? ", " + url.split("#")[0] + fragment(text) : ""})`;
  }
  copy.addEventListener("click", async () => {
    if (!pinned) return;
    const text = citation();
    try { await navigator.clipboard.writeText(text); } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy citation"; }, 1500);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".cite")) { event.preventDefault(); unpreview(); pin(link, event.detail === 0); return; }
    const to = (link.getAttribute("href") || "").startsWith("#source-") && $(link.getAttribute("href").slice(1));
    if (to) {
      event.preventDefault();
      open();
      if (within()) show(to, 0); else to.scrollIntoView({ behavior: calm() });
      to.focus({ preventScroll: true });
    } else if (link.closest("#uses") && narrow()) texts.classList.remove("open");
  });
  const chipAt = (event) => event.target.closest && event.target.closest("a.cite");
  document.addEventListener("pointerover", (e) => { const c = chipAt(e); if (c && e.pointerType === "mouse") preview(c); });
  document.addEventListener("pointerout", (e) => { if (chipAt(e)) unpreview(); });
  document.addEventListener("focusin", (e) => { const c = chipAt(e); if (c && c.matches(":focus-visible")) preview(c); });
  document.addEventListener("focusout", (e) => { if (chipAt(e)) unpreview(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    unpreview();
    if (narrow()) close(); else if (pinned && texts.contains(document.activeElement)) pinned.focus();
  });
  $("close").addEventListener("click", close);
  return { place, words, citation: () => (pinned ? citation() : "") };
})();

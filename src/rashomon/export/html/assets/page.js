// Search and filters hide lines, they never change them; deep links.
(() => {
  const lines = [...document.querySelectorAll("main .line")];
  const holders = [...document.querySelectorAll("main .group, main details.rest, main .choice, main section")].filter((h) => h.querySelector(".line"));
  const find = $("find"), outlet = $("by-outlet"), actor = $("by-actor"), found = $("found");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let plain = null;
  const opened = new Set();

  function marks(q) {
    if (!window.CSS || !CSS.highlights || !window.Highlight) return;
    CSS.highlights.delete("found");
    if (q.length < 2) return;
    const ranges = [];
    for (const line of lines) {
      if (line.classList.contains("out")) continue;
      const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node && ranges.length < 500; node = walk.nextNode()) {
        const at = node.data.toLowerCase().indexOf(q);
        if (at < 0 || at + q.length > node.data.length) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + q.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function filter() {
    plain = plain || new Map(lines.map((line) => [line, fold(line.textContent)]));
    const q = fold(find.value.trim()), n = outlet.value, who = actor.value, on = Boolean(q || n || who);
    const forms = who ? (actor.selectedOptions[0].dataset.forms || "").split("|").filter(Boolean).map(fold) : [];
    let shown = 0;
    for (const line of lines) {
      const text = plain.get(line);
      const ok = (!q || text.includes(q)) && (!n || (line.dataset.o || "").split(" ").includes(n)) &&
        (!who || (line.dataset.a || "").split(" ").includes(who) || forms.some((form) => text.includes(form)));
      line.classList.toggle("out", !ok);
      shown += ok;
    }
    for (const holder of holders) {
      const hit = !on || Boolean(holder.querySelector(".line:not(.out)"));
      holder.classList.toggle("out", !hit);
      if (holder.tagName !== "DETAILS") continue;
      if (on && hit && !holder.open) { holder.open = true; opened.add(holder); }
      if (!on && opened.delete(holder)) holder.open = false;
    }
    found.textContent = on ? `${shown} of ${lines.length} lines` : "";
    marks(find.value.trim().toLowerCase());
  }
  let timer = 0;
  find.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, lines.length > 800 ? 200 : 60); });
  for (const field of [outlet, actor]) field.addEventListener("input", filter);
  document.querySelector("form.tools").addEventListener("submit", (event) => { event.preventDefault(); filter(); });

  function go() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { return; }
    const to = name && $(name);
    for (const line of document.querySelectorAll(".line.at")) line.classList.remove("at");
    if (!to) return;
    for (let up = to.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    if (!to.classList.contains("line")) return;
    if (to.classList.contains("out")) { find.value = outlet.value = actor.value = ""; filter(); }
    to.classList.add("at");
    to.scrollIntoView({ block: to.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
  }
  addEventListener("hashchange", go);
  go();
})();

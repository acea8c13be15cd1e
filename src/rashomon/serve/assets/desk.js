// What a desk can be told from its pages: keep and forget searches, decide and take back. Everything is sent as JSON.
(() => {
  async function tell(method, path, body) {
    const answer = await fetch(path, {
      method, credentials: "same-origin", headers: { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.ok) return null;
    try { return (await answer.json()).error.message; } catch { return `the server answered ${answer.status}`; }
  }

  for (const form of document.querySelectorAll("form[data-keep]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const name = form.elements.name.value.trim(), said = form.querySelector("output");
      if (!name) return;
      const wrong = await tell("POST", "/api/searches", { name, query: form.dataset.keep });
      if (wrong) said.textContent = wrong; else location.reload();
    });
  }
  for (const button of document.querySelectorAll("button[data-forget], button[data-revoke]")) {
    button.addEventListener("click", async () => {
      const { forget, revoke } = button.dataset;
      button.disabled = true;
      const wrong = await tell("DELETE", forget === undefined ? `/api/decisions/${revoke}` : `/api/searches/${encodeURIComponent(forget)}`);
      if (!wrong) return location.reload();
      button.disabled = false;
      button.insertAdjacentText("afterend", ` ${wrong}`);
    });
  }

  // What people decide on the page of a story: each where a reader would look for it.
  const main = document.querySelector("main[data-story]");
  if (!main) return;
  const story = main.dataset.story;

  function made(tag, given) { return Object.assign(document.createElement(tag), given); }
  function labelled(text, field) { field.setAttribute("aria-label", text); return field; }

  // Takes decisions one after the other, then shows the page anew, where it tells them; says what went wrong.
  async function decide(form, bodies) {
    const send = form.querySelector("button[type=submit]"), said = form.querySelector("output");
    const by = form.elements.by.value.trim();
    try { localStorage.setItem("by", by); } catch { /* a browser that keeps nothing */ }
    send.disabled = true;
    said.textContent = "comparing again …";
    for (const body of bodies) {
      const wrong = await tell("POST", "/api/decisions", { note: form.elements.note.value, by, ...body });
      if (wrong) { send.disabled = false; said.textContent = wrong; return; }
    }
    location.hash = "history";
    location.reload();
  }

  // Why, by whom, a button, and a place for what went wrong.
  function finish(form) {
    const note = labelled("Why", made("input", { name: "note", maxLength: 500, placeholder: "Why (may be empty)" }));
    const by = labelled("Your name", made("input", { name: "by", maxLength: 100, placeholder: "Your name" }));
    try { by.value = localStorage.getItem("by") || ""; } catch { /* as above */ }
    form.append(note, by, made("button", { type: "submit", textContent: "Decide" }), made("output", { role: "status" }));
    return form;
  }

  // A button that becomes a form; `fields` fills it, `bodies` gives the decisions of a form that is sent.
  function offer(place, text, label, fields, bodies) {
    const open = labelled(label, made("button", { type: "button", className: "quiet", textContent: text }));
    open.addEventListener("click", async () => {
      const form = made("form", { className: "deciding" });
      try { form.append(...await fields()); } catch { return location.reload(); }
      finish(form);
      form.addEventListener("submit", (event) => { event.preventDefault(); decide(form, bodies(form.elements)); });
      form.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { event.stopPropagation(); form.replaceWith(open); open.focus(); }
      });
      open.replaceWith(form);
      form.querySelector("input, select").focus();
    });
    place.append(" ", open);
  }

  function choice(name, label, options) {
    const field = labelled(label, made("select", { name }));
    field.append(...options.map(([value, textContent]) => made("option", { value, textContent })));
    return field;
  }

  // A difference that is none, and what was worth a look and is none.
  for (const line of main.querySelectorAll("#differ .line[id], #checks .line[id]")) {
    offer(line.querySelector("h3, h4") || line, "No contradiction?", `Decide that ${line.id} is no contradiction`,
      () => [], () => [{ kind: "not-a-contradiction", story, disagreement: line.id }]);
  }

  // Who said a quotation: in every version of it, or in one.
  for (const line of main.querySelectorAll("#said .line[id]")) {
    let versions = [];
    offer(line.querySelector("h3") || line.querySelector(".meta") || line, "Who said it?", `Decide who said ${line.id}`, async () => {
      const answer = await (await fetch(`/api/stories/${story}/quotes`, { credentials: "same-origin" })).json();
      versions = answer.items.find((item) => item.id === line.id).versions;
      const name = labelled("Who said it", made("input", { name: "who", maxLength: 200, placeholder: "Name; none: not known" }));
      name.setAttribute("list", "names");
      const all = versions.length > 1 ? [["", `all ${versions.length} versions`]] : [];
      const each = versions.map((v) => [v.id, `${v.cites[0].outlet || "outlet not named"}: ${v.cites[0].words.slice(0, 60)}`]);
      return versions.length > 1 ? [name, choice("which", "In which version", [...all, ...each])] : [name];
    }, (form) => versions.map((v) => v.id).filter((id) => !form.which || !form.which.value || form.which.value === id)
      .map((quote) => ({ kind: "speaker", story, quote, name: form.who.value.trim() || null })));
  }

  // A name that was taken for a spelling of another one.
  for (const line of main.querySelectorAll("#wording .line[id^='actor-']")) {
    const name = line.querySelector("b").textContent;
    const others = [...line.querySelectorAll("bdi.words")].map((form) => form.textContent).filter((form) => form !== name);
    if (!others.length) continue;
    offer(line, "Not the same?", `Decide that a spelling is not ${name}`,
      () => [choice("b", `Which is not ${name}`, others.map((form) => [form, `${form} is somebody else`]))],
      (form) => [{ kind: "not-same-actor", story, a: name, b: form.b.value }]);
  }

  // The forms at the end of the page: names, reports that do not belong, stories that are one.
  const bodies = {
    actors: (form) => [{ kind: form.kind.value, a: form.a.value, b: form.b.value, ...(form.here.checked ? { story } : {}) }],
    split: (form) => [{
      kind: "split-story", story,
      articles: [...(form.article.length ? form.article : [form.article])].filter((box) => box.checked).map((box) => box.value),
    }],
    merge: (form) => [{ kind: "merge-stories", one: story, other: form.other.value.trim().replace(/^.*\/stories\//, "").replace(/[?#].*$/, "") }],
  };
  for (const form of main.querySelectorAll("form[data-decide]")) {
    finish(form).addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.dataset.decide === "split" && !form.querySelector(":checked")) {
        form.querySelector("output").textContent = "Tick the reports that do not belong here.";
        return;
      }
      decide(form, bodies[form.dataset.decide](form.elements));
    });
  }
})();

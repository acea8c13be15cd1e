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

  // A difference that is none: decided where it stands.
  const main = document.querySelector("main[data-story]");
  for (const line of main ? main.querySelectorAll("#differ .line[id]") : []) {
    const head = line.querySelector("h3, h4") || line;
    const open = document.createElement("button");
    open.type = "button";
    open.className = "quiet";
    open.textContent = "No contradiction?";
    open.setAttribute("aria-label", `Decide that ${line.id} is no contradiction`);
    open.addEventListener("click", () => {
      const form = document.createElement("form");
      form.className = "deciding";
      const note = document.createElement("input"), send = document.createElement("button"), said = document.createElement("output");
      note.placeholder = "Why (may be empty)";
      note.setAttribute("aria-label", "Why it is no contradiction");
      note.maxLength = 500;
      send.textContent = "Decide";
      said.setAttribute("role", "status");
      form.append(note, send, said);
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        send.disabled = true;
        said.textContent = "comparing again …";
        const wrong = await tell("POST", "/api/decisions", {
          kind: "not-a-contradiction", story: main.dataset.story, disagreement: line.id, note: note.value,
        });
        if (!wrong) { location.hash = "history"; return location.reload(); }
        send.disabled = false;
        said.textContent = wrong;
      });
      form.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { event.stopPropagation(); form.replaceWith(open); open.focus(); }
      });
      open.replaceWith(form);
      note.focus();
    });
    head.append(" ", open);
  }
})();

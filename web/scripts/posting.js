// What the rules say of a posting appears while it is being written. Without scripts it appears when a step is saved.
const box = document.querySelector('[data-checks]');
const form = box?.closest('form');
let running, said = box?.textContent.trim();

async function look() {
  running?.abort();
  running = new AbortController();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const answer = await fetch(box.dataset.checks, { method: 'POST', body, signal: running.signal });
    if (!answer.ok || answer.redirected) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
    // Read out only when something changed.
    if (next.textContent.trim() === said) return;
    said = next.textContent.trim();
    box.replaceChildren(...[...next.childNodes].map((node) => document.adoptNode(node)));
  } catch { /* without remarks the form is a form */ }
}

form?.addEventListener('change', (event) => event.target.type === 'hidden' || look());

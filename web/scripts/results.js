// On a wide screen a filter or an order changes the list at once. Anything odd falls back to the plain page.
const wide = matchMedia('(min-width: 56rem)');
const form = document.getElementById('tim');
let running;

async function show(url, push) {
  running?.abort();
  running = new AbortController();
  const box = document.getElementById('ket-qua');
  box.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { signal: running.signal });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = next.getElementById('ket-qua');
    if (!answer.ok || !list) return location.assign(url);
    box.replaceWith(document.adoptNode(list));
    const heading = next.getElementById('so-viec').textContent;
    document.getElementById('so-viec').textContent = heading;
    document.getElementById('bao').textContent = heading;
    document.title = next.title;
    // The filters stay where they are, so that the focus does; only counts and ticks change.
    for (const input of document.querySelectorAll('#loc input')) {
      const twin = next.querySelector(`#loc input[name="${input.name}"][value="${CSS.escape(input.value)}"]`);
      const count = input.parentElement.querySelector('.n');
      input.checked = twin ? twin.checked : false;
      if (count) count.textContent = twin?.parentElement.querySelector('.n')?.textContent ?? '0';
    }
    if (push) history.pushState({ swapped: true }, '', url);
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(url);
  }
}

// An address without empty parts, so that two people who look for the same share one.
function address() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
  const text = query.toString();
  return form.getAttribute('action') + (text && '?' + text);
}

if (form) {
  document.getElementById('loc')?.addEventListener('change', () => wide.matches && show(address(), true));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(address());
  });
  addEventListener('click', (event) => {
    const link = event.target.closest('a[data-swap]');
    if (!link || !wide.matches || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(link.href, true);
  });
  addEventListener('popstate', () => show(location.href, false));
}

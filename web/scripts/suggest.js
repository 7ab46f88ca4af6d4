// Suggestions while typing: the combobox pattern of WAI-ARIA (list autocomplete, the focus stays in the field).
for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('ul');
  list.id = input.id + '-goi-y';
  list.className = 'suggest';
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', input.dataset.suggestSay);
  input.after(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value);
  let timer, running, at = -1;

  // An answer that comes late would pull the list from under whoever has moved into it, or bring a closed one back.
  const settle = () => {
    clearTimeout(timer);
    running?.abort();
  };
  const close = () => {
    settle();
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (option) => {
    input.value = option.dataset.text;
    close();
    input.form.requestSubmit();
  };
  const mark = (index) => {
    settle();
    const options = [...list.children];
    at = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    options[at].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[at].id);
  };
  const fill = (found) => {
    list.replaceChildren(...found.slice(0, 8).map(({ text, label, count }, i) => {
      const option = document.createElement('li');
      option.id = list.id + i;
      option.role = 'option';
      option.dataset.text = text;
      option.setAttribute('aria-selected', 'false');
      const note = document.createElement('small');
      note.textContent = [label, count].filter((part) => part !== undefined && part !== null && part !== '').join(' · ');
      option.append(text, note);
      return option;
    }));
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = !list.children.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const ask = async () => {
    running?.abort();
    running = new AbortController();
    const words = input.value.trim();
    if (words.length < 2) return close();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`, { signal: running.signal });
      if (answer.ok && document.activeElement === input) fill(await answer.json());
    } catch { /* without suggestions the field is a field */ }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at < 0 ? -1 : at - 1);
    else if (event.key === 'Enter' && at >= 0) choose(list.children[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // A press moves the focus before it is let go: a list that went at once would pull what is pressed from under the finger.
  let pressing = false;
  addEventListener('mousedown', () => { pressing = true; }, true);
  addEventListener('mouseup', () => {
    pressing = false;
    if (document.activeElement !== input) setTimeout(close);
  }, true);
  input.addEventListener('blur', () => { if (!pressing) close(); });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('li');
    if (option) choose(option);
  });
}

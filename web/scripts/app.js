// Small helps for every page; without them each page is whole.
// After a form was refused, the list of what is wrong is read first.
document.getElementById('loi')?.focus();
// A second press while the first is on its way sends nothing twice.
addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
});
// Coming back with the browser's button finds the form ready again.
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));
// Print buttons exist only where printing can be asked for.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
// A password can be shown while it is typed.
for (const button of document.querySelectorAll('button[data-reveal]')) {
  const input = document.getElementById(button.dataset.reveal);
  const show = button.textContent;
  button.hidden = false;
  button.addEventListener('click', () => {
    const hidden = input.type === 'password';
    input.type = hidden ? 'text' : 'password';
    button.textContent = hidden ? button.dataset.hide : show;
  });
  input.form.addEventListener('submit', () => { input.type = 'password'; });
}

// Passkeys: the browser asks the device, and the answer is posted as a form. Without support the button stays hidden.
const able = globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!able) continue;
  const button = form.querySelector('button[type=button]');
  const error = form.querySelector('[data-passkey-error]');
  const none = form.querySelector('[data-passkey-none]');
  button.hidden = false;
  if (none) none.hidden = true;
  button.addEventListener('click', async () => {
    button.disabled = true;
    if (error) error.hidden = true;
    try {
      const asked = await fetch(form.dataset.passkey, { method: 'POST', headers: { accept: 'application/json' } });
      if (!asked.ok) throw new Error(String(asked.status));
      const { publicKey } = await asked.json();
      const credential = form.dataset.passkeyWay === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
      form.elements['tra-loi'].value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      // Said no, took too long, or has no key for this site: all the same here.
      if (error) error.hidden = false;
      button.disabled = false;
    }
  });
}

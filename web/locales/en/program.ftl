# An employer's own systems: keys and webhooks.

program-title = Connect your software
program-link = Connect your software (API)
program-back = Company
program-lead = Your HR software can post, change, submit and close vacancies by itself. What it sends is checked and reviewed like what is typed here.
program-document = Technical description (OpenAPI)
program-once = Keep it somewhere safe: it is shown this once.
program-try = Try it:
program-keys = Access keys
program-keys-none = No keys yet.
program-key-new = New key
program-key-make = Make a key
program-key-name = Name of the key
program-key-name-hint = Which software uses it, such as “HR system”
program-key-mode = Live or test
program-key-mode-hint = A test key is judged like a live one, but nobody else sees its vacancies.
program-key-scope = What it may do
program-key-do = Make the key
program-key-made = made { $at }
program-key-used = last used { $at }
program-key-unused = never used
program-key-revoke = Revoke
program-webhooks = Telling your software
program-webhooks-lead = When a vacancy is published, returned or expires, or somebody applies, a signed notice is sent to this address. No personal data is sent.
program-webhook-add = Add an address
program-webhook-url = Address (webhook)
program-webhook-url-hint = Begins with https://
program-webhook-do = Add the address
program-webhook-try = Send a test
program-webhook-remove = Remove
program-signing-new = Signing secret of the new address
program-deliveries-none = Nothing sent yet.
program-attempts = { $n ->
    [one] { $n } try
   *[other] { $n } tries
 }
program-error-name = Enter a name
program-error-choose = Choose one
program-error-url = Not an address, as in https://hr.example.vn/notices
program-error-secure = The address must begin with https://
program-error-inside = This address lies in an internal network and can’t be reached from here
program-error-many = There are as many addresses as there can be. Remove one first.
flash-program-many = There are as many keys as there can be. Revoke one first.
flash-program-revoked = The key was revoked. Software that uses it gets in no more.
flash-program-tried = A test was sent. Reload the page to see how it went.
flash-program-removed = The address was removed.

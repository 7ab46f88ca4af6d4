# How a person signs in: password, second step, devices, contacts.

# --- Signing in with a password ---
password = Password
password-sign-in-title = Sign in with a password
password-sign-in-link = Sign in with a password
password-sign-in-by-code = Sign in with a code
password-sign-in-forgot = Forgotten your password?
password-sign-in-wrong = The number, e-mail address or password is wrong
password-empty = Enter your password
password-show = Show password
password-hide = Hide password

# --- Setting a password ---
password-new = New password
password-current = Current password
password-hint = At least 12 characters. A few words that have nothing to do with each other are easy to remember and hard to guess. No capitals or signs needed.
password-short = A password needs at least 12 characters
password-long = A password has at most 128 characters
password-guessable = This password is easily guessed. Add a few words that have nothing to do with your name, number or place of work.
password-wrong-current = The current password is wrong
password-title-set = Set a password
password-title-change = Change the password
password-lead = When the password is set, other devices are signed out.
password-save = Save the password
password-saved = Password saved. Other devices were signed out.
password-remove-title = Remove the password
password-remove-lead = After that you sign in with a code sent to your telephone or e-mail address.
password-remove = Remove the password
password-removed = Password removed.

# --- Forgotten ---
forgot-title = Forgotten password
forgot-lead = Enter the account’s e-mail address. We will send a link that sets a new password.
forgot-email = E-mail address
forgot-send = Send the link
forgot-error = Enter an e-mail address
forgot-sent-title = Check your e-mail
forgot-sent = If this address has an account, a message will arrive within a few minutes. The link works once, for 30 minutes.
reset-title = Set a new password
reset-dead-title = This link can no longer be used
reset-dead = The link was used or has run out.
reset-again = Send a new link
reset-done = The new password is set. Please sign in.

# --- The account page ---
account-title = Account
account-contact = Contact
account-phone = Telephone number
account-email = E-mail address
account-none = none yet
account-change = Change
account-add = Add
account-signing-in = Signing in and security
account-password-since = set on { $day }
account-second = Two-step sign-in
account-second-on = on
account-sms-risk = A code by text message can be read by others or taken with a copied SIM card. An authenticator app or a passkey is safer.
account-second-off = off
account-second-codes = { $n ->
    [one] { $n } recovery code left
   *[other] { $n } recovery codes left
}
account-devices = My devices
account-devices-see = See
account-capacities = Roles
account-capacity-now = in use
account-capacity-self = Job seeker
account-capacity-employer = { $name } (employer)
account-capacity-college = { $name } (college)
account-capacity-staff = { $role }, { $name }
account-switch = Switch
account-switch-to = Switch to
account-switched = You have switched roles.
account-switch-gone = This role is gone.
account-staff-locked = Staff accounts need two-step sign-in before any work can be done.
account-back = Back to the account
account-sign-in-again = To be safe, please sign in again before changing this.

# --- Second step ---
second-title = Two-step sign-in
second-lead = When you sign in, you enter six digits from an authenticator app on your telephone besides your password or code.
second-obligatory = Required for officers and administrators.
second-begin = Begin
second-step-app = Open an authenticator app (Google Authenticator, Microsoft Authenticator, FreeOTP…) and scan this code.
second-step-key = Can’t scan? Type this key into the app:
second-qr = QR code that sets up an authenticator app
second-code = Six digits from the app
second-confirm = Switch two-step sign-in on
second-is-on = Two-step sign-in is on.
second-renew-title = New recovery codes
second-renew-lead = The old codes stop working.
second-renew = Make new recovery codes
second-off-title = Switch two-step sign-in off
second-off = Switch two-step sign-in off
second-off-obligatory = Staff can’t switch two-step sign-in off.
second-off-done = Two-step sign-in is off.
second-any-code = Digits from the app, or a recovery code
recovery-title = Recovery codes
recovery-lead = If you lose your telephone, each of these takes the place of the app’s digits once. Print them or write them down now: they are shown only this time.
recovery-print = Print
recovery-done = I have kept these codes
second-ask-title = Second step
second-ask-lead = Enter the six digits from your authenticator app, or a recovery code.
second-ask-go = Continue
second-ask-lost = Lost both telephone and recovery codes? Call the centre: { $phone }
second-error-pause = Too many wrong codes. Try again in 15 minutes.

# --- Devices ---
devices-title = My devices
devices-lead = Where your account is signed in. If you don’t know a device, sign out there and change your password.
devices-unknown = Unknown browser
devices-network = Network { $network }
devices-last = Last used { $when }
devices-began = Signed in { $when }
devices-this = This device
devices-end = Sign out this device
devices-end-others = Sign out every other device
devices-ended = The device was signed out.
devices-others-ended = Every other device was signed out.
devices-gone = This device was signed out before.

# --- Change of contact ---
contact-phone-title = Change the telephone number
contact-email-title = Change the e-mail address
contact-lead = We send one code to the number or address you use now, then one to the new one.
contact-new-phone = New telephone number
contact-new-email = New e-mail address
contact-lost-phone = I no longer get messages at the old number: send the code by e-mail
contact-lost-email = I can no longer read mail at the old address: send the code to my telephone
contact-send = Send the code
contact-error-phone = Enter a mobile number
contact-error-email = Enter an e-mail address
contact-same = This is the number or address you use now
contact-nothing = There is nowhere else to send a code. Please bring an identity document to the centre or call { $phone }.
contact-known-title = Code sent to your current number or address
contact-new-title = Code sent to your new number or address
contact-next = Continue
contact-changed = Saved. A notice of this change was sent.
contact-taken = This number or address belongs to another account. Call { $phone } to merge the two.
contact-again = Begin again

# --- Providers, passkeys, merging ---
sign-in-organisation = A company or college without an account?
provider-sign-in = Sign in with { $provider }
provider-no-answer = You were not signed in: the request was cancelled or took too long. Please try again.
provider-failing = The other sign-in service has a problem. Please sign in with a code instead.
link-title = Link a way to sign in
link-account = Account here
link-lead = Once linked, you sign in to this account with { $provider }.
link-first = This { $provider } account is not linked with any account here. Please sign in once with your telephone number or e-mail address, then confirm the link.
link-do = Link
link-not = No, go back
link-none = not linked
link-remove = Unlink
link-done = Linked. From now on you can sign in this way.
link-gone = The link was removed.
link-known = That account is linked with yours already.
link-taken = Not linked: that account is linked with somebody else, or you have linked another account of the same service.
passkey-title = Passkeys
passkey-lead = Sign in with the fingerprint, face or PIN of your device instead of a password. The key stays on your device.
passkey-none = You have no passkey yet.
passkey-name = Name of the passkey
passkey-name-hint = For example: My telephone
passkey-unnamed = Passkey
passkey-add = Add a passkey on this device
passkey-added = The passkey was added.
passkey-added-on = Added { $when }
passkey-remove = Remove
passkey-removed = The passkey was removed.
passkey-full = You have 10 passkeys, which is the most. Remove one before adding another.
passkey-failed = The passkey did not work. Please try again or sign in another way.
passkey-unsupported = This browser can’t use passkeys.
passkey-sign-in = Sign in with a passkey
account-also = Also signs in with
account-other = More
account-register = Register a company or college
account-merge = Merge with another account of mine
accounts-merge-title = Merge two accounts
accounts-merge-lead = Do you have two accounts, for example with two telephone numbers? Merge the other one into this one. First we send a code to the other account.
accounts-merge-contact = Telephone number or e-mail address of the other account
accounts-merge-lost = No longer using that number or address? Bring an identity document to the centre or call { $phone }.
accounts-merge-code-title = Code sent to the other account
accounts-merge-nobody = No account has this number or address.
accounts-merge-same = This is the account you are using.
accounts-merge-other-stays = The other account has two-step sign-in or a role at the centre. Please sign in to that one and merge this one into it.
accounts-merge-back = Back
accounts-merge-preview-title = Before you merge
accounts-merge-stays = The account that stays
accounts-merge-goes = The account that is merged into it
accounts-merge-name = Full name
accounts-merge-since = Created on
accounts-merge-happens = What will happen
accounts-merge-applications = { $n ->
    [one] One application moves.
   *[other] { $n } applications move.
}
accounts-merge-twice = { $n ->
    [one] One application is a duplicate: both accounts applied for the same job. The one of the account that stays is kept, the other is withdrawn.
   *[other] { $n } applications are duplicates: both accounts applied for the same jobs. Those of the account that stays are kept, the others are withdrawn.
}
accounts-merge-memberships = { $n ->
    [one] Membership of one organisation moves.
   *[other] Memberships of { $n } organisations move.
}
accounts-merge-contacts = The telephone numbers and e-mail addresses of both sign in to the account that stays.
accounts-merge-signed-out = The account that is merged is signed out everywhere, and its password no longer works.
accounts-merge-for-good = This can’t be undone.
accounts-merge-do = Merge the two accounts
accounts-merge-done = The two accounts were merged.

# --- Letters ---
mail-password-link-subject = Set your password
mail-password-link-line = Somebody, probably you, asked to set the password of the account with this e-mail address at { $site }.
mail-password-link-button = Set the password
mail-password-link-life = The link works once, for { $minutes } minutes.
mail-password-link-not-me = If it wasn’t you, ignore this message: nothing has changed.
mail-account-button = See where you are signed in
mail-account-not-me = If it wasn’t you, call { $phone } at once and sign out the devices you don’t know.
mail-password-set-subject = Your password was set
mail-password-set-line = The password of your account at { $site } was set at { $when }. Other devices were signed out.
mail-password-removed-subject = Your password was removed
mail-password-removed-line = The password of your account at { $site } was removed at { $when }. From now on you sign in with a code sent to your telephone or e-mail address.
mail-second-factor-on-subject = Two-step sign-in is on
mail-second-factor-on-line = Two-step sign-in of your account at { $site } was switched on at { $when }.
mail-second-factor-off-subject = Two-step sign-in is off
mail-second-factor-off-line = Two-step sign-in of your account at { $site } was switched off at { $when }.
mail-recovery-used-subject = A recovery code was used
mail-recovery-used-line = A recovery code of your account at { $site } was used at { $when }.
mail-recovery-renewed-subject = Your recovery codes were renewed
mail-recovery-renewed-line = The recovery codes of your account at { $site } were renewed at { $when }. The old ones no longer work.
mail-phone-changed-subject = Your telephone number was changed
mail-phone-changed-line = The telephone number of your account at { $site } was changed at { $when }.
mail-email-changed-subject = Your e-mail address was changed
mail-email-changed-line = The e-mail address of your account at { $site } was changed at { $when }.
mail-identity-linked-subject = A way to sign in was linked
mail-identity-linked-line = Your account at { $site } was linked with another sign-in service at { $when }.
mail-identity-unlinked-subject = A way to sign in was removed
mail-identity-unlinked-line = Your account at { $site } was unlinked from another sign-in service at { $when }.
mail-passkey-added-subject = A passkey was added
mail-passkey-added-line = A passkey was added to your account at { $site } at { $when }.
mail-passkey-removed-subject = A passkey was removed
mail-passkey-removed-line = A passkey of your account at { $site } was removed at { $when }.
mail-accounts-merged-subject = Two accounts were merged
mail-accounts-merged-line = Another account was merged into your account at { $site } at { $when }.
mail-entered-subject = The centre entered your details for you
mail-entered-line = At { $when } an officer of the centre entered your details for finding work at { $site }, as you agreed.

mail-entered-not-so = If this is not right, please call { $phone }.
mail-entered-button = See what was entered
sms-entered = { $subject }. Sign in to { $site } with this number to see it. Not right? Call { $phone }
sms-account = { $site }: { $subject }. Not you? Call { $phone } at once

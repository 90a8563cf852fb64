### What goes wrong with sites, requests and applications. Each says what happened, what was kept and what to do.

## Around what went wrong. $reason is one or more whole sentences.

# $party: the name of the site.
error-party = { $party }: { $reason }
error-party-resume = { $reason } Everything prepared so far is kept. Resume the application to continue.
error-party-uncertain = { $reason } You may already have an application there. Resume it to find out.

## Sites. $site and $name: names. $root and $url: addresses.

error-site-not-found = There is no site “{ $site }” in this wallet. Add it first.
# $fitting: a list of sites, each as in the next message.
error-site-ambiguous = “{ $site }” matches several sites: { $fitting }. Name one of them.
error-site-fitting = { $name } ({ $root })
error-site-url = “{ $url }” is not the address of a site. { $reason }
error-site-url-other = Enter an address such as https://rp.example/lws.
error-site-url-port = The port must be a number from 1 to 65535.
error-site-url-space = It contains a space.
error-site-url-mailbox = It looks like an email address. Enter an address such as https://rp.example/lws.
# $scheme: such as "ftp".
error-site-url-scheme = Sites use https://, not { $scheme }://.
error-site-url-meant = Did you mean { $url }?
error-site-description = The wallet cannot use the site’s description. { $reason } Nothing was added.
error-site-name-is-address = “{ $name }” looks like an address. Choose another name for the site.
# $from: the address that the description came from.
error-site-not-its-own = The description at { $from } is for { $root }. This site is already in the wallet, added from another address. Nothing was changed. If { $root } gave you the new address, check with it first.
error-site-query = The site’s address { $root } contains a query (?…). The wallet cannot tell such sites apart. Nothing was added.
error-site-key-taken = { $root } would get the same key as the site “{ $name }”. Nothing was added.
error-site-key = The wallet could not make a key for { $root }. Nothing was added.
error-site-name-taken = Another site or an account is already called “{ $name }”. Choose another name for this site.
error-site-name-empty = The site’s name is empty. Choose another name.

## What a site asks for. $title and $name: attributes, such as "Passport".

# $asks: a list of names.
error-propose-not-asked = { $site } does not ask for “{ $name }”, so the wallet cannot send it. The site asks for { $asks }.
error-propose-nothing-asked = { $site } does not ask for “{ $name }”, so the wallet cannot send it. The site asks for nothing.
# $fitting: a list of attributes, each as in the next message.
error-propose-asked-twice = { $site } asks for “{ $name }” more than once: { $fitting }. Use the site’s id to choose one.
error-propose-fitting = { $title } ({ $id })
# $hosts: a list of hosts.
error-propose-new-hosts = { $site } has moved to { $hosts } since you last saw it. Nothing was sent. Add the site again by its address to see what has changed.
error-propose-no-templates = { $site } does not offer KYC applications.
# $templates: a list of what can be applied for, each as in error-propose-template.
error-propose-choose-template = { $site } offers several KYC applications: { $templates }. Choose one.
error-propose-unknown-template = { $site } has no KYC application “{ $template }”. It offers { $templates }.
error-propose-template = { $id } ({ $name })
error-propose-not-of-sites = Sites cannot ask for this. Nothing was sent.
error-propose-other-profile = This profile does not have the email address { $email }. Choose a profile that has it.

## Agreeing to it

# $titles: a list of attributes.
error-approve-missing = { $site } asks for { $titles }, and your wallet has nothing to send for it. Nothing was sent.
error-approve-left-out = { $site } requires { $title }. Nothing was sent.
error-approve-refused = { $site } already has this value and did not accept it: { $title }. Nothing was sent. Change the value, or agree to send it again.
error-approve-mismatch = Your selection does not match what the wallet showed you. Nothing was sent. Look at the request again.

## Sending it

error-disclose-no-account = { $site } has no account for you yet. Sign up there first.
error-disclose-not-listed = { $site } does not list the application that you sent. Choose whether to send it again or to treat it as received.
error-disclose-undecided = { $site } cannot say whether it received your application. Check there first. Then choose whether to send it again or to treat it as received.
error-disclose-unsettled = { $site } may already have received this application. Nothing was sent. Resume the earlier application to find out.

## Requests from outside

error-request-not-found = There is no request with the id “{ $id }”.
error-request-over = This request has expired. Nothing was sent.
error-request-answered = You already answered this request. The first answer counts. Nothing was sent.
# $profiles: a list of names.
error-request-choose-profile = Several profiles can answer this request: { $profiles }. Nothing was sent. Choose one of them.
error-request-number-needed = Choose the number that the site’s page shows. Nothing was sent. The request is still waiting.
error-request-wrong-number = The site’s page shows another number. The wallet declined the request and sent nothing.
error-request-nobody-to-block = The wallet does not know who made this request, so it cannot block them. Nothing was changed.
error-request-too-many = Too many requests are waiting. The wallet did not accept this one. Answer some of them, then ask the site to try again.
error-request-not-a-link = The wallet does not know this kind of link. Nothing was done.
error-request-unknown-protocol = This version of the wallet cannot answer this request. Nothing was sent. Install the latest version.

## KYC applications

error-application-not-found = There is no application with the id “{ $id }” in this wallet.
error-application-refused = { $site } refused this application. Apply again to send a new one.
error-application-cancelled = You cancelled this application to { $site }. Apply again to send a new one.
# $status: a status, such as "Approved".
error-application-decided = { $site } has already decided on this application. Its status: { $status }. You can no longer cancel it.
error-application-not-submitted = { $site } may not have received this application. Resume it first.
error-application-no-id = { $site } gave this application no id, so the wallet cannot ask about it. Check on the site in a browser.
error-application-changed = This application to { $site } would go to another place, or from another account, than you agreed to. Nothing was sent. Review the changes first.
error-application-changed-again = { $site } has changed again since you looked. Your agreement was not saved. Review the changes again.
error-application-nothing-wanted = { $site } does not need anything else. Nothing was sent.

### Errors about connections to sites, providers and services. $host: such as "shop.example".

# Two texts, each of whole sentences, one after the other.
error-sentences = { $first } { $second }
# $reason: one or more whole sentences.
error-http-not-sent = { $reason } Nothing was sent.

## A server that does not answer, or not as it should

error-http-unknown-host = The wallet could not find { $host }.
error-http-not-connected = The wallet could not connect to { $host }.
error-http-connect-timeout = { $host } took too long to accept the connection.
error-http-timeout = { $host } took too long to answer.
error-http-interrupted = The connection to { $host } was lost.
error-http-not-http = { $host } sent something that is not a web server’s answer.
error-http-headers = { $host } sent more or longer headers than the wallet reads.
# $sent and $total: sizes, such as "3.2 MB".
error-http-cut-short = The connection to { $host } was lost after the wallet had sent { $sent } of { $total }.
# $status: a number from 500 to 599.
error-http-server = { $host } reported an error on its side (status { $status }).

# What the user can do then.
error-http-check-address = Check the address and your internet connection.
error-http-check-connection = Check your internet connection, or try again later.

## A connection that is not secure

error-tls-expired = The security certificate of { $host } has expired.
error-tls-not-yet-valid = The security certificate of { $host } is not valid yet.
error-tls-wrong-host = The security certificate of { $host } belongs to another host.
error-tls-self-signed = No authority has signed the security certificate of { $host }.
error-tls-unknown-authority = This computer does not trust the authority that signed the security certificate of { $host }.
error-tls-missing-intermediate = { $host } does not send the intermediate certificate that connects its security certificate with an authority.
error-tls-revoked = The authority has revoked the security certificate of { $host }.
error-tls-unfit = The security certificate of { $host } is not suitable for a website.
error-tls-no-agreement = { $host } and the wallet could not agree on a secure connection. The site may ask for a client certificate, or support only encryption that is no longer secure.
error-tls-client-certificate = { $host } asks for a client certificate, and the wallet has none.
error-tls-too-old = { $host } supports only encryption that is no longer secure. The wallet needs TLS 1.2 or 1.3.
error-tls-not-tls = { $host } does not support secure connections on this port.
error-tls-other = The wallet could not make a secure connection to { $host }.

# What the user can do then.
error-tls-remedy-date = Nothing was sent. Check the date on this computer. If it is correct, the operator of the site must renew the certificate.
error-tls-remedy-address = Nothing was sent. Check the address. If it is correct, tell the operator of the site.
error-tls-remedy-self-signed = Nothing was sent. If the site belongs to your organisation, add its certificate to those that this computer trusts.
error-tls-remedy-authority = Nothing was sent. If the site belongs to your organisation, add the authority’s certificate to those that this computer trusts. If it is there already, the site leaves out the intermediate certificate. Tell the operator of the site.
error-tls-remedy-operator = Nothing was sent. Only the operator of the site can fix this. Tell them.
error-tls-remedy-none = Nothing was sent. You cannot use this site with the wallet.
error-tls-remedy-port = Nothing was sent. Check the port in the address.

## A proxy in between. $proxy: its address and the environment variable that has it.

# $variable: such as "HTTPS_PROXY".
error-proxy-name = { $address } (from { $variable })
error-proxy-not-connected = The wallet could not reach the proxy { $proxy }.
error-proxy-credentials = The proxy { $proxy } asks for a user name and a password (status 407).
error-proxy-credentials-wrong = The proxy { $proxy } does not accept the user name and password in its address (status 407).
# $status: a number.
error-proxy-refused-status = The proxy { $proxy } refused to connect to the site (status { $status }).
error-proxy-refused = The proxy { $proxy } did not connect to the site.
error-proxy-timeout = The proxy { $proxy } took too long to answer.
error-proxy-interrupted = The connection to the proxy { $proxy } was lost.
# $fault: one of the sentences above.
error-proxy-no-connection = { $fault } The wallet did not reach { $host }. Nothing was sent.

# $variable: the environment variable that should name a proxy.
error-proxy-address-not-text = The environment variable { $variable } does not contain text. Nothing was sent. Correct { $variable }, or remove it to connect without a proxy.
error-proxy-address-malformed = The environment variable { $variable } does not contain an address such as http://proxy.example:3128. Nothing was sent. Correct { $variable }, or remove it to connect without a proxy.
error-proxy-address-scheme = The address in the environment variable { $variable } must begin with http, https, socks4, socks4a, socks5 or socks5h. Nothing was sent. Correct { $variable }, or remove it to connect without a proxy.

## Addresses that the wallet does not use

error-url-insecure = The address of { $host } is not encrypted. The wallet uses only https, or http on this computer.
error-url-credentials = The address of { $host } contains a user name or a password.
error-url-loopback = The site gave an address on this computer as its own. The wallet does not use it.
error-url-elsewhere = { $host } is not one of the site’s own hosts.
error-url-not-a-url = This is not a valid address. It must be a path, or begin with https:// or http://.

## On this computer. $name: of a document.

error-http-file = The wallet could not read the document “{ $name }”. The site did not receive all of it. { $reason }
error-http-media-type = The document “{ $name }” has no valid media type. Nothing was sent.
error-http-request = The wallet could not create the request. Nothing was sent.
# $path: a file or a folder. $variable: the environment variable that names it.
error-http-no-roots = The wallet found no certificates of authorities in { $path }. Without them, it cannot check that a connection is secure. Remove the environment variable { $variable }, or set it to a file with certificates in PEM format.
error-http-setup = The wallet cannot make secure connections on this computer.

## The body of an answer

# $limit: a size.
error-http-body-too-long = The answer is larger than { $limit }, the most that the wallet reads.
error-http-body-compressed = The answer is compressed, although the wallet did not ask for that.

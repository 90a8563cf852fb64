### The entries of the activity log, as lists show them and exports write them.
###
### An entry says what the user or the wallet did. It has no full stop, except before a reason, which is one or more whole sentences.

## The wallet

activity-vault-created = Created this wallet
activity-password-changed = Changed the password
activity-keyring-enabled = Allowed the system keyring to unlock this wallet
activity-keyring-disabled = Stopped the system keyring from unlocking this wallet
activity-backup-begun = Started a backup of this wallet
# $created: when the backup was made, a time.
activity-backup-restored = Restored this wallet from the backup of { $created }
activity-backup-merged = { $added ->
        [0] Merged the backup of { $created } and added nothing
        [1] Merged the backup of { $created } and added 1 item
       *[other] Merged the backup of { $created } and added { $added } items
    }
# $name: the profile's name.
activity-profile-added = Created profile { $name }
activity-profile-renamed = Renamed profile { $from } to { $to }
activity-profile-removed = Removed profile { $name }

## Accounts. $name is the account's name.

activity-phrase-exported = Exported the recovery phrase
activity-account-added = Created account { $name }
activity-account-imported = Imported account { $name }
activity-account-exported = Exported account { $name } as a keystore file
activity-account-exported-unprotected = Exported the unprotected key of account { $name }
activity-account-renamed = Renamed account { $from } to { $to }
activity-account-removed = Removed account { $name }
activity-export-begun-phrase = Started to export the recovery phrase
activity-export-begun-account = Started to export account { $name } as a keystore file
activity-export-begun-account-unprotected = Started to export the unprotected key of account { $name }

## Attributes and documents

# $title: the attribute's title.
activity-attribute-set = Entered { $title }
activity-attribute-removed = Removed { $title }
activity-default-chosen = Changed the default value of { $title }
activity-relabelled = Changed the label of { $title }
# $what: the two counts below, one of them, or both in a list.
activity-data-imported = Imported { $what } from the file “{ $from }”
activity-data-exported = Exported { $what }
activity-export-begun-data = Started to export { $what }
activity-count-attributes = { $count ->
        [1] 1 attribute
       *[other] { $count } attributes
    }
activity-count-documents = { $count ->
        [1] 1 document
       *[other] { $count } documents
    }
# $name: the document's name.
activity-document-added = Added document { $name }
activity-document-removed = Removed document { $name }
activity-document-exported = Exported document { $name }
activity-export-begun-document = Started to export document { $name }

## Identity checks. $name and $provider are the provider's name, $host is its address.

activity-provider-added = Added identity-check provider { $name } ({ $host })
activity-provider-removed = Removed identity-check provider { $name }
# $what: as above. $replaced: how many of the values took the place of another.
activity-check-kept = { $replaced ->
        [0] Kept { $what } from an identity check by { $provider }
        [1] Kept { $what } from an identity check by { $provider } and replaced 1 value
       *[other] Kept { $what } from an identity check by { $provider } and replaced { $replaced } values
    }

## Auth eID. $name and $site are the name of whoever asks, $service is the address of a service.

activity-party-added = Allowed { $name } to send requests by Auth eID
activity-party-key-changed = Changed the Auth eID key of { $name }
activity-party-blocked = Blocked requests from { $name }
activity-party-unblocked = Allowed requests from { $name } again
activity-party-removed = Removed { $name } from Auth eID
activity-party-renamed = { $from } changed its name to { $to }
activity-declined-log-in = Declined a login request from { $site }
activity-declined-sign = Declined a request from { $site } to sign a text
activity-declined-identify = Declined a request from { $site } for your identity
activity-declined-log-in-and-blocked = Declined a login request from { $site } and blocked it
activity-declined-sign-and-blocked = Declined a request from { $site } to sign a text and blocked it
activity-declined-identify-and-blocked = Declined a request from { $site } for your identity and blocked it
activity-unseen-log-in = Hid a login request from { $site }
activity-unseen-sign = Hid a request from { $site } to sign a text
activity-unseen-identify = Hid a request from { $site } for your identity
# $email: the user's address at the service.
activity-service-connected = Connected this wallet to { $service } for { $email }
activity-service-disconnected = Disconnected this wallet from { $service }
# $reason: one or more whole sentences.
activity-service-ended = { $service } ended the connection. { $reason }
activity-service-fault = The wallet hid a request from { $service }. { $reason }
# $name: the device's name.
activity-device-added = { $service } has another device for your email: “{ $name }”

## Sites. $site is the site's name.

activity-site-added = Added site { $site } ({ $url })
activity-site-renewed = Updated the description of { $site }
activity-site-removed = Removed site { $site }
# $hosts: the addresses where the application goes on. $account: the account that it goes on with.
activity-application-redirected = Agreed to continue the KYC application to { $site } at { $hosts } as { $account }
# $application: the site's number for it.
activity-application-cancelled = Withdrew KYC application { $application } at { $site }
activity-application-dropped = Discarded the KYC application to { $site } before it was sent

# $count: how many attributes the user agreed to send.
activity-approved-log-in = { $count ->
        [0] Agreed to log in to { $site }
        [1] Agreed to log in to { $site } and send 1 attribute
       *[other] Agreed to log in to { $site } and send { $count } attributes
    }
activity-approved-sign-up = { $count ->
        [0] Agreed to sign up to { $site }
        [1] Agreed to sign up to { $site } and send 1 attribute
       *[other] Agreed to sign up to { $site } and send { $count } attributes
    }
activity-approved-apply = { $count ->
        [0] Agreed to apply for KYC at { $site }
        [1] Agreed to apply for KYC at { $site } and send 1 attribute
       *[other] Agreed to apply for KYC at { $site } and send { $count } attributes
    }
activity-approved-sign = { $count ->
        [0] Agreed to sign a text for { $site }
        [1] Agreed to sign a text for { $site } and send 1 attribute
       *[other] Agreed to sign a text for { $site } and send { $count } attributes
    }
activity-approved-identify = { $count ->
        [0] Agreed to confirm your identity to { $site }
        [1] Agreed to confirm your identity to { $site } and send 1 attribute
       *[other] Agreed to confirm your identity to { $site } and send { $count } attributes
    }

activity-logged-in = Logged in to { $site }
activity-signed-up = Signed up to { $site }
activity-applied = Applied for KYC at { $site }
activity-signed = Signed a text for { $site }
activity-identified = Confirmed your identity to { $site }

# $reason: one or more whole sentences.
activity-not-logged-in = Could not log in to { $site }. { $reason }
activity-not-signed-up = Could not sign up to { $site }. { $reason }
activity-not-applied = Could not apply for KYC at { $site }. { $reason }
activity-not-signed = Could not sign a text for { $site }. { $reason }
activity-not-identified = Could not confirm your identity to { $site }. { $reason }
activity-outcome-unknown = { $site } may or may not have received what you sent. { $reason }

# Why a service ended the connection.
activity-reason-device-unknown = The service no longer knows this device.
# A reason as the log has it: from an earlier version of the wallet, or in the words of a service.
activity-reason-text = { $text }

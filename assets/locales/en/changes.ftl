### What is not as it was when the user last agreed to something, or has to be asked before anything leaves. Each message
### is a change of its own.

## What is asked for. $title is an attribute's title, such as "Passport", with the site's own words for it where they differ:
## Passport (“First name”). $than is last-time (the last time the user was asked) or before.

# $need is required or optional.
change-newly-asked = { $than ->
        [last-time] { $need ->
            [required] It asks for { $title } (required), which it did not ask for last time.
           *[optional] It asks for { $title } (optional), which it did not ask for last time.
        }
       *[before] { $need ->
            [required] It asks for { $title } (required), which it did not ask for before.
           *[optional] It asks for { $title } (optional), which it did not ask for before.
        }
    }
# $was and $is are the site's own words.
change-called-otherwise = { $than ->
        [last-time] It called { $title } “{ $was }” last time; it calls it “{ $is }” now.
       *[before] It called { $title } “{ $was }” before; it calls it “{ $is }” now.
    }
change-called-first = { $than ->
        [last-time] It did not name { $title } last time; it calls it “{ $is }” now.
       *[before] It did not name { $title } before; it calls it “{ $is }” now.
    }
change-called-no-longer = { $than ->
        [last-time] It called { $title } “{ $was }” last time; it does not name it now.
       *[before] It called { $title } “{ $was }” before; it does not name it now.
    }
change-required-now = { $than ->
        [last-time] { $title } was optional last time; it is required now.
       *[before] { $title } was optional before; it is required now.
    }
change-optional-now = { $than ->
        [last-time] { $title } was required last time; it is optional now.
       *[before] { $title } was required before; it is optional now.
    }
change-no-longer-asked = It no longer asks for { $title }.

## Who the site is, and where things go. $sees is what a place gets, such as "the attributes and the files".

change-site-renamed = It calls itself { $is } now; it was { $was }.
change-address-moved = Its address was { $was }; it is { $is } now.
change-terms-moved = The address of its terms was { $was }; it is { $is } now.
change-policy-moved = The address of its privacy policy was { $was }; it is { $is } now.
# Stands for an address in the two above.
change-no-address = none
# $used are the places that the site used before.
change-place-gets-more = { $place } now gets { $sees }; before, the site used { $used }.
change-place-gone = It no longer uses { $place }.
change-other-site-there = { $given } now describes { $found }, which is another site to this wallet. This one still goes to { $known }, as it was described before. To use the new one, add { $given } again.

## What is asked before a site is used for the first time. $recipients are change-root-gets-all and change-place-gets.

change-key-of-earlier-rule = Your key for this site was made by an earlier rule and stays as it is. { $recipients } You are asked this once.
change-from-merged-backup = This site came with the merged backup of { $day }, and you have agreed to nothing here yet. { $recipients }
change-root-gets-all = { $root } gets everything that is sent.
change-place-gets = { $place } gets { $sees }.
change-account-from-backup = You would act as '{ $account }' here, as that backup says. If its key came with the backup, whoever made the backup can act as you here, too.
change-other-account = You would use another account than the last time: { $is } instead of { $was }.

## An application that would be made.

change-other-template = You have not applied for { $template } here before; what you applied for was something else.
change-template-renamed = What you applied for here was called { $was }; it is called { $is } now.
change-applied-before = You already applied for this on { $day }. Its last known status: { $standing }. This would be a second application.

## An application that was made.

change-not-sent-before = It asks for { $title }, which was not sent with this application before.
change-sent-as-other = The site now calls this { $is }; you sent it as { $was }.

## An application that was made is not as the user agreed to it.

application-change-other-account = You would act as { $is } ({ $is_did }); you applied as { $was } ({ $was_did }).
application-change-from-merged-backup = The site came with a merged backup, and you have agreed to nothing there yet.
application-change-root-moved = It would now go to { $is }; you agreed to { $was }.
application-change-place-not-agreed-to = { $place } would get { $sees }, which you have not agreed to.
application-change-no-record-of-consent = This wallet has no record of what you agreed to for this application.
application-change-other-site = It would now go to { $root }, which is another site.
application-change-new-host = It uses { $host } now, which it did not when you applied.

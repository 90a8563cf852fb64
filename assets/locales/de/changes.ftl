### What is not as it was when the user last agreed to something, or has to be asked before anything leaves. Each message
### is a change of its own.

## What is asked for. $title is an attribute's title, such as "Passport", with the site's own words for it where they differ:
## Passport (“First name”). $than is last-time (the last time the user was asked) or before.

# $need is required or optional.
change-newly-asked = { $than ->
        [last-time] { $need ->
            [required] Die Website fragt nach { $title } (erforderlich). Beim letzten Mal fragte sie nicht danach.
           *[optional] Die Website fragt nach { $title } (optional). Beim letzten Mal fragte sie nicht danach.
        }
       *[before] { $need ->
            [required] Die Website fragt nach { $title } (erforderlich). Vorher fragte sie nicht danach.
           *[optional] Die Website fragt nach { $title } (optional). Vorher fragte sie nicht danach.
        }
    }
# $was and $is are the site's own words.
change-called-otherwise = { $than ->
        [last-time] Beim letzten Mal nannte die Website { $title } „{ $was }“, jetzt nennt sie es „{ $is }“.
       *[before] Vorher nannte die Website { $title } „{ $was }“, jetzt nennt sie es „{ $is }“.
    }
change-called-first = { $than ->
        [last-time] Beim letzten Mal nannte die Website für { $title } keinen Namen, jetzt nennt sie es „{ $is }“.
       *[before] Vorher nannte die Website für { $title } keinen Namen, jetzt nennt sie es „{ $is }“.
    }
change-called-no-longer = { $than ->
        [last-time] Beim letzten Mal nannte die Website { $title } „{ $was }“, jetzt nennt sie dafür keinen Namen.
       *[before] Vorher nannte die Website { $title } „{ $was }“, jetzt nennt sie dafür keinen Namen.
    }
change-required-now = { $than ->
        [last-time] { $title } war beim letzten Mal optional und ist jetzt erforderlich.
       *[before] { $title } war vorher optional und ist jetzt erforderlich.
    }
change-optional-now = { $than ->
        [last-time] { $title } war beim letzten Mal erforderlich und ist jetzt optional.
       *[before] { $title } war vorher erforderlich und ist jetzt optional.
    }
change-no-longer-asked = Die Website fragt nicht mehr nach { $title }.

## Who the site is, and where things go. $sees is what a place gets, such as "the attributes and the files".

change-site-renamed = Die Website nennt sich jetzt { $is }; vorher hieß sie { $was }.
change-address-moved = Die Adresse der Website war { $was }; jetzt ist sie { $is }.
change-terms-moved = Die Adresse der Nutzungsbedingungen war { $was }; jetzt ist sie { $is }.
change-policy-moved = Die Adresse der Datenschutzerklärung war { $was }; jetzt ist sie { $is }.
# Stands for an address in the two above.
change-no-address = keine
# $used are the places that the site used before.
change-place-gets-more = { $place } erhält jetzt { $sees }; vorher nutzte die Website { $used }.
change-place-gone = Die Website nutzt { $place } nicht mehr.
change-other-site-there = { $given } beschreibt jetzt { $found }; das ist für diese Wallet eine andere Website. Diese hier geht weiterhin an { $known }, wie vorher beschrieben. Um die neue zu nutzen, fügen Sie { $given } noch einmal hinzu.

## What is asked before a site is used for the first time. $recipients are change-root-gets-all and change-place-gets.

change-key-of-earlier-rule = Ihr Schlüssel für diese Website entstand nach einer früheren Regel und bleibt, wie er ist. { $recipients } Sie werden das nur einmal gefragt.
change-from-merged-backup = Diese Website kam mit dem zusammengeführten Backup vom { $day }, und Sie haben hier noch nichts erlaubt. { $recipients }
change-root-gets-all = { $root } erhält alles, was gesendet wird.
change-place-gets = { $place } erhält { $sees }.
change-account-from-backup = Sie würden hier als „{ $account }“ handeln, wie es in jenem Backup steht. Wenn auch der Schlüssel aus dem Backup kam, kann hier jeder für Sie handeln, der das Backup erstellt hat.
change-other-account = Sie würden ein anderes Konto nutzen als beim letzten Mal: { $is } statt { $was }.

## An application that would be made.

change-other-template = { $template } haben Sie hier noch nie beantragt; Sie haben etwas anderes beantragt.
change-template-renamed = Was Sie hier beantragt haben, hieß { $was }; jetzt heißt es { $is }.
change-applied-before = Sie haben das schon am { $day } beantragt. Letzter bekannter Stand: { $standing }. Dies wäre ein zweiter Antrag.

## An application that was made.

change-not-sent-before = Die Website fragt nach { $title }; das wurde mit diesem Antrag noch nicht gesendet.
change-sent-as-other = Die Website nennt das jetzt { $is }; Sie haben es als { $was } gesendet.

## An application that was made is not as the user agreed to it.

application-change-other-account = Sie würden als { $is } ({ $is_did }) handeln; beantragt haben Sie es als { $was } ({ $was_did }).
application-change-from-merged-backup = Die Website kam mit einem zusammengeführten Backup, und Sie haben dort noch nichts erlaubt.
application-change-root-moved = Es würde jetzt an { $is } gehen; zugestimmt haben Sie { $was }.
application-change-place-not-agreed-to = { $place } würde { $sees } erhalten; dem haben Sie nicht zugestimmt.
application-change-no-record-of-consent = In dieser Wallet steht nicht, was Sie bei diesem Antrag erlaubt haben.
application-change-other-site = Es würde jetzt an { $root } gehen; das ist eine andere Website.
application-change-new-host = Die Website nutzt jetzt { $host }; bei Ihrem Antrag tat sie das nicht.

### Documents and other values that expire: reminders, and how a list shows the date.

reminders-title = Läuft bald ab

# $title is an attribute's title, such as "Passport", or attribute-labelled.
reminder-expires = { $days ->
        [0] { $title } läuft heute ab.
        [1] { $title } läuft morgen ab.
       *[other] { $title } läuft in { $days } Tagen ab.
    }
reminder-expired = { $days ->
        [1] { $title } ist gestern abgelaufen.
       *[other] { $title } ist vor { $days } Tagen abgelaufen.
    }
# $sites are names of sites. Follows reminder-expires or reminder-expired.
reminder-sent-to = Gesendet haben Sie es an: { $sites }.
reminder-renewed = Sie haben { $title } erneuert. Noch den alten Stand haben: { $sites }.

## The same in a row, next to the title and the day.

reminder-row-sent-to = { $day } · Gesendet an { $sites }
reminder-row-sent-to-nobody = { $day } · An keine Website gesendet
reminder-row-renewed = Noch den alten Stand haben: { $sites }
reminder-badge-renewed = Erneuert

## How a list shows the day. $when is "tomorrow", "in 5 days", "3 days ago" or a day.

expiry-badge-expires = Läuft ab: { $when }
expiry-badge-expired = Abgelaufen: { $when }
expiry-day-near = { $days ->
        [0] { $day } (heute)
        [1] { $day } (morgen)
       *[other] { $day } (in { $days } Tagen)
    }
expiry-day-past = { $day } (abgelaufen)

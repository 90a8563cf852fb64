### Documents and other values that expire: reminders, and how a list shows the date.

reminders-title = Expiring soon

# $title is an attribute's title, such as "Passport", or attribute-labelled.
reminder-expires = { $days ->
        [0] { $title } expires today.
        [1] { $title } expires tomorrow.
       *[other] { $title } expires in { $days } days.
    }
reminder-expired = { $days ->
        [1] { $title } expired yesterday.
       *[other] { $title } expired { $days } days ago.
    }
# $sites are names of sites. Follows reminder-expires or reminder-expired.
reminder-sent-to = You sent it to: { $sites }.
reminder-renewed = You renewed { $title }. These sites still have the old one: { $sites }.

## The same in a row, next to the title and the day.

reminder-row-sent-to = { $day } · Sent to { $sites }
reminder-row-sent-to-nobody = { $day } · Not sent to any site
reminder-row-renewed = These sites still have the old one: { $sites }
reminder-badge-renewed = Renewed

## How a list shows the day. $when is "tomorrow", "in 5 days", "3 days ago" or a day.

expiry-badge-expires = Expires { $when }
expiry-badge-expired = Expired { $when }
expiry-day-near = { $days ->
        [0] { $day } (today)
        [1] { $day } (tomorrow)
       *[other] { $day } (in { $days } days)
    }
expiry-day-past = { $day } (expired)

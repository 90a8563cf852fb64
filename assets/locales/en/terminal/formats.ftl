### How dates, numbers and sizes read on the command line. The window asks its browser engine; one table of cases holds
### both to the same.

format-decimal = .
format-thousands = ,
# 1.4 and a unit
format-kilobytes = { $number } kB
format-megabytes = { $number } MB
format-gigabytes = { $number } GB
format-bytes =
    { $count ->
        [one] { $number } byte
       *[other] { $number } bytes
    }
format-day = { $day } { $month } { $year }
format-moment = { $day }, { $clock }
format-month-1 = Jan
format-month-2 = Feb
format-month-3 = Mar
format-month-4 = Apr
format-month-5 = May
format-month-6 = Jun
format-month-7 = Jul
format-month-8 = Aug
format-month-9 = Sept
format-month-10 = Oct
format-month-11 = Nov
format-month-12 = Dec

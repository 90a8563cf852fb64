### How dates, numbers and sizes read on the command line. The window asks its browser engine; one table of cases holds
### both to the same.

format-decimal = ,
format-thousands = .
# 1.4 and a unit
format-kilobytes = { $number } kB
format-megabytes = { $number } MB
format-gigabytes = { $number } GB
format-bytes =
    { $count ->
        [one] { $number } Byte
       *[other] { $number } Byte
    }
format-day = { $day }. { $month } { $year }
format-moment = { $day }, { $clock }
format-month-1 = Jan.
format-month-2 = Feb.
format-month-3 = März
format-month-4 = Apr.
format-month-5 = Mai
format-month-6 = Juni
format-month-7 = Juli
format-month-8 = Aug.
format-month-9 = Sept.
format-month-10 = Okt.
format-month-11 = Nov.
format-month-12 = Dez.

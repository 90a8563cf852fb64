#!/usr/bin/env python3
"""A relying party of its own, against a service that decides by the email: one row for each rule of the protocol.

    rest.py http://127.0.0.1:PORT [--first]

With four keys in IDW_EID_WALLET_KEYS (a party, another one, one that is blocked, one that can have two requests open) it is a
wallet that answers, and rows about what the service of the tests makes up are left out.

Prints the rows that failed, or only the first one, and ends with 1 if there are any. It needs nothing but Python's own
library, and shares no code with the service: what is written here is a second reading of the rules.
"""

import sys

sys.dont_write_bytecode = True

import rows_callers  # noqa: E402,F401  each of these marks its rows
import rows_create  # noqa: E402,F401
import rows_results  # noqa: E402,F401
import rows_payloads  # noqa: E402,F401
import rows_time  # noqa: E402,F401
from rp import ROWS  # noqa: E402


def main():
    failed = 0
    for check in ROWS:
        try:
            check()
        except Exception as error:  # a row that cannot be carried out has failed too
            failed += 1
            print(f"{check.__name__}: {type(error).__name__}: {error}")
            if "--first" in sys.argv:
                break
    print(f"{len(ROWS)} rows, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

"""Starts SPARC Desktop from a checkout: the window, or with arguments the command line."""

import sys

from sparc_desktop.start import main

if __name__ == "__main__":
    sys.exit(main())

"""Where the frozen programs start: `crmdesk` in a terminal, `crmdesk-window` from the desktop."""

import sys
from pathlib import Path

from crmdesk.__main__ import main, window

sys.exit(window() if Path(sys.argv[0]).stem.endswith("-window") else main())

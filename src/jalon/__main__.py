"""The product's command line: `python -m jalon WORD …`, which `./jalon WORD …` calls."""

import os
import sys
from tempfile import TemporaryDirectory

from django.core.management import execute_from_command_line

from jalon.config.env import BadSetting

WITHOUT_DATA = {"read"}
"""Words that need no installation: they neither look for a data folder nor leave one behind."""


def main() -> None:
    """Run one management command; a bad setting is a sentence, Ctrl-C is not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jalon.config.settings")
    try:
        if sys.argv[1:2] and sys.argv[1] in WITHOUT_DATA:
            with TemporaryDirectory(prefix="jalon-") as folder:
                os.environ["JALON_DATA"] = folder
                execute_from_command_line(["jalon", *sys.argv[1:]])
        else:
            execute_from_command_line(["jalon", *sys.argv[1:]])
    except BadSetting as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        sys.stderr.write("\nArrêté.\n")
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()

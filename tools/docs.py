"""`./jalon docs`: write the pages made from the code; `--check` says which committed ones are stale."""

import sys
from importlib import import_module

import django

# Each has PRINTED, the path of its page, and reference(), the page as text.
GENERATORS = ("tests.spec.printing",)


def main() -> int:
    """Write every page, or with --check return 1 when one is stale."""
    django.setup()
    stale = []
    for name in GENERATORS:
        module = import_module(name)
        path, text = module.PRINTED, module.reference()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"refait : {path}")
    if "--check" not in sys.argv:
        return 0
    if stale:
        print(f"Pages à refaire ({', '.join(stale)}) : ./jalon docs")
    return int(bool(stale))


if __name__ == "__main__":
    raise SystemExit(main())

"""What lies in the repository works for everybody: no machine and no package host is named in it."""

import re
from pathlib import PurePath

from tests.rows import each_row
from tests.tree import ROOT, tracked

# Put together from pieces, so that this file does not find itself.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb.deb" + "ian.org"]
MACHINE_PATHS = [r"(?<![\w./~-])/" + folder + r"/" for folder in ("work", "root", "tmp/" + "brief", "opt/" + "wheels")]
SECRET = {".db", ".sqlite", ".keys", ".pem"}
NAMED = re.compile("|".join([re.escape(host) for host in HOSTS] + MACHINE_PATHS))


def named_in(text: str) -> list[str]:
    """The lines of `text` that name a package host or a path of one machine."""
    return [line.strip()[:120] for line in text.splitlines() if NAMED.search(line)]


def test_no_file_names_a_package_host_or_a_machine() -> None:
    """The same files install from any mirror and run in any folder."""
    found = {
        path: lines
        for path in tracked()
        if (lines := named_in((ROOT / path).read_text(encoding="utf-8", errors="replace")))
    }
    assert not found


@each_row("line", ["see https://" + "py" + "pi.org/simple", "cd /" + "work/main", "'/" + "root/.cache'"])
def test_a_name_is_noticed(line: str) -> None:
    """A host and a path are found where they stand in a line."""
    assert named_in(line) == [line]


def test_no_large_file_and_no_secret_came_along() -> None:
    """Nothing above 1 MB, no database and no key file is kept in git."""
    odd = [
        path
        for path in tracked()
        if (ROOT / path).stat().st_size > 1_000_000 or PurePath(path).suffix in SECRET or PurePath(path).name == ".env"
    ]
    assert not odd

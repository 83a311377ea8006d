# Sourced by script/run and script/test from the repository's root: makes .venv, and installs what is pinned.
# shellcheck shell=sh

# Python to use for a new .venv: $PYTHON where it is set, else the first of these that is 3.11 to 3.14.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    echo "Alongside needs Python 3.11, 3.12, 3.13 or 3.14, and ${PYTHON:-python3} is $(version_of "${PYTHON:-python3}")." >&2
    echo "Install one of them (on Debian or Ubuntu: apt install python3 python3-venv) and start this script anew." >&2
    return 1
}

version_of() {
    "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo "not there"
}

make_venv() {
    if .venv/bin/python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    echo "Making .venv with $("$python" --version) ..." >&2
    rm -rf .venv
    if "$python" -m venv .venv >/dev/null 2>&1; then
        return
    fi
    rm -rf .venv
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python "$python" .venv
        return
    fi
    echo "$python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv" >&2
    return 1
}

# install FILE: the pins of FILE by their hashes, and this project itself in place, without looking for anything else.
install() {
    echo "Installing what $1 pins; this takes a minute or two the first time ..." >&2
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python .venv/bin/python --require-hashes --no-deps -r "$1"
        uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
    else
        .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
        .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r "$1"
        .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
    fi
}

# ready FILE [LARGER]: .venv holds what FILE pins. Does nothing where FILE, or LARGER which contains it, was installed
# here before and neither the pins nor the place have changed since.
ready() {
    make_venv
    state="$(pwd) $(cat requirements.txt requirements-dev.txt | cksum)"
    for pins in "$@"; do
        if [ "$(cat ".venv/installed-$pins" 2>/dev/null)" = "$state" ]; then
            return
        fi
    done
    install "$1"
    echo "$state" >".venv/installed-$1"
}

# Sourced by script/check and script/test from the repository's root: runs one gate after the other, or beside them.
# shellcheck shell=sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
broken=
beside=

# gate COMMAND...: one after the other, even after one has gone red.
gate() {
    echo "== $*"
    "$@" || broken="$broken $1"
}

# beside NAME COMMAND...: while the gates run. What it said comes at the end.
beside() {
    name=$1
    shift
    beside="$beside $name"
    { "$@" >"$folder/$name" 2>&1 && : >"$folder/$name.green"; } &
}

# told: waits for those beside, and ends red if anything was.
told() {
    wait
    for name in $beside; do
        echo "== $name"
        cat "$folder/$name"
        [ -e "$folder/$name.green" ] || broken="$broken $name"
    done
    if [ -n "$broken" ]; then
        echo "Not green:$broken" >&2
        exit 1
    fi
}

# check.sh - the program says what is expected; read by drive.sh.
expect "the program" "$(run app)" "$(cat "$source/expected")"

# An installed translator of its own.
if [ -e "$directory/moved/bin/asyncc" ]; then
    mark
    build
    expect "nothing changed" "$(changed)" ''
    mark
    touch "$directory/moved/bin/asyncc"
    build
    expect "the translator changed" "$(changed)" 'app/app.c '
fi

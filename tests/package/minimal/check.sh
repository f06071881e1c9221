# check.sh - the program says what is expected; read by drive.sh.
expect "the program" "$(run app)" "$(cat "$source/expected")"

# check.sh - every name is translated, compiled and found again; read by drive.sh.
expect "app" "$(run app)" 'a b $x %d \ ö a,b [x] x 1 o n 2 a,b '"'"
expect "plain" "$(run plain)" "$(run app)"
mark
build
expect "nothing changed" "$(changed)" ''
mark
touch "$source/include dir/spaced.h"
build
expect "a header with a blank in its path changed" "$(changed | grep -o '\.c ' | wc -l | tr -d ' ')" \
    "$(find "$source/dir ö" -name '*.c' | wc -l | tr -d ' ')"

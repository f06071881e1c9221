# check.sh - what the programs say, and that nothing is built twice; read by drive.sh.
expect "app" "$(run app)" '1 2 30'
expect "user" "$(run user)" '42'
mark
must "$CMAKE" -S "$source" -B "$build"
build
expect "configured again" "$(changed)" ''
sed -i 's/return NUMBER;/return 10 * NUMBER;/' "$source/part/part.c"
build
expect "a source changed" "$(changed)" 'part1/part.c part2/part.c '
expect "app" "$(run app)" '10 20 30'

# A newer translator, though the launcher is the old one.
programs=$directory/programs
mkdir "$programs"
cp "$place/bin/asyncc" "$programs/"
cp "$place/bin/asyncc-translate" "$programs/"
must "$CMAKE" -S "$source" -B "$build" -DASYNCC_EXECUTABLE="$programs/asyncc"
build
mark
build
expect "the same translator" "$(changed)" ''
touch "$programs/asyncc-translate"
build
expect "a newer translator" "$(changed)" 'app/app.c found/found.c part1/part.c part2/part.c '

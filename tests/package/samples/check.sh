# check.sh - the samples, as a project that finds an installed asyncc, say what is expected; read by drive.sh.
for program in done factorial greeter read_files http_gets; do
    expect "$program" "$(run $program)" "$(cat "$source/expected/$program.txt")"
done

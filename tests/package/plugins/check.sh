# For drive.sh: the program, with the plugins in turn.
# Each use is 6 and 1, and every first of the two is followed by 2: ten times 16.
list=$(find "$build" -name plugins.txt | sort | head -n 1)
expect "the program" "$(run app $(cat "$list"))" "160"

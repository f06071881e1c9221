# bash completion for asyncc(1)

_asyncc() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local options='-o -j - -fsyntax-only -I -D -U -include -isystem -iquote -std= -m --cc= -MD -MMD -MF -MT
        -Wblocking-call -Wno-blocking-call -Wunknown-pragma -Wno-unknown-pragma -Wlarge-frame= -Wno-large-frame -Werror -Werror= -Wno-error= -w -Rframe
        -fdiagnostics-format= -fdiagnostics-color= --explain --doctor --version --help
        -resource-dir --suspend-points --show --verify --no-verify --dump='
    COMPREPLY=()
    # readline takes = for the end of a word
    if [ "$current" = = ]; then
        current=
    elif [ "$previous" = = ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $previous in
    --explain)
        COMPREPLY=($(compgen -W "$("$1" --explain 2>/dev/null | cut -d' ' -f1)" -- "$current")) ;;
    -fdiagnostics-format)
        COMPREPLY=($(compgen -W 'text json sarif' -- "$current")) ;;
    -fdiagnostics-color)
        COMPREPLY=($(compgen -W 'always never auto' -- "$current")) ;;
    --dump)
        COMPREPLY=($(compgen -W '@ASYNCC_PASSES@' -- "$current")) ;;
    --cc)
        COMPREPLY=($(compgen -c -- "$current")) ;;
    -resource-dir | -I | -isystem | -iquote)
        COMPREPLY=($(compgen -d -- "$current")) ;;
    *)
        case $current in
        -*)
            COMPREPLY=($(compgen -W "$options" -- "$current"))
            [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null ;;
        *)
            COMPREPLY=($(compgen -f -- "$current"))
            [ "$COMP_CWORD" -eq 1 ] && COMPREPLY+=($(compgen -W cc -- "$current")) ;;
        esac ;;
    esac
    return 0
}
complete -o filenames -F _asyncc asyncc

# bash completion for dateline
_dateline() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} flags=
	case $prev in
	--date | --lang | --width | --height | --scale) return ;;
	esac
	case $command in
	export) flags='-o --width --height --scale --date --lang --day-first --help' ;;
	extract) flags='--jsonl --date --lang --day-first --help' ;;
	esac
	if [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "${flags:---help}" -- "$cur")
	elif ((COMP_CWORD == 1)); then
		mapfile -t COMPREPLY < <(compgen -W 'export extract version help' -- "$cur"; compgen -f -- "$cur")
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
	fi
}
complete -o filenames -F _dateline dateline

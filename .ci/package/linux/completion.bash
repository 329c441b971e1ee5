# bash completion for dateline: the flags are those that its help tells
_dateline() {
	local cur=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} flags
	if [[ $cur == -* ]]; then
		flags=$(dateline "$command" --help 2>/dev/null | sed -nE 's/^  (-o|--[a-z-]+).*/\1/p')
		mapfile -t COMPREPLY < <(compgen -W "$flags --help" -- "$cur")
	elif ((COMP_CWORD == 1)); then
		mapfile -t COMPREPLY < <(compgen -W 'export extract version help' -- "$cur"; compgen -f -- "$cur")
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
	fi
}
complete -o filenames -F _dateline dateline

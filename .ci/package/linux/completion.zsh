#compdef dateline
# The flags are those that dateline's help tells.
_dateline() {
	if ((CURRENT == 2)); then
		_alternative \
			'commands:command:((export\:"write the timeline" extract\:"print what was found" version\:"print the version" help\:"tell the commands"))' \
			'files:article:_files'
		return
	fi
	if [[ $PREFIX == -* ]]; then
		local -a flags
		flags=(${(f)"$(dateline $words[2] --help 2>/dev/null |
			sed -nE 's/^  (-o|--[a-z-]+)( [^ ]+)*  +(.*)/\1:\3/p')"})
		_describe flag flags
		return
	fi
	_files
}
_dateline "$@"

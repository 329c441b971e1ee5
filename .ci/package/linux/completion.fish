# fish completion for dateline: the flags are those that its help tells
set -l commands export extract version help
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a export -d 'write the timeline'
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a extract -d 'print what was found'
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a version -d 'print the version'
complete -c dateline -l help -d 'tell the commands and flags'
function __dateline_flags
	set -l command (commandline -opc)[2]
	dateline $command --help 2>/dev/null | string replace -rf '^  (-o|--[a-z-]+)( \S+)*  +(.*)' '$1\t$3'
end
complete -c dateline -n '__fish_seen_subcommand_from export extract; and string match -q -- "-*" (commandline -ct)' -a '(__dateline_flags)'

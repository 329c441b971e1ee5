# fish completion for dateline
set -l commands export extract version help
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a export -d 'write a picture'
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a extract -d 'print what was found'
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a version -d 'print the version'
complete -c dateline -l help -d 'tell the commands'
complete -c dateline -n '__fish_seen_subcommand_from export' -s o -r -d 'the picture to write'
complete -c dateline -n '__fish_seen_subcommand_from export' -l width -x -d 'in pixels'
complete -c dateline -n '__fish_seen_subcommand_from export' -l height -x -d 'in pixels'
complete -c dateline -n '__fish_seen_subcommand_from export' -l scale -x -d 'pixels per pixel'
complete -c dateline -n '__fish_seen_subcommand_from extract' -l jsonl -d 'the input is JSON Lines'
complete -c dateline -n '__fish_seen_subcommand_from export extract' -l date -x -d 'the date of the articles'
complete -c dateline -n '__fish_seen_subcommand_from export extract' -l lang -x -d 'the language of the articles'
complete -c dateline -n '__fish_seen_subcommand_from export extract' -l day-first -d 'read 03/04/2021 as 3 April'

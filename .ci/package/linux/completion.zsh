#compdef dateline
_dateline() {
	local -a reading=(
		'--date[the date of the articles]:YYYY-MM-DD'
		'--lang[the language of the articles]:tag'
		'--day-first[read 03/04/2021 as 3 April]'
		'--help[tell the flags]'
		'*:article:_files'
	)
	if ((CURRENT == 2)); then
		_alternative \
			'commands:command:((export\:"write a picture" extract\:"print what was found" version\:"print the version" help\:"tell the commands"))' \
			'files:article:_files'
		return
	fi
	case $words[2] in
	export) _arguments '-o[the picture to write]:picture:_files' \
		'--width[in pixels]:pixels' '--height[in pixels]:pixels' '--scale[pixels per pixel]:factor' $reading ;;
	extract) _arguments '--jsonl[the input is JSON Lines]' $reading ;;
	*) _files ;;
	esac
}
_dateline "$@"

package exchange

import (
	"reflect"

	"dateline/timeline"
)

// Formats that allow fields of one's own carry the whole event in one of them,
// beside what their programs show and let people change. On reading, what was
// changed in the other program wins, field by field, and the rest comes from
// the whole event.

// reconcile returns stored with the fields in which seen, what the file shows
// now, differs from shown, what the file would show of stored.
func reconcile(stored, shown, seen timeline.Event) timeline.Event {
	to, was, is := reflect.ValueOf(&stored).Elem(), reflect.ValueOf(shown), reflect.ValueOf(seen)
	for i := range to.NumField() {
		if !sameValue(was.Field(i), is.Field(i)) {
			to.Field(i).Set(is.Field(i))
		}
	}
	return stored
}

// sameValue reports whether two fields hold the same, where a slice without
// elements is the same as none.
func sameValue(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

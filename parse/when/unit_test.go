package when

import (
	"testing"
	"testing/quick"
)

// gapless are the grains whose units follow each other without a gap.
var gapless = [...]Grain{Second, Minute, Hour, PartOfDay, Day, Week, Month, Season, Quarter, Half, Year, Decade, Century, Millennium, MegaYear}

func TestUnitLaws(t *testing.T) {
	lawful := func(n int64, g uint8) bool {
		at := Instant(n / 64)
		grain := gapless[int(g)%len(gapless)]
		floor := at.Floor(grain)
		unit := at.Unit(grain)
		return floor <= at && floor.Floor(grain) == floor &&
			unit.Contains(at) && unit.End.Floor(grain) == unit.End && unit.End.Unit(grain).Start == unit.End
	}
	if err := quick.Check(lawful, &quick.Config{MaxCount: 5000}); err != nil {
		t.Error(err)
	}
}

func TestAddIsOrdered(t *testing.T) {
	ordered := func(n int32, g, count uint8) bool {
		at, grain := Instant(n)*100, gapless[int(g)%len(gapless)]
		return at.Add(int(count)+1, grain) > at.Add(int(count), grain)
	}
	if err := quick.Check(ordered, nil); err != nil {
		t.Error(err)
	}
}

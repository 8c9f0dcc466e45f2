package page

import (
	"testing"
	"time"

	"talksbot/knowledge/calendar"
)

// Days are written in each language as its readers write them.
func TestDates(t *testing.T) {
	day := func(y int, m time.Month, d int) calendar.Day { return calendar.Day{Year: y, Month: m, Day: d} }
	monday := calendar.Days{From: day(2022, 1, 10), To: day(2022, 1, 10)}
	first := calendar.Days{From: day(2024, 5, 1), To: day(2024, 5, 1)}
	two := calendar.Days{From: day(2022, 1, 9), To: day(2022, 1, 10)}
	turn := calendar.Days{From: day(2022, 1, 31), To: day(2022, 2, 2)}
	month := calendar.Days{From: day(2024, 2, 1), To: day(2024, 2, 29)}
	months := calendar.Days{From: day(2022, 1, 1), To: day(2022, 2, 28)}
	for code, want := range map[string][]string{
		"en":    {"Monday, 10 January 2022", "Mon 10 Jan 2022", "1 May 2024", "9 to 10 January 2022", "31 January to 2 February 2022", "February 2024", "in February 2024", "January to February 2022"},
		"de":    {"Montag, 10. Januar 2022", "Mo, 10. Jan. 2022", "1. Mai 2024", "9. bis 10. Januar 2022", "31. Januar bis 2. Februar 2022", "Februar 2024", "im Februar 2024", "Januar bis Februar 2022"},
		"fr":    {"lundi 10 janvier 2022", "lun. 10 janv. 2022", "1er mai 2024", "9 – 10 janvier 2022", "31 janvier – 2 février 2022", "février 2024", "en février 2024", "janvier – février 2022"},
		"es":    {"lunes, 10 de enero de 2022", "lun. 10 ene. 2022", "1 de mayo de 2024", "9 – 10 de enero de 2022", "31 de enero – 2 de febrero de 2022", "febrero de 2024", "en febrero de 2024", "enero – febrero de 2022"},
		"pt-BR": {"segunda-feira, 10 de janeiro de 2022", "seg., 10 de jan. de 2022", "1 de maio de 2024", "9 a 10 de janeiro de 2022", "31 de janeiro a 2 de fevereiro de 2022", "fevereiro de 2024", "em fevereiro de 2024", "janeiro a fevereiro de 2022"},
		"pl":    {"poniedziałek, 10 stycznia 2022", "pon. 10 sty 2022", "1 maja 2024", "9 – 10 stycznia 2022", "31 stycznia – 2 lutego 2022", "luty 2024", "w lutym 2024", "styczeń – luty 2022"},
		"uk":    {"понеділок, 10 січня 2022 року", "пн, 10 січ. 2022", "1 травня 2024 року", "9 – 10 січня 2022 року", "31 січня – 2 лютого 2022 року", "лютий 2024 року", "у лютому 2024 року", "січень – лютий 2022 року"},
		"ru":    {"понедельник, 10 января 2022 года", "пн, 10 янв. 2022", "1 мая 2024 года", "9 – 10 января 2022 года", "31 января – 2 февраля 2022 года", "февраль 2024 года", "в феврале 2024 года", "январь – февраль 2022 года"},
	} {
		w := In(code)
		for i, got := range []string{LongDays(monday, w), BriefDays(monday, w), meant(first, w), meant(two, w), meant(turn, w), LongDays(month, w), text(w.Days(month)), meant(months, w)} {
			if got != want[i] {
				t.Errorf("%s: %q, want %q", code, got, want[i])
			}
		}
	}
}

// How far away a day is takes the form that its number asks for.
func TestAway(t *testing.T) {
	for code, want := range map[string][]string{
		"en": {"in 1 day", "in 2 days", "in 5 days", "in 21 days", "2 years ago", "5 years ago", "21 years ago"},
		"de": {"in 1 Tag", "in 2 Tagen", "in 5 Tagen", "in 21 Tagen", "vor 2 Jahren", "vor 5 Jahren", "vor 21 Jahren"},
		"fr": {"dans 1 jour", "dans 2 jours", "dans 5 jours", "dans 21 jours", "il y a 2 ans", "il y a 5 ans", "il y a 21 ans"},
		"pl": {"za 1 dzień", "za 2 dni", "za 5 dni", "za 21 dni", "2 lata temu", "5 lat temu", "21 lat temu"},
		"uk": {"через 1 день", "через 2 дні", "через 5 днів", "через 21 день", "2 роки тому", "5 років тому", "21 рік тому"},
		"ru": {"через 1 день", "через 2 дня", "через 5 дней", "через 21 день", "2 года назад", "5 лет назад", "21 год назад"},
	} {
		w := In(code)
		for i, d := range []calendar.Distance{{Unit: calendar.InDays, N: 1}, {Unit: calendar.InDays, N: 2}, {Unit: calendar.InDays, N: 5}, {Unit: calendar.InDays, N: 21},
			{Unit: calendar.InYears, N: -2}, {Unit: calendar.InYears, N: -5}, {Unit: calendar.InYears, N: -21}} {
			if got := Away(d, w); got != want[i] {
				t.Errorf("%s: %q, want %q", code, got, want[i])
			}
		}
	}
}

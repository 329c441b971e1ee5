package source

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Pages in other languages announce the same things with other words. Each list
// holds beginnings of lines in lower case, by the language's tag: the line may go
// on after the words, but not inside a word.
var (
	// moreStoriesAbroad announces a list of other articles.
	moreStoriesAbroad = phrases(map[string][]string{
		"de": {
			"auch interessant", "auch lesenswert", "das könnte sie auch interessieren", "das könnte sie interessieren",
			"das könnte dich auch interessieren", "empfehlungen der redaktion", "empfohlene artikel", "jetzt kommentieren",
			"kommentare", "kommentar schreiben", "kommentieren sie", "leserkommentare", "lesen sie auch", "mehr aus dem ressort",
			"mehr zum thema", "mehr zu diesem thema", "meistgelesen", "meistgelesene artikel", "meistkommentiert",
			"neueste artikel", "passend dazu", "schlagworte", "schlagwörter", "schreiben sie einen kommentar",
			"schreibe einen kommentar", "über den autor", "über die autorin", "verwandte artikel", "verwandte themen", //nolint:misspell // German
			"weitere artikel", "weitere meldungen", "weitere nachrichten", "weitere themen", "newsletter",
		},
		"fr": {
			"à lire aussi", "à lire également", "à voir aussi", "articles connexes", "articles les plus lus", "articles liés",
			"articles recommandés", "articles similaires", "commentaires", "dans la même rubrique", "et aussi", "la rédaction vous conseille",
			"laisser un commentaire", "les plus lus", "les plus partagés", "lire aussi", "lire également", "lisez aussi",
			"mots-clés", "nos derniers articles", "plus d’articles", "plus d'articles", "poster un commentaire",
			"sur le même sujet", "sur le même thème", "vous aimerez aussi", "vous pourriez aussi aimer", "voir aussi", "à propos de l’auteur", "à propos de l'auteur",
		},
		"es": {
			"acerca del autor", "archivado en", "artículos recomendados", "artículos relacionados", "comentarios", //nolint:misspell // Spanish
			"deja un comentario", "deja una respuesta", "escribe un comentario", "etiquetas", "le puede interesar",
			"lee también", "lea también", "lea además", "lo más leído", "lo más visto", "lo último", "más noticias",
			"más información", "más leídas", "noticias relacionadas", "otras noticias", "quizás te interese", //nolint:misspell // Spanish
			"sobre el autor", "sobre la firma", "también te puede interesar", "te puede interesar", "te recomendamos", //nolint:misspell // Spanish
			"temas relacionados", "últimas noticias", "ver también", "ver comentarios",
		},
	})
	// pointerAbroad leads to another article, or to something to click on.
	pointerAbroad = phrases(map[string][]string{
		"de": {
			"anzeige", "artikel anhören", "artikel teilen", "auf facebook teilen", "drucken", "hier weiterlesen", "jetzt lesen",
			"lesen sie auch", "lesen sie hier", "lesen sie mehr", "mehr dazu", "mehr lesen", "teilen", "weiterlesen", "werbung",
			"zum newsletter", "zum artikel", "zur startseite",
		},
		"fr": {
			"à lire aussi", "cliquez ici", "continuer la lecture", "écouter l’article", "écouter l'article", "en savoir plus", "imprimer",
			"lire aussi", "lire la suite", "lire plus", "partager", "partager cet article", "publicité", "voir aussi",
		},
		"es": {
			"compartir", "compartir en", "escuchar", "haga clic aquí", "imprimir", "lea también", "lee también", "leer más",
			"publicidad", "seguir leyendo", "sigue leyendo", "ver más",
		},
	})
	// closingAbroad follows the last paragraph.
	closingAbroad = phrases(map[string][]string{
		"de": {
			"abonnieren sie", "alle rechte vorbehalten", "datenschutz", "folgen sie uns", "impressum", "kontakt", "mit material von",
			"nach oben", "quelle:", "quellen:", "startseite",
		},
		"fr": {
			"abonnez-vous", "accueil", "avec afp", "contactez-nous", "haut de page", "inscrivez-vous", "mentions légales", "retour en haut",
			"source :", "source:", "suivez-nous", "tous droits réservés",
		},
		"es": {
			"aviso legal", "contacto", "con información de", "fuente:", "inicio", "política de privacidad", "regístrate",
			"síguenos", "suscríbete", "todos los derechos reservados", "volver arriba",
		},
	})
	// pictureAbroad says whose picture something is.
	pictureAbroad = phrases(map[string][]string{
		"de": {"bild:", "bilder:", "bildquelle:", "bildrechte:", "foto:", "fotos:", "grafik:", "symbolbild:"},
		"fr": {"crédit photo", "crédits photo", "crédit :", "crédits :", "photo :", "photos :", "illustration :", "infographie :"},
		"es": {"crédito:", "créditos:", "foto:", "fotos:", "fotografía:", "ilustración:", "imagen:", "infografía:"},
	})
)

// openings are phrases by their first words.
type openings map[string][]string

// phrases returns the phrases of all languages.
func phrases(byLanguage map[string][]string) func() openings {
	return sync.OnceValue(func() openings {
		all := openings{}
		for _, list := range byLanguage {
			for _, phrase := range list {
				word := leadingWord(phrase)
				all[word] = append(all[word], phrase)
			}
		}
		return all
	})
}

// begin reports whether a line begins with one of the phrases, in small letters or
// capitals, after signs at most.
func (o openings) begin(line string) bool {
	const longest = 80 // bytes that matter
	line = strings.TrimLeftFunc(line, isSign)
	line = strings.ToLower(strings.ToValidUTF8(line[:min(len(line), longest)], ""))
	word := leadingWord(line)
	for _, phrase := range o[word] {
		if rest, ok := strings.CutPrefix(line, phrase); ok {
			if next, _ := utf8.DecodeRuneInString(rest); rest == "" || isSign(next) || strings.HasSuffix(phrase, ":") {
				return true
			}
		}
	}
	return false
}

// leadingWord returns what s begins with up to the first sign.
func leadingWord(s string) string {
	if at := strings.IndexFunc(s, isSign); at >= 0 {
		return s[:at]
	}
	return s
}

// isSign reports whether r is no part of a word.
func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

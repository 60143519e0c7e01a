package notes

import (
	"slices"
	"strings"
)

// Meaning says what stands below a heading.
type Meaning string

// The meanings of sections.
const (
	Achieved  Meaning = "achieved"
	Struggled Meaning = "struggled"
	Planned   Meaning = "planned"
	// Needs is where the user asks: help, resources, an answer.
	Needs Meaning = "needs"
	// Told is what the boss should know.
	Told      Meaning = "told"
	Ideas     Meaning = "ideas"
	Praised   Meaning = "feedback"
	Decisions Meaning = "decisions"
	// Actions are promises: the user's, or of whoever is named.
	Actions Meaning = "actions"
	// BossSays holds the boss's own words.
	BossSays Meaning = "boss"
	// General is anything: each line is looked at by itself.
	General Meaning = "notes"
	// PrivateNotes never leave.
	PrivateNotes Meaning = "private"
	// Ignored is left out.
	Ignored Meaning = "ignored"
)

// Meanings lists what a section can be mapped to, in the order to offer them.
var Meanings = [...]Meaning{Achieved, Struggled, Planned, Needs, Told, Ideas, Praised, Decisions, Actions, BossSays, General, PrivateNotes, Ignored}

// SectionKey returns what an answer about a section is remembered by: its words.
func SectionKey(title string) string {
	var kept []string
	for _, w := range fields(words(title)) {
		if strings.Trim(w, "0123456789") != "" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return sameWords(words(title))
	}
	return strings.Join(kept, " ")
}

// wording is a phrase that gives a section its meaning. A star at the end of a
// word stands for any ending; an equals sign in front asks for the whole title.
type wording struct {
	meaning Meaning
	phrases string
}

// wordings lists what is known, in the order in which it is tried: what must not
// be overlooked, and what says most, first. The phrases are divided by commas.
func wordings() []wording {
	return []wording{
		{PrivateNotes, "private*, privat*, privé*, privado*, privada*, privately, confidential, vertraulich, for me only, only for me, for my eyes, my eyes only, nur für mich, pour moi, para mí, not for sharing, do not share, dont share, not to share, do not send, not for the boss, nicht teilen, personal*, persönlich*, thoughts, gedanken, pensées, pensamientos, feelings, how i feel, how am i feeling, how do i feel, wie es mir geht, gefühle, vent, venting, frust, rant, diary, tagebuch, mood, stimmung, impressions, my read, beobachtungen, observations"},
		{Struggled, "not go well, not so well, go so well, went so well, gone better, didnt go well, went badly, went wrong, go wrong, not gut, nicht gut, schlecht lief, lief schlecht, schief, mal marché, pas marché, salió mal, no salió"},
		{Praised, "feedback, praise, lob, kudos for me, rückmeldung*, retour*, recognition, compliment*, retroalimentación"},
		{Decisions, "decision*, decided, entscheid*, entschieden, beschl*, décision*, decisi*, agreements, what we agreed, =agreed, vereinbart*, vereinbarung*"},
		{Actions, "action*, actions, commitment*, promise*, promised, zusage*, versproch*, aufgaben, maßnahme*, engagements, compromisos, acciones, tareas, follow up*, followup*, next steps, nächste schritte, prochaines étapes, próximos pasos, todo*, to do*, who does what, wer macht was"},
		{Planned, "plan, plans, planned, planning, geplant*, planung, vorhaben, =next, whats next, what next, up next, next week*, next fortnight, next month, next sprint, next days, coming week*, coming days, week ahead, upcoming, coming up, tomorrow, nächste woche, kommende woche, als nächstes, nächstes, morgen, semaine prochaine, à venir, próxima semana, priorit*, focus, fokus, =goals, goals for, ziele, objectifs, objetivos, intend*, going to do, will i do, i will do, want to do, aim*"},
		{Needs, "help, hilfe, unterstützung, support, need, needs, needed, brauche, benötige, besoin*, aide, ayuda, necesito, asks, =ask, request*, wünsche, bitten, anliegen, from you, from my boss, from my manager, von dir, de ta part, question*, fragen, frage, pregunta*, stuck on you, waiting on you, waiting for you, decisions needed"},
		{Struggled, "struggl*, difficult*, challeng*, blocker*, blocked, blocking, block, stuck, problem*, issue*, obstacle*, hinder*, hindrance*, hard, hardest, harder, trouble*, worr*, pain*, slow*, delay*, hold* up, held up, holding me, in the way, in my way, went less well, could be better, to improve, lowlight*, schwierig*, herausforder*, probleme, hindernis*, blockiert, blockade*, klemmt, hakt, sorgen, difficult*, difficulté*, bloqu*, obstác*, dificult*, problèm*, défis, lows, =bad, minus, impediment*, concern*, setback*, failed, failure*, dragging, frustrat*"},
		{Told, "fyi, heads up, headsup, risk*, risiken, warning*, news, neuigkeiten, announce*, good to know, you should know, should know, zur info, zur kenntnis, =info, infos, information, à savoir, pour info, para saber, risques, riesgos, be aware, watch out"},
		{Ideas, "idea*, ideen, idee, idées, suggest*, proposal*, vorschl*, improvement*, propuesta*, propositions"},
		{Achieved, "achiev*, hice, accomplish*, win, wins, won, highlight*, highs, success*, done, got done, get done, finish*, complete*, completed, shipped, delivered, deliver*, deliverable*, went well, go well, going well, proud, result*, outcome*, progress, milestone*, erreicht*, erledigt*, geschafft*, erfolg*, gut lief, lief gut, gut gelaufen, fertig*, ergebnis*, fortschritt*, réussi*, succès, fait, accompli*, avanc*, résultat*, logr*, hecho, éxito*, avances, conseguid*, what did i do, what i did, i did, gemacht, moved forward, closed, plus, =good, bright spots, happened, last week, past week, since last, letzte woche, semaine dernière, semana pasada"},
		{Planned, "this week, diese woche, cette semaine, esta semana, today, heute"},
		{General, "note, notes, notizen, notiz, notas, misc*, =other, =others, other notes, other topics, other points, sonstig*, verschiedenes, divers, otros, varios, aob, any other business, agenda, topic*, themen, thema, tagesordnung, ordre du jour, sujets, temas, discuss*, besproch*, talked about, talking points, update*, status, stand, general, allgemein*, log, protokoll, minutes, summary, zusammenfassung, recap, learn*, gelernt, appris, aprend*, reflection, metrics, numbers, zahlen, points, punkte"},
	}
}

// meaningOf says what a title means by the wordings known, the names of the
// bosses, and nothing else. Reason is for people.
func (r *reader) meaningOf(title string) (m Meaning, reason string, ok bool) {
	ws := fields(strings.NewReplacer("'", "", "’", "", "é", "é").Replace(words(title)))
	if len(ws) == 0 || len(ws) > 14 {
		return "", "", false
	}
	list := wordings()
	if private := list[0]; matches(ws, private.phrases) {
		return PrivateNotes, "“" + words(title) + "” sounds private", true
	}
	if who, ok := r.bossSection(title); ok {
		return BossSays, "“" + words(title) + "” holds what " + who + " said", true
	}
	m = meaningIn(ws, list)
	// "Wins & blockers" is two sections in one.
	divided := strings.NewReplacer(" and ", "&", " und ", "&", " et ", "&", " y ", "&").Replace(words(title))
	if parts := strings.FieldsFunc(divided, func(r rune) bool { return r == '&' || r == '/' || r == '+' || r == '|' }); len(parts) > 1 {
		for _, part := range parts {
			if n := meaningIn(fields(part), list); n != "" && n != m {
				return General, "“" + words(title) + "” holds more than one thing, so each line is looked at by itself", true
			}
		}
	}
	if m == "" {
		return "", "", false
	}
	return m, "“" + words(title) + "” is a known wording", true
}

// meaningIn returns the first meaning whose wording is found, but nothing where
// the words are turned round: "what I did not get done" is no success, and
// "feedback for Dana" is not feedback for me.
func meaningIn(ws []string, list []wording) Meaning {
	for _, w := range list {
		if !matches(ws, w.phrases) {
			continue
		}
		switch w.meaning {
		case Achieved, Decisions, Needs:
			if slices.ContainsFunc(ws, isNegation) {
				return ""
			}
			if i := slices.Index(ws, "need"); w.meaning == Needs && i >= 0 && i+1 < len(ws) && ws[i+1] == "to" {
				return "" // "what I need to finish" is no request
			}
		case Praised:
			for i, word := range ws {
				if i+1 < len(ws) && (word == "for" || word == "to" || word == "für" || word == "an" || word == "pour" || word == "para") {
					switch ws[i+1] {
					case "me", "mich", "moi", "mí", "myself":
					default:
						return ""
					}
				}
			}
		}
		return w.meaning
	}
	return ""
}

func isNegation(w string) bool {
	switch w {
	case "not", "no", "didnt", "dont", "cant", "couldnt", "wasnt", "nothing", "never", "nicht", "kein", "keine", "nie", "pas", "sin", "without", "yet", "undone":
		return true
	}
	return false
}

// matches reports whether one of the phrases stands in the words.
func matches(ws []string, phrases string) bool {
	for phrase := range strings.SplitSeq(phrases, ", ") {
		whole := strings.HasPrefix(phrase, "=")
		want := strings.Fields(strings.TrimPrefix(phrase, "="))
		if whole && len(want) != len(ws) {
			continue
		}
		for i := 0; i+len(want) <= len(ws); i++ {
			if matchesAt(ws[i:], want) {
				return true
			}
		}
	}
	return false
}

func matchesAt(ws, want []string) bool {
	for n, w := range want {
		stem, open := strings.CutSuffix(w, "*")
		if open && !strings.HasPrefix(ws[n], stem) || !open && ws[n] != w {
			return false
		}
	}
	return true
}

// bossSection reports whether a title names a boss as the one who speaks: "From
// Katrin", "KW's comments", "Dana".
func (r *reader) bossSection(title string) (string, bool) {
	name := ""
	for _, w := range fields(words(title)) {
		bare := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), "s")
		who, initials, ok := r.known.find(w)
		if !ok {
			if who, initials, ok = r.known.find(bare); ok && len(bare) < 2 {
				ok = false
			}
		}
		if ok && who.Party == TheBoss && len(w) > 1 && (!initials || strings.Contains(title, strings.ToUpper(w[:2]))) {
			name = w
			continue
		}
		switch w {
		case "from", "by", "of", "s", "says", "said", "comment", "comments", "reply", "replies", "answer", "answers", "response", "responses", "input", "topic", "topics", "points", "remarks", "update", "updates", "news", "my", "the",
			"von", "sagt", "antwort", "antworten", "kommentar", "kommentare", "meine", "mein", "de", "dit", "réponse", "réponses", "respuesta", "respuestas":
		default:
			return "", false
		}
	}
	return name, name != ""
}

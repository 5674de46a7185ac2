/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Briefing cards on paper. */
#include "config.h"

#include "pack/briefing-private.h"

#include "brief/flags.h"
#include "pack/pair.h"
#include "pack/rich.h"
#include "record/kinds/nation.h"
#include "record/kinds/observance.h"
#include "record/kinds/participant.h"
#include "record/times.h"
#include "schedule/observances.h"
#include "words/capital.h"
#include "words/glossary.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/range.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 86400
/* Statements of a topic up to this many bytes stand beside it, longer ones below. */
#define MAX_PAIR 1600

static const char *
pick (const LiaisonManner *manner, const LiaisonText *text)
{
  const char *picked = liaison_text_pick (text, liaison_words_get_language (manner->words), NULL);

  return picked != NULL ? picked : "";
}

char *
liaison_briefing_tell_title (const LiaisonManner *manner, const LiaisonBlock *briefing)
{
  const LiaisonBriefingData *data = LIAISON_DATA (Briefing, briefing);
  const char *title = pick (manner, data->title);

  return *title != '\0' ? g_strdup (title) : liaison_manner_tell_nation (manner, data->nation);
}

static char *
tell_approval (const LiaisonManner *manner, const LiaisonBriefingData *data)
{
  g_autofree char *day =
      liaison_words_format_day (manner->words, data->approved, LIAISON_DATE_MEDIUM);

  if (data->approved_by == NULL || data->approved == LIAISON_DATE_UNSET)
    return g_strdup (liaison_words_get (manner->words, N_ ("Approved by the nation.")));
  return liaison_words_format (manner->words,
                               /* Translators: under the title of a briefing card: “Approved for the
                                  nation by Cdr A. Berg, 14 May 2027.” */
                               N_ ("Approved for the nation by {who}, {date}."),
                               liaison_operand_text ("who", data->approved_by),
                               liaison_operand_text ("date", day));
}

char *
liaison_briefing_tell_status (const LiaisonManner *manner, const LiaisonBlock *briefing)
{
  const LiaisonBriefingData *data = LIAISON_DATA (Briefing, briefing);
  g_autoptr (LiaisonCard) card =
      liaison_card_new (briefing, liaison_words_get_language (manner->words), 0);

  if (data->status == LIAISON_BRIEFING_STATUS_WITHDRAWN)
    return g_strdup (liaison_words_get (manner->words, N_ ("Withdrawn: do not rely on it.")));
  if (card->lines->len == 0)
    return g_strdup (
        liaison_words_get (manner->words, N_ ("An outline: no question is answered yet.")));
  if (card->n_approved == 0)
    return g_strdup (liaison_words_get (
        manner->words, N_ ("Proposed: the nation has not yet approved any of these statements.")));
  if (card->n_approved < card->lines->len)
    return g_strdup (liaison_words_get (
        manner->words,
        N_ ("Statements marked † are proposed: the nation has not yet approved them.")));
  return tell_approval (manner, data);
}

char *
liaison_briefing_tell_source (const LiaisonManner *manner,
                              const char *text,
                              const char *link,
                              gint32 date)
{
  g_autofree char *day = liaison_words_format_day (manner->words, date, LIAISON_DATE_MEDIUM);
  const char *parts[3];
  guint n = 0;
  GString *told = g_string_new (NULL);

  if (text != NULL && *text != '\0')
    parts[n++] = text;
  if (*day != '\0')
    parts[n++] = day;
  if (link != NULL && *link != '\0')
    parts[n++] = link;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? liaison_words_get_separator (manner->words) : "",
                            parts[i]);
  return g_string_free (told, FALSE);
}

/* Topic and statements beside each other, as long as they are short. */
static gboolean
write_pair (LiaisonBriefWriter *self, const LiaisonCard *card, const LiaisonCardSection *section)
{
  LiaisonTypeStyle head = liaison_type_body, body = liaison_type_body;
  const char *label = liaison_briefing_topics.choices[section->topic].label;
  const LiaisonPairLine start = { .text = liaison_words_get (self->manner->words,
                                                             *label != '\0' ? label : N_ ("Other")),
                                  .style = &head };
  g_autoptr (GArray) end = g_array_new (FALSE, FALSE, sizeof (LiaisonPairLine));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  LiaisonPair pair = { .part = 0.22, .start = &start, .n_start = 1, .notes = notes };
  gsize length = 0;

  head.leading = body.leading = 13.5;
  head.weight = 700;
  head.after = 0;
  head.align = body.align = LIAISON_SET_AT_START;
  body.after = 1;
  for (guint i = section->first; i < section->first + section->n; i++)
    {
      const LiaisonCardLine *line = &g_array_index (card->lines, LiaisonCardLine, i);

      length += strlen (line->text);
      if (length > MAX_PAIR)
        return FALSE;
      g_ptr_array_add (kept, liaison_brief_set_line (self, card, line, section->n > 1, &body, end));
      if (line->source > 0 && self->notes != NULL)
        g_ptr_array_extend (notes, self->notes->pdata[line->source - 1], NULL, NULL);
    }
  liaison_pages_keep (self->pages, g_ptr_array_ref (notes), (GDestroyNotify) g_ptr_array_unref);
  pair.end = (const LiaisonPairLine *) (gconstpointer) end->data;
  pair.n_end = end->len;
  liaison_brief_add (liaison_matter_new_pair (&pair), self);
  return TRUE;
}

static void
write_sections (LiaisonBriefWriter *self, const LiaisonCard *card)
{
  for (guint i = 0; i < card->sections->len; i++)
    {
      const LiaisonCardSection *section = &g_array_index (card->sections, LiaisonCardSection, i);
      const char *label = liaison_briefing_topics.choices[section->topic].label;

      if (write_pair (self, card, section))
        continue;
      liaison_brief_add_heading (
          self, 2, liaison_words_get (self->manner->words, *label != '\0' ? label : N_ ("Other")));
      for (guint j = section->first; j < section->first + section->n; j++)
        liaison_brief_add_line (self, card, &g_array_index (card->lines, LiaisonCardLine, j),
                                section->n > 1, TRUE);
    }
}

/* "Lt Col Anne Berg · conference secretary", and below it "+47 … · berg@…". */
static char *
tell_contact (const LiaisonManner *manner, LiaisonId id)
{
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, id);
  const LiaisonParticipantData *data;
  g_autofree char *name = NULL;
  const char *texts[4];
  guint n = 0, n_named;

  if (block == NULL || block->shape != &liaison_participant_kind.shape)
    return NULL;
  data = LIAISON_DATA (Participant, block);
  name = liaison_manner_tell_block_name (manner, block);
  texts[n++] = name;
  if (*pick (manner, data->appointment) != '\0')
    texts[n++] = pick (manner, data->appointment);
  n_named = n;
  if (data->phone != NULL || data->mobile != NULL)
    texts[n++] = data->phone != NULL ? data->phone : data->mobile;
  if (data->email != NULL)
    texts[n++] = data->email;
  {
    GString *told = g_string_new (NULL);
    /* Numbers and addresses alone would run as they are written, and the comma with them. */
    const char *second = liaison_words_is_right_to_left (manner->words) ? "\n\u200f" : "\n";

    for (guint i = 0; i < n; i++)
      {
        g_autofree char *isolated = liaison_words_isolate (texts[i]);
        g_string_append_printf (told, "%s%s",
                                i == 0         ? ""
                                : i == n_named ? second
                                               : liaison_words_get_separator (manner->words),
                                isolated);
      }
    return g_string_free (told, FALSE);
  }
}

/* A label (NULL: none) and lines beside it, as the statements stand. */
static void
write_beside (LiaisonBriefWriter *self,
              const char *label,
              char **texts,
              guint n,
              const char *mark,
              const GPtrArray *notes)
{
  LiaisonTypeStyle head = liaison_type_body, body = liaison_type_body;
  g_autofree LiaisonPairLine *end = g_new0 (LiaisonPairLine, n);
  const LiaisonPairLine start = {
    .text = label != NULL ? liaison_words_get (self->manner->words, label) : "", .style = &head
  };
  const LiaisonPair pair = {
    .part = 0.22, .start = &start, .n_start = 1, .end = end, .n_end = n, .notes = notes
  };

  head.leading = body.leading = 13.5;
  head.weight = 700;
  head.align = body.align = LIAISON_SET_AT_START;
  head.after = 0;
  body.after = 1;
  for (guint i = 0; i < n; i++)
    end[i] = (LiaisonPairLine){ .text = texts[i], .mark = mark, .style = &body };
  liaison_brief_add (liaison_matter_new_pair (&pair), self);
}

/* Whether the last statements say whom to ask. */
static gboolean
asks_last (const LiaisonCard *card)
{
  const LiaisonCardSection *last =
      card->sections->len > 0
          ? &g_array_index (card->sections, LiaisonCardSection, card->sections->len - 1)
          : NULL;

  return last != NULL && last->topic == LIAISON_BRIEFING_TOPIC_CONTACT;
}

static void
write_contact (LiaisonBriefWriter *self, const LiaisonBriefingData *data, const char *label)
{
  g_autofree char *contact = tell_contact (self->manner, data->contact);

  if (contact == NULL)
    return;
  write_beside (self, label, &contact, 1, NULL, NULL);
}

/* What a card begins with stands above its statements, not alone. */
static void
add_lead (LiaisonMatter *matter, gpointer writer)
{
  matter->keep_with_next = TRUE;
  liaison_brief_add (matter, writer);
}

static void
write_sources (LiaisonBriefWriter *self, const LiaisonCard *card)
{
  if (card->sources->len == 0 || self->notes != NULL)
    return;
  liaison_brief_add_heading (self, 2, liaison_words_get (self->manner->words, N_ ("Sources")));
  for (guint i = 0; i < card->sources->len; i++)
    {
      const LiaisonCardSource *source = &g_array_index (card->sources, LiaisonCardSource, i);
      g_autofree char *told =
          liaison_briefing_tell_source (self->manner, source->text, source->link, source->date);
      g_autofree char *mark = g_strdup_printf ("%u.", i + 1);
      g_autoptr (LiaisonRichBlock) block = liaison_rich_block_new_plain (told);

      liaison_brief_add (liaison_matter_new_rich (block, mark, &liaison_type_note), self);
    }
}

/* A service as the glossary of the plan has it in the language of the page; one that plans usually
 * name is said in it too, others as they are written. */
static char *
tell_service (const LiaisonBriefWriter *self, const char *service)
{
  static const char *const usual[] = {
    /* Translators: services that people of a rank belong to, in a table of ranks */
    N_ ("Army"), N_ ("Navy"), N_ ("Air force"), N_ ("Police"), N_ ("Fire and rescue"), NULL
  };
  LiaisonWords *words = self->manner->words;
  const char *told;

  if (service == NULL)
    return NULL;
  told = liaison_glossary_translate (self->snapshot, service, liaison_words_get_language (words));
  return g_strdup (told == service && g_strv_contains (usual, service)
                       ? liaison_words_get (words, service)
                       : told);
}

static void
write_ranks (LiaisonBriefWriter *self, const LiaisonCard *card)
{
  LiaisonWords *words = self->manner->words;
  const char *headings[] = { liaison_words_get (words, N_ ("Code")),
                             liaison_words_get (words, N_ ("Rank")),
                             liaison_words_get (words, N_ ("Abbreviation")),
                             liaison_words_get (words, N_ ("Service")),
                             liaison_words_get (words, N_ ("Addressed as")) };
  LiaisonBriefGrid *grid;

  if (card->ranks->len == 0)
    return;
  liaison_brief_add_heading (self, 2, liaison_words_get (words, N_ ("Ranks")));
  grid = liaison_brief_grid_new (headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < card->ranks->len; i++)
    {
      const LiaisonRankNameData *rank = card->ranks->pdata[i];

      liaison_brief_grid_take (grid, g_strdup (rank->code));
      liaison_brief_grid_take (grid, g_strdup (rank->rank));
      liaison_brief_grid_take (grid, g_strdup (rank->abbreviation));
      liaison_brief_grid_take (grid, tell_service (self, rank->service));
      liaison_brief_grid_take (grid, g_strdup (pick (self->manner, rank->address)));
    }
  liaison_brief_add_grid (self, grid, 1 | 4);
}

static void
write_phrases (LiaisonBriefWriter *self, const LiaisonCard *card)
{
  LiaisonWords *words = self->manner->words;
  const char *headings[] = { liaison_words_get (words, N_ ("Meaning")),
                             liaison_words_get (words, N_ ("Phrase")),
                             liaison_words_get (words, N_ ("In Latin letters")),
                             liaison_words_get (words, N_ ("Pronunciation")) };
  LiaisonBriefGrid *grid;

  if (card->phrases->len == 0)
    return;
  liaison_brief_add_heading (self, 2, liaison_words_get (words, N_ ("Useful phrases")));
  grid = liaison_brief_grid_new (headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < card->phrases->len; i++)
    {
      const LiaisonPhraseData *phrase = card->phrases->pdata[i];

      liaison_brief_grid_take (grid, g_strdup (pick (self->manner, phrase->meaning)));
      liaison_brief_grid_take (grid, g_strdup (phrase->phrase));
      liaison_brief_grid_take (grid, g_strdup (phrase->transcription));
      liaison_brief_grid_take (grid, g_strdup (pick (self->manner, phrase->pronunciation)));
    }
  liaison_brief_add_grid (self, grid, 0);
}

static void
write_flag (LiaisonBriefWriter *self, const LiaisonBriefingData *data)
{
  g_autoptr (LiaisonFlags) flags =
      liaison_flags_new (self->snapshot, LIAISON_FLAG_ORDER_UNSET, NULL, 0);
  guint place = liaison_flags_find (flags, data->nation);
  g_autofree char *rule = NULL, *told = NULL;

  if (place == 0)
    return;
  rule = liaison_flags_tell_rule (flags, self->manner->words);
  told = liaison_words_format (
      self->manner->words,
      /* Translators: on a nation's card: “Place 3 of 9 (Host first, then the alphabet, names in
         French).” */
      N_ ("Place {place} of {n} ({rule})."), liaison_operand_integer ("place", place),
      liaison_operand_integer ("n", flags->n_nations), liaison_operand_text ("rule", rule));
  write_beside (self, N_ ("Order of flags"), &told, 1, NULL, NULL);
}

/* The days of the exercise, STARTEX to ENDEX. */
static gboolean
find_days (const LiaisonSnapshot *snapshot,
           const LiaisonManner *manner,
           gint32 *from,
           gint32 *until)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot));
  gint64 startex, endex;

  if (liaison_times_resolve (&manner->lookup, &exercise->startex, &startex, NULL)
          != LIAISON_TIME_KNOWN
      || liaison_times_resolve (&manner->lookup, &exercise->endex, &endex, NULL)
             != LIAISON_TIME_KNOWN
      || endex < startex || endex - startex > 400 * (gint64) DAY)
    return FALSE;
  *from = (gint32) (startex / DAY);
  *until = (gint32) (endex / DAY);
  return TRUE;
}

/* A run of days of an observance while the list is made. */
typedef struct
{
  const LiaisonManner *manner;
  const LiaisonObservanceData *observance;
  GPtrArray *texts;
  /* Whose sources become notes; or NULL */
  LiaisonBriefWriter *writer;
  GHashTable *marks; /* told source -> mark */
  GPtrArray *notes;
} Days;

/* Its source as a note; the same one for the same source. */
static void
add_source (Days *self, GString *text)
{
  g_autofree char *told = liaison_briefing_tell_source (
      self->manner, self->observance->source, self->observance->source_link, LIAISON_DATE_UNSET);
  const char *mark = g_hash_table_lookup (self->marks, told);
  const GPtrArray *note = NULL;

  if (mark == NULL)
    {
      char *made = liaison_brief_add_note (self->writer, told, &note);

      if (made == NULL)
        return;
      g_ptr_array_extend (self->notes, (GPtrArray *) note, NULL, NULL);
      g_hash_table_insert (self->marks, g_steal_pointer (&told), made);
      mark = made;
    }
  g_string_append (text, mark);
}

char *
liaison_briefing_add_sighting (LiaisonWords *words, char *days)
{
  char *told = liaison_words_format (
      words,
      /* Translators: days that begin when the new moon is seen, which may be a day sooner or later:
         “28 January 2028 – 25 February 2028 (subject to sighting)” */
      N_ ("{days} (subject to sighting)"), liaison_operand_text ("days", days));

  g_free (days);
  return told;
}

static char *
add_advice (const LiaisonManner *manner, char *days, const LiaisonObservanceData *observance)
{
  g_autofree char *advice = liaison_rich_text_to_plain (pick (manner, observance->advice));
  char *told = liaison_words_format (
      manner->words,
      /* Translators: a day and what to mind on it: “Mon 1 November: All Saints’ Day. A short
         service is held in the camp.” The full stop and the blank are those of your language. */
      N_ ("{day}. {advice}"), liaison_operand_text ("day", days),
      liaison_operand_text ("advice", advice));

  g_free (days);
  return told;
}

static void
add_days_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  Days *self = data;
  const LiaisonManner *manner = self->manner;
  g_autofree char *from =
      liaison_words_format_day (manner->words, first, LIAISON_DATE_WEEKDAY_SHORT);
  g_autofree char *until =
      liaison_words_format_day (manner->words, last, LIAISON_DATE_WEEKDAY_SHORT);
  g_autofree char *days = liaison_words_capitalise (
      manner->words,
      last > first ? liaison_words_format_range (manner->words, from, until, LIAISON_RANGE_OPEN)
                   : g_strdup (from));
  char *told = liaison_words_format (
      manner->words, N_ ("{label}: {text}"), liaison_operand_text ("label", days),
      liaison_operand_text ("text", pick (manner, self->observance->title)));
  GString *text;

  if (self->observance->sighting && !confirmed)
    told = liaison_briefing_add_sighting (manner->words, told);
  if (*pick (manner, self->observance->advice) != '\0')
    told = add_advice (manner, told, self->observance);
  text = g_string_new (told);
  g_free (told);
  if (self->writer != NULL)
    add_source (self, text);
  g_ptr_array_add (self->texts, g_string_free (text, FALSE));
}

/* Weekends and hours come round all the time: not days to be named. */
static gboolean
is_named_day (const LiaisonObservanceData *data, const char *nation)
{
  return data->type != LIAISON_OBSERVANCE_TYPE_WEEKEND
         && data->type != LIAISON_OBSERVANCE_TYPE_WORKING_TIME
         && data->type != LIAISON_OBSERVANCE_TYPE_REST
         && liaison_codes_contains (data->nations, nation);
}

static GPtrArray *
list_days (Days *days, const LiaisonSnapshot *snapshot, const char *nation)
{
  const LiaisonManner *manner = days->manner;
  GPtrArray *texts = days->texts = g_ptr_array_new_with_free_func (g_free);
  gint32 from, until;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_OBSERVANCE, &n);

  if (nation == NULL || !find_days (snapshot, manner, &from, &until))
    return texts;
  for (guint i = 0; i < n; i++)
    {
      days->observance = LIAISON_DATA (Observance, blocks[i]);
      if (is_named_day (days->observance, nation))
        liaison_observance_foreach_days (blocks[i], from, until, add_days_cb, days);
    }
  return texts;
}

GPtrArray *
liaison_briefing_list_days (const LiaisonSnapshot *snapshot,
                            const LiaisonManner *manner,
                            const LiaisonBlock *briefing)
{
  Days days = { .manner = manner };

  return list_days (&days, snapshot, LIAISON_DATA (Briefing, briefing)->nation);
}

static void
write_days (LiaisonBriefWriter *self, const LiaisonBriefingData *data)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *notes = g_ptr_array_new ();
  Days days = { .manner = self->manner, .writer = self, .marks = marks, .notes = notes };
  g_autoptr (GPtrArray) texts = list_days (&days, self->snapshot, data->nation);

  liaison_pages_keep (self->pages, notes, (GDestroyNotify) g_ptr_array_unref);
  if (texts->len == 0)
    return;
  write_beside (self, N_ ("Days kept during the exercise"), (char **) texts->pdata, texts->len,
                texts->len > 1 ? "•" : NULL, notes);
}

void
liaison_briefing_to_pages (const LiaisonSnapshot *snapshot,
                           const LiaisonManner *manner,
                           const LiaisonBlock *briefing,
                           const LiaisonBriefingLook *look,
                           LiaisonPages *pages)
{
  LiaisonBriefWriter self = LIAISON_BRIEF_WRITER (snapshot, manner, look, pages);
  const LiaisonBriefingData *data = LIAISON_DATA (Briefing, briefing);
  g_autoptr (LiaisonCard) card = liaison_card_new (
      briefing, liaison_words_get_language (manner->words), liaison_brief_get_card_flags (&self));
  g_autofree char *title = liaison_briefing_tell_title (manner, briefing);
  g_autofree char *status = liaison_briefing_tell_status (manner, briefing);
  LiaisonTypeStyle lead = liaison_type_body;

  lead.size = 11;
  lead.leading = 15;
  lead.before = 6;
  lead.align = LIAISON_SET_AT_START;
  liaison_brief_add_heading (&self, 0, title);
  liaison_brief_add_plain (&self, status, &liaison_type_note);
  if (self.look->parts & LIAISON_BRIEFING_STATEMENTS)
    {
      liaison_brief_begin_notes (&self, card);
      liaison_rich_to_matter (pick (manner, data->summary), FALSE, NULL, NULL, &lead, add_lead,
                              &self);
      write_sections (&self, card);
      /* Below what is said of it. */
      if (asks_last (card))
        write_contact (&self, data, NULL);
    }
  if (self.look->parts & LIAISON_BRIEFING_DAYS)
    write_days (&self, data);
  if (self.look->parts & LIAISON_BRIEFING_FLAGS)
    write_flag (&self, data);
  if ((self.look->parts & LIAISON_BRIEFING_STATEMENTS) && !asks_last (card))
    write_contact (&self, data, N_ ("Whom to ask"));
  if (self.look->parts & LIAISON_BRIEFING_RANKS)
    write_ranks (&self, card);
  if (self.look->parts & LIAISON_BRIEFING_PHRASES)
    write_phrases (&self, card);
  if (self.look->parts & LIAISON_BRIEFING_STATEMENTS)
    write_sources (&self, card);
}

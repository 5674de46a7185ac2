/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/dtg.h"
#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/zone.h"
#include "release/banner.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/query.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sizes of type that the paper allows, as part of what the order says. */
#define A5_FACTOR     0.92
#define POCKET_FACTOR 0.72
/* Margins and what is added at the back, in points. */
#define MARGIN        44
#define A5_MARGIN     32
#define POCKET_MARGIN 14
#define BINDING       16

/* The sections there are. A new one is a line here and a file. */
static const LiaisonSection sections[] = {
  { LIAISON_PACK_SECTION_COVER, "", liaison_section_cover },
  { LIAISON_PACK_SECTION_CONTENTS, NULL, liaison_section_contents },
  { LIAISON_PACK_SECTION_EMERGENCY,
    /* Translators: heads the page of a pack on real accidents, not those that are played */
    N_ ("In a real emergency"), liaison_section_emergency, TRUE },
  { LIAISON_PACK_SECTION_BRIEF, NULL, liaison_section_brief },
  { LIAISON_PACK_SECTION_SCENARIO, NULL, liaison_section_scenario },
  { LIAISON_PACK_SECTION_OBJECTIVES, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_WHO_IS_WHO, NULL, liaison_section_who_is_who },
  { LIAISON_PACK_SECTION_ORGANISATION, NULL, liaison_section_organisation },
  { LIAISON_PACK_SECTION_SCHEDULE, NULL, liaison_section_schedule },
  { LIAISON_PACK_SECTION_DAYS, NULL, liaison_section_days },
  { LIAISON_PACK_SECTION_TIMELINE, NULL, liaison_section_timeline },
  { LIAISON_PACK_SECTION_BATTLE_RHYTHM, NULL, liaison_section_battle_rhythm },
  { LIAISON_PACK_SECTION_MATRIX, NULL, liaison_section_matrix },
  { LIAISON_PACK_SECTION_INJECTS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_INJECT_CARDS, NULL, liaison_section_inject_cards },
  { LIAISON_PACK_SECTION_SITES, NULL, liaison_section_sites },
  { LIAISON_PACK_SECTION_LIAISON, NULL, liaison_section_liaison },
  { LIAISON_PACK_SECTION_COVERAGE, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_COMMUNICATIONS, NULL, liaison_section_communications },
  { LIAISON_PACK_SECTION_PACE_CARD, NULL, liaison_section_pace_card },
  { LIAISON_PACK_SECTION_ROUND_SHEETS, NULL, liaison_section_round_sheets },
  { LIAISON_PACK_SECTION_INTEROPERABILITY, NULL, liaison_section_interoperability },
  { LIAISON_PACK_SECTION_SUPPORT, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_MOVEMENTS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_AGREEMENTS, NULL, liaison_section_agreements },
  { LIAISON_PACK_SECTION_INFORMATION, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_ACTIONS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_BRIEFINGS, NULL, liaison_section_briefings },
  { LIAISON_PACK_SECTION_ROOM_CARDS, NULL, liaison_section_room_cards },
  { LIAISON_PACK_SECTION_PHRASES, NULL, liaison_section_phrases },
  { LIAISON_PACK_SECTION_OBSERVANCES, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_LESSONS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_GLOSSARY, NULL, liaison_section_glossary },
  { LIAISON_PACK_SECTION_CHANGES, NULL, liaison_section_changes },
  { LIAISON_PACK_SECTION_TEXT, "", liaison_section_text },
  { LIAISON_PACK_SECTION_NOTES, NULL, liaison_section_notes },
};

const char *
liaison_book_say (const LiaisonBook *self, const char *msgid)
{
  return liaison_words_get (self->words, msgid);
}

LiaisonTypeStyle
liaison_book_style (const LiaisonBook *self, const LiaisonTypeStyle *style)
{
  return liaison_type_scaled (style, self->factor);
}

static void
add_plain (LiaisonBook *self, LiaisonMatter *matter)
{
  matter->columns = self->columns;
  liaison_pages_add (self->pages, matter);
}

void
liaison_book_set_columns (LiaisonBook *self, guint columns)
{
  /* Two columns want two alphabets of letters each. */
  if (self->order->paper != LIAISON_PAPER_A5 && self->order->paper != LIAISON_PAPER_POCKET)
    self->columns = columns;
}

void
liaison_book_head (LiaisonBook *self)
{
  LiaisonTypeStyle style =
      liaison_book_style (self, self->alarm ? &liaison_type_alarm : &liaison_type_chapter);
  const char *heading = self->heading;
  LiaisonMatter *matter;

  self->heading = NULL;
  if (heading == NULL || *heading == '\0')
    return;
  matter = liaison_matter_new_heading (heading, &style, 1);
  matter->new_page = self->part->new_page || self->turn;
  matter->anchored = matter->new_page;
  self->turn = FALSE;
  matter->unlisted = self->part->section == LIAISON_PACK_SECTION_CONTENTS;
  liaison_pages_add (self->pages, matter);
  if (self->part->text != NULL)
    liaison_book_add_prose (self, self->part->text, NULL);
}

void
liaison_book_add (LiaisonBook *self, LiaisonMatter *matter)
{
  liaison_book_head (self);
  add_plain (self, matter);
}

void
liaison_book_add_heading (LiaisonBook *self, const char *text, guint level)
{
  LiaisonTypeStyle style =
      liaison_book_style (self, level <= 2 ? &liaison_type_section : &liaison_type_subheading);

  liaison_book_add (self, liaison_matter_new_heading (text, &style, level));
}

void
liaison_book_add_minor (LiaisonBook *self, const char *text)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_subheading);
  LiaisonMatter *matter = liaison_matter_new_paragraph (text, &style);

  matter->keep_with_next = TRUE;
  liaison_book_add (self, matter);
}

void
liaison_book_add_note (LiaisonBook *self, const char *text)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_note);

  style.after = 5 * self->factor;
  liaison_book_add (self, liaison_matter_new_paragraph (text, &style));
}

/* What a line of a list begins with, as bytes; 0: it is no line of a list. */
static gsize
find_bullet (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (strchr ("-*+", *line) != NULL && *line != '\0' && line[1] == ' ')
    return 2;
  if (digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')')
      && line[digits + 1] == ' ')
    return digits + 2;
  return 0;
}

/* Marks of emphasis say nothing on paper that sets none. */
static char *
strip_marks (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if ((at[0] == '*' && at[1] == '*') || (at[0] == '_' && at[1] == '_'))
        at++;
      else if (at[0] == '\\' && at[1] != '\0' && g_ascii_ispunct (at[1]))
        g_string_append_c (plain, *++at);
      else if (at[0] != '`')
        g_string_append_c (plain, *at);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
add_prose_line (LiaisonBook *self, const char *line, const LiaisonBlock *record)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_text);
  gsize bullet = find_bullet (line), heading = strspn (line, "#");
  g_autofree char *plain = NULL;
  LiaisonMatter *matter;

  if (heading > 0 && line[heading] == ' ')
    {
      plain = strip_marks (line + heading + 1);
      liaison_book_add_minor (self, plain);
      return;
    }
  plain = strip_marks (line + bullet);
  if (bullet > 0)
    {
      g_autofree char *item = g_strconcat ("•\u2002", plain, NULL);

      style.indent = style.size;
      style.after = 2 * self->factor;
      matter = liaison_matter_new_paragraph (item, &style);
    }
  else
    matter = liaison_matter_new_paragraph (plain, &style);
  matter->record = record;
  liaison_book_add (self, matter);
}

void
liaison_book_add_prose (LiaisonBook *self, const char *text, const LiaisonBlock *record)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0;; i++)
    {
      char *line = lines[i] != NULL ? g_strstrip (lines[i]) : NULL;
      gboolean begins = line == NULL || *line == '\0' || find_bullet (line) > 0 || *line == '#';

      if (begins && paragraph->len > 0)
        {
          add_prose_line (self, paragraph->str, record);
          g_string_truncate (paragraph, 0);
        }
      if (line == NULL)
        return;
      if (paragraph->len > 0 && *line != '\0')
        g_string_append_c (paragraph, ' ');
      g_string_append (paragraph, line);
    }
}

void
liaison_book_take_rows (LiaisonBook *self, LiaisonRows *grid)
{
  LiaisonMatter *matter;

  if (liaison_rows_get_n_rows (grid) == 0)
    {
      liaison_rows_free (grid);
      return;
    }
  matter = liaison_rows_to_matter (grid, self->pages, FALSE, self->factor);
  matter->after = 8 * self->factor;
  liaison_book_add (self, matter);
}

LiaisonMatter *
liaison_book_new_pairs (const LiaisonBook *self)
{
  return liaison_pairs_new (self->factor, 0);
}

void
liaison_book_take_pairs (LiaisonBook *self, LiaisonMatter *pairs)
{
  if (liaison_pairs_get_n (pairs) > 0)
    liaison_book_add (self, pairs);
  else
    liaison_matter_free (pairs);
}

char *
liaison_book_tell (LiaisonBook *self, const LiaisonBlock *record, const char *name)
{
  const LiaisonField *field = liaison_shape_find (record->shape, name, NULL);
  char *told;

  if (field == NULL || !liaison_block_field_is_set (record, field))
    return NULL;
  told = liaison_manner_tell_field (&self->manner, record, field);
  if (*told == '\0')
    g_clear_pointer (&told, g_free);
  return told;
}

void
liaison_book_add_fields (LiaisonBook *self,
                         LiaisonMatter *pairs,
                         const LiaisonBlock *record,
                         const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const LiaisonField *field = liaison_shape_find (record->shape, g_strstrip (list[i]), NULL);
      g_autofree char *told = liaison_book_tell (self, record, list[i]);

      if (told != NULL && field->type == LIAISON_FIELD_STRING)
        told = liaison_book_isolate (g_steal_pointer (&told));
      if (told != NULL)
        liaison_pairs_add (pairs, liaison_book_say (self, field->label), told, record, NULL);
    }
}

GPtrArray *
liaison_book_list (LiaisonBook *self, const LiaisonKind *kind, const char *condition)
{
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);

  /* A condition that cannot be understood lets nothing through: less is safer than more. */
  if ((condition != NULL && !liaison_query_add_condition (query, self->words, condition, NULL))
      || (self->part != NULL && self->part->filter != NULL
          && !liaison_query_add_condition (query, self->words, self->part->filter, NULL)))
    return g_ptr_array_new ();
  return liaison_query_run (query, &self->manner, self->copy);
}

char *
liaison_book_isolate (char *text)
{
  char *isolated;

  if (text == NULL || *text == '\0')
    return text;
  isolated = g_strconcat ("\u2066", text, "\u2069", NULL);
  g_free (text);
  return isolated;
}

char *
liaison_book_tell_nation (LiaisonBook *self, const char *code)
{
  return liaison_manner_tell_nation (&self->manner, code);
}

char *
liaison_book_tell_codes (LiaisonBook *self, const LiaisonCodes *codes)
{
  guint n;
  const char *const *list = liaison_codes_get (codes, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\u00a0 " : "", list[i]);
  return g_strjoinv (" ", (char *[]){ text->str, NULL });
}

char *
liaison_book_tell_hours (LiaisonBook *self, gint64 start, gint64 end, const char *zone)
{
  g_autofree char *from = liaison_words_format_time (self->words, start, zone);
  g_autofree char *to = liaison_words_format_time (self->words, end, zone);

  if (end <= start)
    return g_steal_pointer (&from);
  /* Which of the two comes first is as the language runs, whatever its digits do. */
  if (liaison_words_is_right_to_left (self->words))
    return g_strdup_printf ("\u2067\u2068%s\u2069–\u2068%s\u2069\u2069", from, to);
  return g_strdup_printf ("\u2066%s–%s\u2069", from, to);
}

char *
liaison_book_tell_zulu (gint64 seconds)
{
  LiaisonWall wall;

  liaison_wall_from_unix (seconds, 0, &wall);
  return g_strdup_printf ("%02d%02d%02dZ", wall.day, wall.hour, wall.minute);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const LiaisonBlock *left = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *right = *(const LiaisonBlock *const *) b;
  const LiaisonField *field = data;
  int order = field != NULL ? g_strcmp0 (*(GRefString *const *) LIAISON_BLOCK_AT (left, field),
                                         *(GRefString *const *) LIAISON_BLOCK_AT (right, field))
                            : 0;

  return order != 0 ? order : liaison_id_compare (left->id, right->id);
}

GPtrArray *
liaison_book_list_items (const LiaisonItems *items, const char *order_field)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    g_ptr_array_add (list, (gpointer) liaison_items_get (items, i));
  if (list->len > 0)
    g_ptr_array_sort_with_data (
        list, compare_items,
        (gpointer) liaison_shape_find (((const LiaisonBlock *) list->pdata[0])->shape, order_field,
                                       NULL));
  return list;
}

const char *
liaison_book_pick (const LiaisonBook *self, const LiaisonText *text)
{
  const char *found = liaison_text_pick (text, self->language, NULL);

  return found != NULL && *found != '\0' ? found : NULL;
}

const char *
liaison_book_get_nation (const LiaisonBook *self)
{
  return self->order->nation;
}

/* What has the id @plan_id in the plan, if the audience may see it. */
static const LiaisonBlock *
find_by_origin (LiaisonBook *self, LiaisonKindId kind, LiaisonId plan_id)
{
  const LiaisonBlock *const *blocks;
  guint n;

  blocks = liaison_snapshot_get (self->copy, kind, &n);
  for (guint i = 0; i < n && !liaison_id_is_zero (plan_id); i++)
    if (liaison_id_compare (liaison_redaction_get_origin (self->redaction, blocks[i]->id), plan_id)
        == 0)
      return blocks[i];
  return NULL;
}

const LiaisonBlock *
liaison_book_find_post (LiaisonBook *self)
{
  return find_by_origin (self, LIAISON_KIND_POST, self->order->post);
}

const LiaisonBlock *
liaison_book_find_event (LiaisonBook *self)
{
  return find_by_origin (self, LIAISON_KIND_EVENT, self->order->event);
}

/* What the banner of a page is made from lives as long as the pages. */
typedef struct
{
  LiaisonSnapshot *copy, *since;
  LiaisonPackOrder *order;
  LiaisonManner manner;
} Basis;

static void
basis_free (gpointer data)
{
  Basis *self = data;

  liaison_snapshot_unref (self->copy);
  g_clear_pointer (&self->since, liaison_snapshot_unref);
  liaison_words_unref (self->manner.words);
  liaison_pack_order_free (self->order);
  g_free (self);
}

/* A page without records is as the exercise as a whole. */
static char *
tell_banner (const LiaisonBlock *const *records, guint n, gpointer data)
{
  const Basis *basis = data;
  g_autoptr (LiaisonBanner) banner = liaison_banner_new (&basis->manner.lookup);

  for (guint i = 0; i < n; i++)
    liaison_banner_add (banner, records[i]);
  if (n == 0)
    liaison_banner_add (banner, liaison_snapshot_get_exercise (basis->copy));
  return liaison_banner_tell (banner, basis->manner.words);
}

static LiaisonDigits
choose_digits (LiaisonDigitSet digits)
{
  switch (digits)
    {
    case LIAISON_DIGIT_SET_ARABIC:
    case LIAISON_DIGIT_SET_PERSIAN:
    case LIAISON_DIGIT_SET_DEVANAGARI:
      return LIAISON_DIGITS_NATIVE;
    case LIAISON_DIGIT_SET_LANGUAGE:
      return LIAISON_DIGITS_USUAL;
    default:
      return LIAISON_DIGITS_WESTERN;
    }
}

static LiaisonPageSetup
choose_setup (const LiaisonPackOrder *order)
{
  LiaisonPageSetup setup = { .paper = order->paper, .margin = MARGIN };

  if (order->paper == LIAISON_PAPER_A5)
    setup.margin = A5_MARGIN;
  if (order->paper == LIAISON_PAPER_POCKET)
    setup.margin = POCKET_MARGIN;
  if (order->layout == LIAISON_LAYOUT_TWO_SIDED || order->layout == LIAISON_LAYOUT_BOOKLET)
    setup.binding = order->paper == LIAISON_PAPER_POCKET ? 0 : BINDING;
  return setup;
}

static double
choose_factor (const LiaisonPackOrder *order)
{
  double factor = order->type_size / 10;

  if (order->paper == LIAISON_PAPER_A5)
    factor *= A5_FACTOR;
  if (order->paper == LIAISON_PAPER_POCKET)
    factor *= POCKET_FACTOR;
  return CLAMP (factor, 0.5, 3);
}

/* "NP-FR-007 · Version 0.1 · 14 May 2027" */
static char *
tell_foot (const LiaisonBook *self)
{
  g_autoptr (GString) foot = g_string_new (NULL);
  g_autofree char *copy = liaison_pack_order_tell_copy (self->order, self->copy_number);

  if (copy == NULL)
    copy = g_strdup (self->order->code);
  if (copy != NULL)
    g_string_append_printf (foot, "\u2066%s\u2069", copy);
  if (self->order->version != NULL)
    {
      g_autofree char *version =
          /* Translators: “Version 0.2” at the foot of the pages of a pack */
          liaison_words_format (self->words, N_ ("Version {version}"),
                                liaison_operand_text ("version", self->order->version));

      g_string_append_printf (foot, "%s%s", foot->len > 0 ? " · " : "", version);
    }
  return g_string_free (g_steal_pointer (&foot), FALSE);
}

static void
set_furniture (LiaisonBook *self, Basis *basis)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->copy);
  g_autofree char *name = liaison_manner_tell_block_name (&self->manner, exercise);
  g_autofree char *foot = tell_foot (self);
  const LiaisonFurniture furniture = { .head_start = name, .foot_start = foot, .book = TRUE };

  liaison_pages_set_furniture (self->pages, &furniture);
  liaison_pages_set_banner (self->pages, tell_banner, basis);
  liaison_pages_set_type_factor (self->pages, CLAMP (self->factor, 0.6, 1.2));
}

static const LiaisonSection *
find_section (LiaisonPackSection section)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i].section == section)
      return &sections[i];
  return NULL;
}

static const char *
choose_heading (const LiaisonBook *self, const LiaisonSection *section)
{
  if (self->part->heading != NULL)
    return self->part->heading;
  if (section->heading != NULL)
    return *section->heading != '\0' ? liaison_book_say (self, section->heading) : NULL;
  return liaison_book_say (self, liaison_pack_sections.choices[section->section].label);
}

static void
set_sections (LiaisonBook *self)
{
  for (guint i = 0; i < self->order->parts->len; i++)
    {
      const LiaisonSection *section;

      self->part = &g_array_index (self->order->parts, LiaisonPackOrderPart, i);
      section = find_section (self->part->section);
      if (section == NULL)
        continue;
      self->heading = choose_heading (self, section);
      self->alarm = section->alarm;
      self->columns = 0;
      section->set (self);
    }
}

static LiaisonManner
make_manner (LiaisonSnapshot *copy, LiaisonWords *words, const char *zone, gint64 now)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (copy);

  return (LiaisonManner){
    .words = words,
    .lookup = liaison_snapshot_get_lookup (copy),
    .zone = zone,
    .format = LIAISON_DATA (Exercise, exercise)->time_format == LIAISON_TIME_FORMAT_LOCAL
                  ? LIAISON_TIME_AS_LOCAL
                  : LIAISON_TIME_AS_DTG,
    .now = now,
  };
}

/* Says why there is nothing on a page. */
static void
set_blank (LiaisonBook *self)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_note);

  style.align = LIAISON_SET_CENTRED;
  liaison_pages_set_blank (
      self->pages, liaison_matter_new_paragraph (
                       liaison_book_say (
                           self, N_ ("This page is left blank, so that pages have the same numbers "
                                     "in every language.")),
                       &style));
}

/* What the order leaves open is as the audience has it, by what it may see; else as the exercise.
 */
static LiaisonPackOrder *
complete_order (const LiaisonPackOrder *order, const LiaisonSnapshot *copy)
{
  LiaisonPackOrder *self = liaison_pack_order_copy (order);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (copy);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (copy));
  const LiaisonBlock *nation =
      self->nation != NULL ? liaison_lookup_find_nation (&lookup, self->nation) : NULL;

  if (self->zone == NULL && nation != NULL)
    self->zone = LIAISON_DATA (Nation, nation)->zone;
  if (self->zone == NULL)
    self->zone = exercise->zone;
  if (self->paper == LIAISON_PAPER_UNSET && nation != NULL)
    self->paper = (LiaisonPaper) LIAISON_DATA (Nation, nation)->paper;
  if (self->paper == LIAISON_PAPER_UNSET)
    self->paper = exercise->paper != 0 ? (LiaisonPaper) exercise->paper : LIAISON_PAPER_A4;
  return self;
}

LiaisonPages *
liaison_book_set (const LiaisonPackOrder *order,
                  const LiaisonRedaction *redaction,
                  const LiaisonRedaction *since,
                  guint copy_number,
                  gint64 now,
                  const char *const *catalogue_dirs)
{
  g_autoptr (LiaisonWords) words = liaison_words_new_with_digits (order->language, catalogue_dirs,
                                                                  choose_digits (order->digits));
  Basis *basis = g_new0 (Basis, 1);
  LiaisonPageSetup setup;
  LiaisonBook book = { .redaction = redaction,
                       .copy_number = copy_number,
                       .now = now,
                       .words = words,
                       .language = liaison_words_get_language (words) };

  basis->copy = liaison_document_get_snapshot (redaction->document);
  basis->order = complete_order (order, basis->copy);
  order = basis->order;
  basis->since = since != NULL ? liaison_document_get_snapshot (since->document) : NULL;
  basis->manner = make_manner (basis->copy, liaison_words_ref (words), basis->order->zone, now);
  setup = choose_setup (order);
  book.factor = choose_factor (order);
  book.narrow = order->paper == LIAISON_PAPER_POCKET;
  book.order = basis->order;
  book.copy = basis->copy;
  book.since = basis->since;
  book.manner = basis->manner;
  if (since != NULL)
    book.since_manner = make_manner (basis->since, words, order->zone, now);
  book.pages = liaison_pages_new (&setup, words);
  liaison_pages_keep (book.pages, basis, basis_free);
  set_furniture (&book, basis);
  set_blank (&book);
  set_sections (&book);
  return book.pages;
}

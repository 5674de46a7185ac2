/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-guess.h"

#include "exchange/import-own.h"
#include "exchange/import-private.h"
#include "exchange/import-time.h"
#include "words/lexicon.h"
#include "words/manner-reading.h"
#include "words/search.h"

#include <string.h>

/* Headings stand among the first rows, below titles. */
#define HEADING_ROWS 40
/* So many rows below them are looked at. */
#define SAMPLE_ROWS 400

/* Words in the name of a sheet that tell the table. */
static const struct
{
  LiaisonKindId kind;
  const char *words;
} sheet_names[] = {
  { LIAISON_KIND_INJECT, "msel|mel|mil|inject|injects|storyline|scenario events" },
  { LIAISON_KIND_CHANNEL, "comms|communication|communications|pace|nets|circuits|cis|signal" },
  { LIAISON_KIND_PARTICIPANT,
    "participant|participants|nominal|roll|orbat|troop|personnel|attendees" },
  { LIAISON_KIND_ACTION, "action|actions|decision|risk|risks|issue|issues|raid" },
  { LIAISON_KIND_EVENT,
    "schedule|programme|program|chronogram|timeline|calendar|events|battle rhythm|"
    "serials|timetable|agenda" },
  { LIAISON_KIND_SITE, "sites|locations|rooms|ranges|facilities" },
  { LIAISON_KIND_NATION, "nations|countries" },
  { LIAISON_KIND_SUPPORT_REQUEST, "sor|support|logistics|requirements|rls" },
  { LIAISON_KIND_MOVEMENT, "arrivals|departures|movement|travel|flights" },
};

static int
find_title (const LiaisonImportNames *names)
{
  const LiaisonShape *shape = &liaison_import_names_get_kind (names)->shape;
  const LiaisonField *title = liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE);

  return title != NULL ? (int) (title - shape->fields) : -1;
}

/* How well a row serves as headings: names that are known count, the better the sooner they come;
 * what is not known counts a little against it. */
static int
score_row (const LiaisonSheet *sheet,
           guint row,
           const LiaisonImportNames *names,
           const LiaisonSnapshot *snapshot,
           guint *n_known)
{
  const LiaisonKind *kind = liaison_import_names_get_kind (names);
  const LiaisonSheetRow *there = liaison_sheet_get_row (sheet, row);
  const LiaisonCell *cells = liaison_sheet_get_cells (sheet, there);
  guint64 seen[2] = { 0, 0 };
  guint known = 0, repeated = 0;
  const int title = find_title (names);
  gboolean titled = FALSE;
  int score = 0;

  for (guint i = 0; i < there->n_cells; i++)
    {
      LiaisonImportColumn column = { 0 };
      guint rank = 0, field;

      if (cells[i].type != LIAISON_CELL_TEXT || strlen (cells[i].as.text) > 80
          || !liaison_import_names_find (names, cells[i].as.text, 0, &column, &rank))
        {
          gboolean own =
              cells[i].type == LIAISON_CELL_TEXT
              && liaison_import_own_find (snapshot, kind, "en", cells[i].as.text) != NULL;

          known += own;
          score += own ? 4 : -1;
          continue;
        }
      titled |= column.role == LIAISON_IMPORT_FIELD && column.field == title;
      field = column.field >= 0 ? (guint) column.field + 2 : column.role == LIAISON_IMPORT_DAY;
      if (seen[field / 64 % 2] >> field % 64 & 1)
        {
          repeated++;
          continue;
        }
      seen[field / 64 % 2] |= G_GUINT64_CONSTANT (1) << field % 64;
      known++;
      score += rank < 2 ? 6 : rank < 30 ? 5 : 4;
    }
  *n_known = known;
  return score - (int) repeated - (titled || title < 0 ? 0 : 4);
}

/* -1: none of the first rows is one of headings. */
static int
find_headings (const LiaisonSheet *sheet,
               const LiaisonImportNames *names,
               const LiaisonSnapshot *snapshot,
               int *score)
{
  const guint n = MIN (liaison_sheet_get_n_rows (sheet), HEADING_ROWS);
  int best = -1;

  *score = 0;
  for (guint i = 0; i < n; i++)
    {
      guint known;
      int here = score_row (sheet, i, names, snapshot, &known);
      guint written = liaison_sheet_get_row (sheet, i)->n_cells;

      if (known == 0 || here <= *score || known * 3 < written || (known == 1 && written > 2))
        continue;
      best = (int) i;
      *score = here;
    }
  return best;
}

static int
score_name (const LiaisonSheet *sheet, LiaisonKindId kind)
{
  g_autofree char *folded = liaison_import_names_fold (liaison_sheet_get_name (sheet));
  g_autofree char *between = g_strdup_printf (" %s ", g_strdelimit (folded, "-_./()", ' '));

  for (guint i = 0; i < G_N_ELEMENTS (sheet_names); i++)
    {
      g_auto (GStrv) words = g_strsplit (sheet_names[i].words, "|", -1);

      for (guint w = 0; sheet_names[i].kind == kind && words[w] != NULL; w++)
        {
          g_autofree char *word = g_strdup_printf (" %s ", words[w]);

          if (strstr (between, word) != NULL)
            return 6;
        }
    }
  return 0;
}

/* Tables that planners fill from spreadsheets first; of two that fit equally well these count. */
static int
score_usual (LiaisonKindId kind)
{
  switch (kind)
    {
    case LIAISON_KIND_EVENT:
    case LIAISON_KIND_INJECT:
    case LIAISON_KIND_PARTICIPANT:
    case LIAISON_KIND_CHANNEL:
      return 2;
    case LIAISON_KIND_ACTION:
    case LIAISON_KIND_NATION:
    case LIAISON_KIND_SITE:
      return 1;
    default:
      return 0;
    }
}

const LiaisonKind *
liaison_import_guess_kind (const LiaisonSheet *sheet)
{
  const LiaisonKind *best = NULL;
  int highest = 8;

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      const LiaisonKind *kind = liaison_kind_get (i);
      int score;

      if (!liaison_import_is_kind (kind))
        continue;
      if (find_headings (sheet, liaison_import_names_get (kind), NULL, &score) < 0)
        continue;
      score += score_name (sheet, i) + score_usual (i);
      if (score <= highest)
        continue;
      highest = score;
      best = kind;
    }
  return best;
}

/* Columns by name */

static char *
dup_heading (const LiaisonSheet *sheet, int row, guint column)
{
  const LiaisonCell *cell =
      row >= 0 ? liaison_sheet_find_merged (sheet, (guint) row, column) : NULL;

  /* Headings of two rows: the upper one where the lower says nothing. */
  if (cell == NULL && row > 0)
    cell = liaison_sheet_find (sheet, (guint) row - 1, column);
  return cell != NULL ? liaison_cell_dup_text (cell) : g_strdup ("");
}

static gboolean
is_id_column (const LiaisonSheet *sheet, guint first, guint column, const char *heading)
{
  const LiaisonCell *cell =
      first < liaison_sheet_get_n_rows (sheet) ? liaison_sheet_find (sheet, first, column) : NULL;
  LiaisonId id;

  return g_ascii_strcasecmp (heading, "id") == 0 && cell != NULL && cell->type == LIAISON_CELL_TEXT
         && liaison_id_parse (cell->as.text, strlen (cell->as.text), &id);
}

/* What a name may stand for is taken unless another column has it by as good a name; that one is
 * ignored then. */
static gboolean
take_name (LiaisonImportMapping *mapping, guint index, guint *ranks)
{
  const LiaisonImportNames *names = liaison_import_names_get (mapping->kind);
  LiaisonImportColumn *column = &mapping->columns[index];
  LiaisonImportColumn found = { 0 };
  guint rank;

  for (guint nth = 0; liaison_import_names_find (names, column->heading, nth, &found, &rank); nth++)
    {
      int other = liaison_import_mapping_find (mapping, found.role, found.field);

      if (other >= 0 && ranks[other] <= rank)
        continue;
      if (other >= 0)
        liaison_import_mapping_set_column (mapping, (guint) other, LIAISON_IMPORT_IGNORE, -1);
      column->role = found.role;
      column->field = found.field;
      column->unit = found.unit;
      column->zone = found.zone;
      ranks[index] = rank;
      /* It may be called something else yet. */
      if (other >= 0)
        take_name (mapping, (guint) other, ranks);
      return TRUE;
    }
  return FALSE;
}

/* Names that the exercise itself gave count more than what planners usually call things, less than
 * the table's own. */
static gboolean
take_own (LiaisonImportMapping *mapping,
          guint index,
          const LiaisonManner *manner,
          const LiaisonSnapshot *snapshot)
{
  const LiaisonImportNames *names = liaison_import_names_get (mapping->kind);
  LiaisonImportColumn found = { 0 };
  const LiaisonOwnColumn *own;
  guint rank = G_MAXUINT;

  liaison_import_names_find (names, mapping->columns[index].heading, 0, &found, &rank);
  own = rank < 2 ? NULL
                 : liaison_import_own_find (snapshot, mapping->kind,
                                            liaison_words_get_language (manner->words),
                                            mapping->columns[index].heading);
  for (guint i = 0; own != NULL && i < index; i++)
    if (mapping->columns[i].own == own)
      return FALSE;
  if (own == NULL)
    return FALSE;
  liaison_import_mapping_set_own (mapping, index, own);
  return TRUE;
}

/* Beside ids the names of fields mean just them: that is what an exact export has. */
static void
take_exact (LiaisonImportMapping *mapping)
{
  if (liaison_import_mapping_find (mapping, LIAISON_IMPORT_ID, -1) < 0)
    return;
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      guint field;

      if (mapping->columns[i].role == LIAISON_IMPORT_IGNORE
          && liaison_shape_find (&mapping->kind->shape, mapping->columns[i].heading, &field) != NULL
          && liaison_import_mapping_find (mapping, LIAISON_IMPORT_FIELD, (int) field) < 0)
        liaison_import_mapping_set_column (mapping, i, LIAISON_IMPORT_FIELD, (int) field);
    }
}

static void
name_columns (LiaisonImportMapping *mapping,
              const LiaisonSheet *sheet,
              const LiaisonManner *manner,
              const LiaisonSnapshot *snapshot)
{
  g_autofree guint *ranks = g_new0 (guint, mapping->n_columns);

  for (guint i = 0; i < mapping->n_columns; i++)
    if (is_id_column (sheet, mapping->first, i, mapping->columns[i].heading))
      mapping->columns[i].role = LIAISON_IMPORT_ID;
  take_exact (mapping);
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      LiaisonImportColumn *column = &mapping->columns[i];

      if (column->role == LIAISON_IMPORT_IGNORE && *column->heading != '\0'
          && !take_own (mapping, i, manner, snapshot))
        take_name (mapping, i, ranks);
    }
}

/* Columns by content */

/* What stands in a column. */
typedef struct
{
  guint n, texts, numbers, times, nations, marks, distinct;
  gsize length;
} Content;

static gboolean
is_mark (const char *text)
{
  static const char *const marks[] = { "x", "X",   "✓",   "✔",   "☑", "●", "•", "■",
                                       "1", "yes", "Yes", "YES", "R", "M", NULL };

  return g_strv_contains (marks, text);
}

static void
look_at (Content *content,
         const LiaisonCell *cell,
         const LiaisonImportClock *clock,
         GHashTable *distinct)
{
  g_autofree char *text = liaison_cell_dup_text (cell);
  LiaisonImportDay day;
  gint32 seconds;

  g_strstrip (text);
  content->n++;
  content->length += strlen (text);
  content->texts += cell->type == LIAISON_CELL_TEXT;
  content->numbers += cell->type == LIAISON_CELL_NUMBER;
  content->marks += is_mark (text);
  if (g_hash_table_add (distinct, g_strdup (text)))
    content->distinct++;
  if (cell->type == LIAISON_CELL_DATE || cell->type == LIAISON_CELL_TIME
      || (cell->type == LIAISON_CELL_TEXT && strlen (text) < 40
          && (liaison_import_clock_read (text, &seconds, NULL)
              || liaison_import_day_read (clock, text, &day)
              || (strspn (text, "0123456789") == 6 && strlen (text) > 6))))
    content->times++;
  if (cell->type == LIAISON_CELL_TEXT && strlen (text) < 60)
    {
      g_autofree char *folded = liaison_words_fold (text);

      content->nations += liaison_lexicon_find_nation (clock->words, folded) != NULL;
    }
}

static Content
examine (const LiaisonSheet *sheet, guint first, guint column, const LiaisonImportClock *clock)
{
  g_autoptr (GHashTable) distinct = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint end = MIN (liaison_sheet_get_n_rows (sheet), first + SAMPLE_ROWS);
  Content content = { 0 };

  for (guint i = first; i < end; i++)
    {
      const LiaisonCell *cell = liaison_sheet_find (sheet, i, column);

      if (cell != NULL && cell->type != LIAISON_CELL_ERROR)
        look_at (&content, cell, clock, distinct);
    }
  return content;
}

static void
give (LiaisonImportMapping *mapping, guint column, const LiaisonField *field)
{
  int place = field != NULL ? (int) (field - mapping->kind->shape.fields) : -1;

  if (place >= 0 && liaison_import_mapping_find (mapping, LIAISON_IMPORT_FIELD, place) < 0)
    liaison_import_mapping_set_column (mapping, column, LIAISON_IMPORT_FIELD, place);
}

static const LiaisonField *
find_of_type (const LiaisonKind *kind, LiaisonFieldType type)
{
  for (guint i = 0; i < kind->shape.n_fields; i++)
    if (kind->shape.fields[i].type == type && liaison_import_is_field (&kind->shape.fields[i]))
      return &kind->shape.fields[i];
  return NULL;
}

/* A heading that is a nation over cells that are only marks. */
static void
give_member (LiaisonImportMapping *mapping, guint column, const LiaisonManner *manner)
{
  const LiaisonField *nations = find_of_type (mapping->kind, LIAISON_FIELD_NATIONS);
  g_autofree char *folded = liaison_import_names_fold (mapping->columns[column].heading);

  if (nations != NULL && *folded != '\0'
      && liaison_lexicon_find_nation (manner->words, folded) != NULL)
    liaison_import_mapping_set_column (mapping, column, LIAISON_IMPORT_MEMBER,
                                       (int) (nations - mapping->kind->shape.fields));
}

/* Whether there is something in the column, and nothing but marks. */
static gboolean
has_only_marks (const LiaisonSheet *sheet, guint first, guint column)
{
  const guint end = MIN (liaison_sheet_get_n_rows (sheet), first + SAMPLE_ROWS);
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const LiaisonCell *cell = liaison_sheet_find (sheet, i, column);
      g_autofree char *text = cell != NULL ? g_strstrip (liaison_cell_dup_text (cell)) : NULL;

      if (text != NULL && !is_mark (text))
        return FALSE;
      n += text != NULL;
    }
  return n > 0;
}

/* Marks below a nation are told before names: NO is a number and Norway. */
static void
find_members (LiaisonImportMapping *mapping, const LiaisonSheet *sheet, const LiaisonManner *manner)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      g_free (mapping->columns[i].heading);
      mapping->columns[i].heading = dup_heading (sheet, mapping->headings, i);
      if (has_only_marks (sheet, mapping->first, i))
        give_member (mapping, i, manner);
    }
}

/* What has no name that is known. */
static void
examine_columns (LiaisonImportMapping *mapping,
                 const LiaisonSheet *sheet,
                 const LiaisonManner *manner)
{
  const LiaisonShape *shape = &mapping->kind->shape;
  const LiaisonImportClock clock = { manner->words, mapping, G_MININT32 };
  const LiaisonField *nation = find_of_type (mapping->kind, LIAISON_FIELD_NATION);
  const LiaisonField *title = liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE);
  int longest = -1;
  gsize most = 0;

  if (nation == NULL || !(nation->flags & (LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)))
    nation = find_of_type (mapping->kind, LIAISON_FIELD_NATIONS);
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      Content content;

      if (mapping->columns[i].role != LIAISON_IMPORT_IGNORE || *mapping->columns[i].heading != '\0')
        continue;
      content = examine (sheet, mapping->first, i, &clock);
      if (content.n == 0)
        continue;
      if (content.times * 10 > content.n * 8)
        give (mapping, i, liaison_shape_find_flagged (shape, LIAISON_FIELD_START));
      else if (content.nations * 10 > content.n * 8)
        give (mapping, i, nation);
      else if (content.texts * 10 > content.n * 5 && content.length / content.n > most)
        {
          longest = (int) i;
          most = content.length / content.n;
        }
    }
  if (longest >= 0)
    give (mapping, (guint) longest, title);
}

/* A day alone is when it starts; a time of day and no start too. */
static void
settle_days (LiaisonImportMapping *mapping)
{
  const LiaisonField *start =
      liaison_shape_find_flagged (&mapping->kind->shape, LIAISON_FIELD_START);
  int place = start != NULL ? (int) (start - mapping->kind->shape.fields) : -1;
  int day = liaison_import_mapping_find (mapping, LIAISON_IMPORT_DAY, -1);

  if (day >= 0 && place >= 0
      && liaison_import_mapping_find (mapping, LIAISON_IMPORT_FIELD, place) < 0)
    liaison_import_mapping_set_column (mapping, (guint) day, LIAISON_IMPORT_FIELD, place);
}

LiaisonImportMapping *
liaison_import_guess_below (const LiaisonSheet *sheet,
                            const LiaisonKind *kind,
                            int headings,
                            const LiaisonManner *manner,
                            const LiaisonSnapshot *snapshot)
{
  LiaisonImportMapping *mapping =
      liaison_import_mapping_new (kind, liaison_sheet_get_width (sheet));
  gboolean open;

  mapping->headings = headings;
  mapping->first = (guint) (headings + 1);
  find_members (mapping, sheet, manner);
  name_columns (mapping, sheet, manner, snapshot);
  examine_columns (mapping, sheet, manner);
  settle_days (mapping);
  mapping->month_first = liaison_import_find_date_order (sheet, mapping, &open);
  liaison_import_mapping_choose_keys (mapping);
  return mapping;
}

LiaisonImportMapping *
liaison_import_guess (const LiaisonSheet *sheet,
                      const LiaisonKind *kind,
                      const LiaisonManner *manner,
                      const LiaisonSnapshot *snapshot)
{
  int score;
  int headings = find_headings (sheet, liaison_import_names_get (kind), snapshot, &score);

  return liaison_import_guess_below (sheet, kind, headings, manner, snapshot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "exchange/import-names.h"
#include "exchange/import-synonyms.h"

#include <string.h>

/* How a row looks. */
typedef struct
{
  guint n;            /* cells with something in them */
  guint first;        /* column of the first */
  guint span;         /* columns that it was merged over */
  gboolean all_alike; /* all say the same, as copies of merged cells do */
  char *text;         /* of the first; owned */
} Look;

static Look
look_at_row (const LiaisonImport *import, guint row)
{
  Look look = { .all_alike = TRUE };
  const guint width = liaison_sheet_get_width (import->sheet);

  for (guint i = 0; i < width; i++)
    {
      const char *wish =
          import->wishes != NULL ? liaison_import_wishes_get_text (import->wishes, row, i) : NULL;
      const LiaisonCell *cell = liaison_sheet_find (import->sheet, row, i);
      g_autofree char *text = NULL;

      if (cell == NULL && wish == NULL)
        continue;
      text = wish != NULL ? g_strdup (wish) : g_strstrip (liaison_cell_dup_text (cell));
      if (*text == '\0')
        continue;
      if (look.n++ == 0)
        {
          look.first = i;
          look.span = cell != NULL ? cell->span : 0;
          look.text = g_steal_pointer (&text);
        }
      else if (strcmp (text, look.text) != 0)
        look.all_alike = FALSE;
    }
  return look;
}

static gboolean
begins_with_word (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) && !g_ascii_isalpha (folded[strlen (words[i])]))
      return TRUE;
  return FALSE;
}

static gboolean
is_note (const char *text)
{
  static const char *const words[] = { "note",    "notes",    "remark",    "remarks",
                                       "nb",      "legend",   "anmerkung", "bemerkung",
                                       "hinweis", "remarque", "nota",      "uwaga",
                                       "comment", "caution",  "important", NULL };
  g_autofree char *folded = liaison_import_names_fold (text);

  return *text == '*' || g_str_has_prefix (text, "†") || begins_with_word (folded, words);
}

/* What stands at the foot of a sheet and is no record. */
static gboolean
is_other (const char *text)
{
  static const char *const words[] = {
    "total",   "sum",   "subtotal",       "grand total", "prepared by", "source",
    "version", "as of", "distribution",   "page",        "end of",      "gesamt",
    "summe",   "suma",  "classification", "key",         NULL
  };
  g_autofree char *folded = liaison_import_names_fold (text);

  return begins_with_word (folded, words);
}

/* The headings once more, as on each printed page. */
static gboolean
is_heading_again (const LiaisonImport *import, guint row)
{
  guint same = 0, other = 0;

  for (guint i = 0; i < import->mapping->n_columns; i++)
    {
      const LiaisonCell *cell = liaison_sheet_find (import->sheet, row, i);
      const char *heading = import->mapping->columns[i].heading;

      if (cell == NULL)
        continue;
      if (cell->type == LIAISON_CELL_TEXT && *heading != '\0'
          && strcmp (cell->as.text, heading) == 0)
        same++;
      else
        other++;
    }
  return same >= 2 && same > other * 2;
}

static gboolean
is_day (LiaisonImport *import, const char *text, LiaisonImportDay *day)
{
  const LiaisonImportClock clock = { import->manner.words, import->mapping,
                                     liaison_import_get_startex (import) };

  return liaison_import_find_flagged (import, LIAISON_FIELD_START) >= 0
         && liaison_import_read_day (import, &clock, text, day);
}

/* A title of the rows below it: a single text where rows have several, or one over their width. */
static gboolean
is_section (const LiaisonImport *import, const Look *look)
{
  if (import->usual < 3 && look->span < 2)
    return FALSE;
  if (look->n > 1 && !look->all_alike)
    return FALSE;
  return look->span > 1 || look->n > 1 || (int) look->first != import->title_column
         || import->usual >= 3;
}

/* The level that the first word of a title names: "Storyline 1: ..." */
static int
find_level (const LiaisonField *level, const char *title)
{
  g_autofree char *folded = liaison_import_names_fold (title);

  for (const LiaisonImportChoice *each = liaison_import_choices; each->choices != NULL; each++)
    {
      g_auto (GStrv) names =
          each->choices == level->choices ? g_strsplit (each->names, "|", -1) : NULL;

      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        if (strlen (names[i]) > 2 && g_str_has_prefix (folded, names[i])
            && !g_ascii_isalpha (folded[strlen (names[i])]))
          return (int) liaison_choices_find (level->choices, each->nick, strlen (each->nick));
    }
  return 0;
}

static void
put_choice (LiaisonImportDraft *draft, int field, int choice)
{
  LiaisonValue value = { LIAISON_VALUE_FIELD, &draft->block->shape->fields[field] };

  value.as.choice = choice;
  liaison_import_put (draft, (guint) field, &value);
}

/* Kinds of several levels (storyline, incident, inject): where no column tells, titles of sections
 * are of the highest and rows of the lowest, unless they begin with the level's name. */
static void
put_level (LiaisonImport *import, LiaisonImportDraft *draft)
{
  const int place = liaison_import_find_field (import, "level");
  const LiaisonField *level = place >= 0 ? &import->mapping->kind->shape.fields[place] : NULL;
  const char *title;
  int choice;

  if (level == NULL || level->type != LIAISON_FIELD_CHOICE
      || liaison_import_find_flagged (import, LIAISON_FIELD_PARENT) < 0
      || liaison_import_is_given (draft, place))
    return;
  title = liaison_block_get_title (draft->block, liaison_words_get_language (import->manner.words));
  choice = title != NULL ? find_level (level, title) : 0;
  if (choice == 0)
    choice = draft->row.type == LIAISON_IMPORT_ROW_SECTION ? 1 : (int) level->choices->n - 1;
  put_choice (draft, place, choice);
  liaison_import_guess_field (draft, place);
}

static void
read_section (LiaisonImport *import, LiaisonImportDraft *draft, const char *text)
{
  const int title = liaison_import_find_flagged (import, LIAISON_FIELD_TITLE);
  const LiaisonField *field = title >= 0 ? &import->mapping->kind->shape.fields[title] : NULL;
  const LiaisonImportColumn column = { LIAISON_IMPORT_FIELD, (gint16) title };
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (field == NULL || !liaison_import_read_value (import, &column, field, text, &value, NULL))
    return;
  liaison_import_put (draft, (guint) title, &value);
  put_level (import, draft);
}

static LiaisonBlock *
new_block (const LiaisonImport *import)
{
  const LiaisonShape *shape = &import->mapping->kind->shape;

  return liaison_block_new (shape, liaison_id_new (import->now));
}

static LiaisonImportDraft *
new_draft (const LiaisonImport *import, guint row, LiaisonImportRowType type)
{
  LiaisonImportDraft *draft = g_new0 (LiaisonImportDraft, 1);

  draft->row.type = type;
  draft->row.state = LIAISON_IMPORT_NOTHING;
  draft->row.row = row;
  draft->row.number = liaison_sheet_get_row (import->sheet, row)->number;
  draft->row.wanted = import->wishes == NULL
                      || !g_hash_table_contains (import->wishes->left_out, GUINT_TO_POINTER (row));
  if (type == LIAISON_IMPORT_ROW_RECORD || type == LIAISON_IMPORT_ROW_SECTION)
    {
      draft->block = new_block (import);
      draft->row.state = LIAISON_IMPORT_NEW;
    }
  return draft;
}

static LiaisonImportRowType
classify (LiaisonImport *import, guint row, const Look *look)
{
  LiaisonImportDay day;

  if (is_heading_again (import, row))
    return LIAISON_IMPORT_ROW_HEADING;
  if (look->n > 1 && !look->all_alike)
    return is_other (look->text) && look->n * 2 < import->usual ? LIAISON_IMPORT_ROW_OTHER
                                                                : LIAISON_IMPORT_ROW_RECORD;
  if (import->usual > 1 && is_day (import, look->text, &day))
    {
      import->day = day;
      return LIAISON_IMPORT_ROW_DAY;
    }
  if (import->usual > 1 && is_note (look->text))
    return LIAISON_IMPORT_ROW_NOTE;
  if (import->usual > 1 && is_other (look->text))
    return LIAISON_IMPORT_ROW_OTHER;
  if (is_section (import, look))
    return import->mapping->sections == LIAISON_IMPORT_SECTIONS_PARENTS
                   && liaison_import_find_flagged (import, LIAISON_FIELD_PARENT) >= 0
               ? LIAISON_IMPORT_ROW_SECTION
               : LIAISON_IMPORT_ROW_OTHER;
  return LIAISON_IMPORT_ROW_RECORD;
}

LiaisonImportDraft *
liaison_import_draft_new (LiaisonImport *import, guint row)
{
  Look look = look_at_row (import, row);
  g_autofree char *text = look.text;
  LiaisonImportDraft *draft;

  if (look.n == 0)
    return NULL;
  draft = new_draft (import, row, classify (import, row, &look));
  if (draft->row.type == LIAISON_IMPORT_ROW_RECORD)
    {
      liaison_import_read_record (import, draft);
      put_level (import, draft);
      draft->section = import->section;
      import->last = draft;
      return draft;
    }
  draft->row.text = g_strdup (text);
  if (draft->row.type == LIAISON_IMPORT_ROW_SECTION)
    {
      read_section (import, draft, text);
      import->section = draft->block->id;
      import->last = draft;
    }
  else if (draft->row.type == LIAISON_IMPORT_ROW_NOTE && import->last != NULL && draft->row.wanted)
    liaison_import_append (import, import->last, liaison_import_find_field (import, "notes"), text);
  return draft;
}

void
liaison_import_draft_free (LiaisonImportDraft *self)
{
  g_clear_pointer (&self->block, liaison_block_unref);
  g_clear_pointer (&self->row.before, liaison_block_unref);
  g_clear_pointer (&self->row.after, liaison_block_unref);
  g_clear_pointer (&self->row.problems, g_ptr_array_unref);
  g_free (self->row.text);
  g_free (self);
}

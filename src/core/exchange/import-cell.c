/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "exchange/import-time-private.h"
#include "exchange/spelling.h"
#include "record/field-type.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

int
liaison_import_find_field (const LiaisonImport *import, const char *name)
{
  guint index;

  return liaison_shape_find (&import->mapping->kind->shape, name, &index) != NULL ? (int) index
                                                                                  : -1;
}

int
liaison_import_find_flagged (const LiaisonImport *import, LiaisonFieldFlags flag)
{
  const LiaisonShape *shape = &import->mapping->kind->shape;
  const LiaisonField *field = liaison_shape_find_flagged (shape, flag);

  return field != NULL ? (int) (field - shape->fields) : -1;
}

char *
liaison_import_dup_text (const LiaisonImport *import, guint row, guint column)
{
  const char *wish =
      import->wishes != NULL ? liaison_import_wishes_get_text (import->wishes, row, column) : NULL;
  const LiaisonCell *cell;

  if (wish != NULL)
    return *wish != '\0' ? g_strdup (wish) : NULL;
  cell = liaison_sheet_find_merged (import->sheet, row, column);
  return cell != NULL ? g_strstrip (liaison_cell_dup_text (cell)) : NULL;
}

static void
clear_problem (gpointer data)
{
  LiaisonImportProblem *problem = data;

  g_ref_string_release (problem->text);
  g_ref_string_release (problem->message);
  g_clear_pointer (&problem->offers, g_ptr_array_unref);
  g_free (problem);
}

void
liaison_import_blame (LiaisonImportDraft *draft,
                      LiaisonSeverity severity,
                      int column,
                      int field,
                      const char *text,
                      char *message,
                      GPtrArray *offers)
{
  LiaisonImportProblem *problem = g_new (LiaisonImportProblem, 1);

  /* Ten thousand rows may have the same to say. */
  *problem = (LiaisonImportProblem){
    severity, column, field, g_ref_string_new_intern (text), g_ref_string_new_intern (message),
    offers
  };
  g_free (message);
  if (draft->row.problems == NULL)
    draft->row.problems = g_ptr_array_new_with_free_func (clear_problem);
  g_ptr_array_add (draft->row.problems, problem);
}

void
liaison_import_put (LiaisonImportDraft *draft, guint field, LiaisonValue *value)
{
  const LiaisonField *into = &draft->block->shape->fields[field];
  const LiaisonFieldOps *ops = liaison_field_type_ops (into->type);

  if (value->form != LIAISON_VALUE_FIELD)
    return;
  ops->clear (LIAISON_BLOCK_AT (draft->block, into));
  ops->copy (LIAISON_BLOCK_AT (draft->block, into), &value->as);
  draft->given[field / 64] |= G_GUINT64_CONSTANT (1) << field % 64;
}

/* What a formula came to is no value where that is an error. */
static gboolean
is_error (const LiaisonImport *import, guint row, guint column)
{
  const LiaisonCell *cell = liaison_sheet_find (import->sheet, row, column);

  return cell != NULL && cell->type == LIAISON_CELL_ERROR
         && (import->wishes == NULL
             || liaison_import_wishes_get_text (import->wishes, row, column) == NULL);
}

gboolean
liaison_import_is_reference (const LiaisonImport *import, guint column)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  const LiaisonField *field;

  if (mapped->role != LIAISON_IMPORT_FIELD && mapped->role != LIAISON_IMPORT_MEMBER)
    return FALSE;
  field = &import->mapping->kind->shape.fields[mapped->field];
  return field->type == LIAISON_FIELD_REFERENCES
         || (field->type == LIAISON_FIELD_REFERENCE && mapped->role == LIAISON_IMPORT_FIELD);
}

static gboolean
is_unmarked (const char *text)
{
  static const char *const unmarked[] = { "0", "no", "n", "false", "o", NULL };
  g_autofree char *small = g_ascii_strdown (text, -1);

  return g_strv_contains (unmarked, small) || liaison_import_is_nothing (text);
}

char *
liaison_import_dup_reference (const LiaisonImport *import,
                              const LiaisonImportDraft *draft,
                              guint column)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  g_autofree char *text = liaison_import_dup_text (import, draft->row.row, column);

  if (text == NULL || is_error (import, draft->row.row, column))
    return NULL;
  if (mapped->role == LIAISON_IMPORT_MEMBER)
    return is_unmarked (text) ? NULL : g_strdup (mapped->heading);
  return liaison_import_is_nothing (text) ? NULL : g_steal_pointer (&text);
}

/* What the file says once is kept once, in the sheet and in the records that are made of it. */
static void
share_string (const LiaisonImport *import,
              guint row,
              guint column,
              const LiaisonField *field,
              LiaisonValue *value)
{
  const char *language = liaison_words_get_language (import->manner.words);
  const LiaisonCell *cell = liaison_sheet_find_merged (import->sheet, row, column);
  GRefString *string;

  if (cell == NULL || !(cell->flags & LIAISON_CELL_COUNTED) || value->form != LIAISON_VALUE_FIELD)
    return;
  string = (GRefString *) cell->as.text;
  if (field->type == LIAISON_FIELD_STRING && g_str_equal (value->as.string, string))
    {
      g_ref_string_release (value->as.string);
      value->as.string = g_ref_string_acquire (string);
    }
  else if (field->type == LIAISON_FIELD_TEXT && liaison_text_get_size (value->as.text) == 1
           && g_strcmp0 (liaison_text_lookup (value->as.text, language), string) == 0)
    {
      LiaisonText *const *above = import->last != NULL && import->last->block != NULL
                                      ? LIAISON_BLOCK_AT (import->last->block, field)
                                      : NULL;

      liaison_text_unref (value->as.text);
      value->as.text = above != NULL && liaison_text_get_size (*above) == 1
                               && liaison_text_lookup (*above, language) == string
                           ? liaison_text_ref (*above)
                           : liaison_text_with (NULL, language, string);
    }
}

gboolean
liaison_import_is_exact (const LiaisonImport *import, guint column)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];

  return mapped->role == LIAISON_IMPORT_FIELD
         && g_str_equal (mapped->heading, import->mapping->kind->shape.fields[mapped->field].name)
         && liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_ID, -1) >= 0;
}

/* Blanks at the ends count then, and apostrophes in workbooks guard nothing. */
static gboolean
read_exactly (const LiaisonImport *import,
              LiaisonImportDraft *draft,
              guint column,
              LiaisonValue *value)
{
  const guint place = (guint) import->mapping->columns[column].field;
  const LiaisonField *field = &import->mapping->kind->shape.fields[place];
  const LiaisonCell *cell = liaison_sheet_find (import->sheet, draft->row.row, column);
  g_autofree char *text = NULL;

  if (!liaison_import_is_exact (import, column) || cell == NULL
      || (import->wishes != NULL
          && liaison_import_wishes_get_text (import->wishes, draft->row.row, column) != NULL))
    return FALSE;
  text = liaison_cell_dup_text (cell);
  if (liaison_spelling_read (
          field, cell->flags & LIAISON_CELL_COUNTED ? text : liaison_spelling_unguard (text), value,
          NULL)
      && value->form == LIAISON_VALUE_FIELD)
    return TRUE;
  liaison_value_clear (value);
  return FALSE;
}

static void
read_field (LiaisonImport *import, LiaisonImportDraft *draft, guint column, const char *text)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  const LiaisonField *field = &import->mapping->kind->shape.fields[mapped->field];
  const gboolean is_text = field->type == LIAISON_FIELD_TEXT || field->type == LIAISON_FIELD_STRING;
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (read_exactly (import, draft, column, &value))
    {
      share_string (import, draft->row.row, column, field, &value);
      liaison_import_put (draft, (guint) mapped->field, &value);
      return;
    }
  if (!is_text && liaison_import_is_nothing (text))
    return;
  if (field->type == LIAISON_FIELD_INSTANT)
    liaison_import_read_time (import, draft, column, text);
  else if (liaison_import_read_value (import, mapped, field, text, &value, &error))
    {
      share_string (import, draft->row.row, column, field, &value);
      liaison_import_put (draft, (guint) mapped->field, &value);
    }
  else
    liaison_import_blame (draft, LIAISON_SEVERITY_ERROR, (int) column, mapped->field, text,
                          g_strdup (error->message), NULL);
}

/* A marked cell puts what its heading names into a set. */
static void
read_member (LiaisonImport *import, LiaisonImportDraft *draft, guint column, const char *text)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  const LiaisonField *field = &import->mapping->kind->shape.fields[mapped->field];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  guint n;

  if (field->type != LIAISON_FIELD_NATIONS || is_unmarked (text))
    return;
  if (!liaison_import_read_value (import, mapped, field, mapped->heading, &value, &error))
    {
      liaison_import_blame (draft, LIAISON_SEVERITY_ERROR, (int) column, mapped->field,
                            mapped->heading, g_strdup (error->message), NULL);
      return;
    }
  LiaisonCodes **at = LIAISON_BLOCK_AT (draft->block, field);
  const char *const *codes = liaison_codes_get (value.as.nations, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonCodes) with = liaison_codes_with (*at, codes[i], TRUE);
      g_auto (LiaisonValue) all = liaison_value_field (field, &with);

      liaison_import_put (draft, (guint) mapped->field, &all);
    }
}

/* Everything that has no field of its own is kept under its heading in the notes. */
static void
read_notes (LiaisonImport *import, LiaisonImportDraft *draft, guint column, const char *text)
{
  const int place = liaison_import_find_field (import, "notes");
  const char *heading = import->mapping->columns[column].heading;
  g_autofree char *line =
      *heading != '\0' ? g_strdup_printf ("%s: %s", heading, text) : g_strdup (text);

  liaison_import_append (import, draft, place, line);
}

void
liaison_import_append (LiaisonImport *import,
                       LiaisonImportDraft *draft,
                       int place,
                       const char *line)
{
  const LiaisonField *field = place >= 0 ? &import->mapping->kind->shape.fields[place] : NULL;
  const char *language = liaison_words_get_language (import->manner.words);
  g_autoptr (LiaisonText) text = NULL;
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GRefString) joined = NULL;
  g_autofree char *both = NULL;
  const char *before;

  if (field == NULL || field->type != LIAISON_FIELD_TEXT || draft->block == NULL)
    return;
  before = liaison_text_lookup (*(LiaisonText **) LIAISON_BLOCK_AT (draft->block, field), language);
  both = before != NULL ? g_strdup_printf ("%s\n\n%s", before, line) : g_strdup (line);
  if (strlen (both) > liaison_field_get_limit (field))
    return;
  joined = g_ref_string_new (both);
  text = liaison_text_with (NULL, language, joined);
  value = liaison_value_field (field, &text);
  liaison_import_put (draft, (guint) place, &value);
}

static void
read_cell (LiaisonImport *import, LiaisonImportDraft *draft, guint column)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  g_autofree char *text = liaison_import_dup_text (import, draft->row.row, column);

  if (text == NULL)
    {
      if (mapped->role == LIAISON_IMPORT_FIELD)
        draft->cleared[mapped->field / 64] |= G_GUINT64_CONSTANT (1) << mapped->field % 64;
      return;
    }
  if (is_error (import, draft->row.row, column))
    {
      liaison_import_blame (
          draft, LIAISON_SEVERITY_ERROR, (int) column, mapped->field, text,
          liaison_words_format (import->manner.words,
                                N_ ("The formula in this cell came to {text}. Write the value."),
                                liaison_operand_text ("text", text)),
          NULL);
      return;
    }
  if (liaison_import_is_reference (import, column))
    return;
  switch ((LiaisonImportRole) mapped->role)
    {
    case LIAISON_IMPORT_FIELD:
      read_field (import, draft, column, text);
      break;
    case LIAISON_IMPORT_MEMBER:
      read_member (import, draft, column, text);
      break;
    case LIAISON_IMPORT_NOTES:
      read_notes (import, draft, column, text);
      break;
    case LIAISON_IMPORT_OWN:
      liaison_import_read_own (import, draft, column, text);
      break;
    case LIAISON_IMPORT_IGNORE:
    case LIAISON_IMPORT_DAY:
    case LIAISON_IMPORT_END:
    case LIAISON_IMPORT_ID:
    default:
      break;
    }
}

/* The day of a row stands in a column of its own, or is the last that was said. */
static void
read_day (LiaisonImport *import, LiaisonImportDraft *draft)
{
  const LiaisonImportClock clock = { import->manner.words, import->mapping,
                                     liaison_import_get_startex (import) };

  draft->day = import->day;
  for (guint i = 0; i < import->mapping->n_columns; i++)
    {
      g_autofree char *text = NULL;
      LiaisonImportDay day;

      if (import->mapping->columns[i].role != LIAISON_IMPORT_DAY)
        continue;
      text = liaison_import_dup_text (import, draft->row.row, i);
      if (text == NULL || liaison_import_is_nothing (text))
        continue;
      if (!liaison_import_read_day (import, &clock, text, &day))
        {
          liaison_import_blame (
              draft, LIAISON_SEVERITY_ERROR, (int) i, -1, text,
              liaison_words_format (import->manner.words,
                                    N_ ("“{text}” is no day that is understood here. Write a date "
                                        "such as 2027-05-14, or D+3."),
                                    liaison_operand_text ("text", text)),
              NULL);
          draft->day.known = FALSE;
          continue;
        }
      draft->day = import->day = day;
    }
}

gboolean
liaison_import_read_day (const LiaisonImport *import,
                         const LiaisonImportClock *clock,
                         const char *text,
                         LiaisonImportDay *day)
{
  LiaisonImportClock other = *clock;

  if (liaison_import_day_read (clock, text, day))
    return TRUE;
  /* No language has a day without a number: most cells need not be looked up in twenty. */
  if (!import_date_has_digit (text))
    return FALSE;
  for (guint i = 0; i < import->languages->len; i++)
    {
      other.words = liaison_import_get_words (import, i);
      if (liaison_import_day_read (&other, text, day))
        return TRUE;
    }
  return FALSE;
}

void
liaison_import_read_record (LiaisonImport *import, LiaisonImportDraft *draft)
{
  read_day (import, draft);
  for (guint i = 0; i < import->mapping->n_columns; i++)
    read_cell (import, draft, i);
  for (guint i = 0; i < import->mapping->n_columns; i++)
    if (import->mapping->columns[i].role == LIAISON_IMPORT_END)
      {
        g_autofree char *text = liaison_import_dup_text (import, draft->row.row, i);

        if (text != NULL && !liaison_import_is_nothing (text))
          liaison_import_read_end (import, draft, i, text);
      }
}

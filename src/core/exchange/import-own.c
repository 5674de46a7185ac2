/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-own.h"

#include "exchange/import-names.h"
#include "exchange/import-private.h"
#include "record/field-type.h"
#include "record/kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By name */

/* Whether the column is called so, in any of the languages that it has a name in. */
static gboolean
is_called (const LiaisonOwnColumnData *declared, const char *folded)
{
  g_autofree char *key = liaison_import_names_fold (declared->key);

  if (g_str_equal (folded, key))
    return TRUE;
  for (guint i = 0; i < liaison_text_get_size (declared->label); i++)
    {
      g_autofree char *label =
          liaison_import_names_fold (liaison_text_get_string (declared->label, i));

      if (g_str_equal (folded, label))
        return TRUE;
    }
  return FALSE;
}

const LiaisonOwnColumn *
liaison_import_own_find (const LiaisonSnapshot *snapshot,
                         const LiaisonKind *kind,
                         const char *language,
                         const char *text)
{
  const LiaisonBlock *exercise = snapshot != NULL ? liaison_snapshot_get_exercise (snapshot) : NULL;
  g_autofree char *folded = liaison_import_names_fold (text);
  g_autoptr (GPtrArray) columns = NULL;

  if (exercise == NULL || *folded == '\0' || !liaison_own_columns_has (kind, NULL))
    return NULL;
  columns = liaison_own_columns_list (exercise, kind, language);
  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *column = columns->pdata[i];
      const LiaisonBlock *declared =
          liaison_items_lookup (LIAISON_DATA (Exercise, exercise)->columns, column->id);

      if (declared != NULL && is_called (LIAISON_DATA (OwnColumn, declared), folded))
        return column;
    }
  return NULL;
}

/* Reading */

static void
put (LiaisonImportDraft *draft, const LiaisonSlot *slot, const LiaisonValue *kept)
{
  g_autoptr (LiaisonBlock) after = liaison_block_with_slot (draft->block, slot, kept);

  /* A copy of its own, as what follows is put into it. */
  g_clear_pointer (&draft->block, liaison_block_unref);
  draft->block = liaison_block_copy (after);
}

/* Spreadsheets have 1 and 0, and marks. */
static const char *
spell_choice (const LiaisonField *field, const char *text)
{
  static const char *const yes[] = { "1", "x", "X", "✓", "✔", "☑", NULL };

  if (field->type != LIAISON_FIELD_CHOICE || field->choices->n != 3
      || !g_str_equal (field->choices->choices[1].nick, "true")
      || !g_str_equal (field->choices->choices[2].nick, "false"))
    return text;
  return g_strv_contains (yes, text) ? "true" : g_str_equal (text, "0") ? "false" : text;
}

/* Times in every spelling that the fields of the table understand. */
static char *
spell (const LiaisonImport *import,
       const LiaisonImportDraft *draft,
       const LiaisonField *field,
       const char *text)
{
  const LiaisonImportClock clock = { import->manner.words, import->mapping,
                                     liaison_import_get_startex (import) };
  g_auto (LiaisonImportTime) time = { 0 };

  if (field->type != LIAISON_FIELD_INSTANT)
    return g_strdup (spell_choice (field, text));
  liaison_import_time_read (&clock, text, &draft->day, &time);
  return g_strdup (time.start != NULL ? time.start : text);
}

void
liaison_import_read_own (LiaisonImport *import,
                         LiaisonImportDraft *draft,
                         guint column,
                         const char *text)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  const LiaisonField *field = &mapped->own->field;
  const gboolean is_text = field->type == LIAISON_FIELD_TEXT || field->type == LIAISON_FIELD_STRING;
  g_autofree char *spelled = spell (import, draft, field, text);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_auto (LiaisonValue) kept = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  LiaisonSlot slot;

  if (!is_text && liaison_import_is_nothing (text))
    return;
  if (!liaison_import_read_value (import, mapped, field, spelled, &value, &error))
    liaison_import_blame (draft, LIAISON_SEVERITY_ERROR, (int) column, -1, text,
                          g_strdup (error->message), NULL);
  else if (liaison_own_column_put (mapped->own, draft->block, &value, &slot, &kept))
    put (draft, &slot, &kept);
  else
    liaison_import_blame (
        draft, LIAISON_SEVERITY_ERROR, (int) column, -1, text,
        g_strdup (liaison_words_get (
            import->manner.words, N_ ("A time in an own column cannot hang on another record."))),
        NULL);
}

/* Comparing */

/* What @mapped takes from the row into @after; *@slot and *@kept say where and what. FALSE: nothing
 * changes. */
static gboolean
find_change (const LiaisonImport *import,
             const LiaisonImportDraft *draft,
             guint column,
             const LiaisonBlock *after,
             LiaisonSlot *slot,
             LiaisonValue *kept)
{
  const LiaisonOwnColumn *own = import->mapping->columns[column].own;
  const char *language = liaison_words_get_language (import->manner.words);
  g_autoptr (LiaisonBlock) there = liaison_own_column_get (own, after, NULL);
  g_autoptr (LiaisonBlock) given = liaison_own_column_get (own, draft->block, NULL);
  g_autofree char *text = liaison_import_dup_text (import, draft->row.row, column);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_block_field_is_set (given, &own->field))
    return text == NULL && import->mapping->empty_clears
           && liaison_block_field_is_set (there, &own->field)
           && liaison_own_column_put (own, after, &value, slot, kept);
  if (own->field.type == LIAISON_FIELD_TEXT)
    {
      const char *told = liaison_text_pick (*(LiaisonText **) LIAISON_BLOCK_AT (there, &own->field),
                                            language, NULL);
      GRefString *string =
          liaison_text_lookup (*(LiaisonText **) LIAISON_BLOCK_AT (given, &own->field), language);

      if (string == NULL || g_strcmp0 (told, string) == 0)
        return FALSE;
      liaison_own_column_put_text (own, after, language, string, slot, kept);
      return TRUE;
    }
  if (liaison_field_type_ops (own->field.type)
          ->equal (LIAISON_BLOCK_AT (there, &own->field), LIAISON_BLOCK_AT (given, &own->field)))
    return FALSE;
  value = liaison_value_field (&own->field, LIAISON_BLOCK_AT (given, &own->field));
  return liaison_own_column_put (own, after, &value, slot, kept);
}

gboolean
liaison_import_merge_own (const LiaisonImport *import,
                          const LiaisonImportDraft *draft,
                          LiaisonBlock **after)
{
  gboolean changed = FALSE;

  if (draft->row.type != LIAISON_IMPORT_ROW_RECORD)
    return FALSE;
  for (guint i = 0; i < import->mapping->n_columns; i++)
    {
      g_auto (LiaisonValue) kept = LIAISON_VALUE_INIT;
      g_autoptr (LiaisonBlock) before = NULL;
      LiaisonSlot slot;

      if (import->mapping->columns[i].role != LIAISON_IMPORT_OWN
          || !find_change (import, draft, i, *after, &slot, &kept))
        continue;
      before = *after;
      *after = liaison_block_with_slot (before, &slot, &kept);
      changed = TRUE;
    }
  return changed;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "exchange/import-names.h"
#include "exchange/spelling.h"
#include "record/field-type.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "words/manner-reading.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Keys */

/* What one field adds to the key of a record; FALSE: nothing is set, so there is no key. */
static gboolean
append_key (const LiaisonImport *import,
            const LiaisonBlock *block,
            const LiaisonField *field,
            GString *key)
{
  g_autofree char *part = NULL;
  gint64 seconds;

  if (!liaison_block_field_is_set (block, field))
    return FALSE;
  if (field->type == LIAISON_FIELD_TEXT)
    part = liaison_import_names_fold (
        liaison_text_pick (*(LiaisonText **) LIAISON_BLOCK_AT (block, field),
                           liaison_words_get_language (import->manner.words), NULL));
  else if (field->type == LIAISON_FIELD_STRING)
    part = liaison_import_names_fold (*(const char **) LIAISON_BLOCK_AT (block, field));
  else if (field->type == LIAISON_FIELD_INSTANT
           && liaison_times_resolve (&import->manner.lookup, LIAISON_BLOCK_AT (block, field),
                                     &seconds, NULL)
                  == LIAISON_TIME_KNOWN)
    part = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
  else
    part = liaison_spelling_write (block, field);
  g_string_append_printf (key, "%s\x1f", part);
  return *part != '\0';
}

/* NULL: the record cannot be known again. */
static char *
make_key (const LiaisonImport *import, const LiaisonBlock *block)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    {
      int place = import->mapping->keys[i];

      if (place < 0)
        continue;
      if (!append_key (import, block, &block->shape->fields[place], key))
        return NULL;
      n++;
    }
  return n > 0 ? g_strdup (key->str) : NULL;
}

static GHashTable *
index_plan (const LiaisonImport *import)
{
  GHashTable *plan = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (import->snapshot, import->mapping->kind->id, &n);

  for (guint i = 0; i < n; i++)
    {
      char *key = make_key (import, blocks[i]);

      if (key != NULL && !g_hash_table_contains (plan, key))
        g_hash_table_insert (plan, key, (gpointer) blocks[i]);
      else
        g_free (key);
    }
  return plan;
}

static void
set_before (LiaisonImportDraft *draft, const LiaisonBlock *before)
{
  draft->row.before = liaison_block_ref (before);
  draft->block->id = before->id;
}

static void
say_twice (LiaisonImport *import, LiaisonImportDraft *draft, const LiaisonImportDraft *first)
{
  const int place = import->mapping->keys[0];

  liaison_import_blame (
      draft, LIAISON_SEVERITY_WARNING,
      liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_FIELD, place), place, "",
      liaison_words_format (import->manner.words,
                            N_ ("Row {row} is called the same. This one becomes a record of its "
                                "own."),
                            liaison_operand_integer ("row", first->row.number)),
      NULL);
}

/* The id that the row has in a column of ids; FALSE: none. */
static gboolean
read_id (const LiaisonImport *import, const LiaisonImportDraft *draft, LiaisonId *id)
{
  const int column = liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_ID, -1);
  g_autofree char *text = column >= 0 && draft->row.row != G_MAXUINT
                              ? liaison_import_dup_text (import, draft->row.row, (guint) column)
                              : NULL;

  return text != NULL && liaison_id_parse (text, strlen (text), id);
}

/* A record that the plan does not have keeps the id of the file, so that what refers to it, in this
 * file or the next, finds it. */
static void
keep_id (const LiaisonImport *import, LiaisonImportDraft *draft, GHashTable *taken)
{
  LiaisonId id;

  if (read_id (import, draft, &id) && liaison_snapshot_find (import->snapshot, id) == NULL
      && g_hash_table_add (taken, g_memdup2 (&id, sizeof id)))
    draft->block->id = id;
}

static const LiaisonBlock *
find_by_id (const LiaisonImport *import, const LiaisonImportDraft *draft)
{
  const LiaisonBlock *block;
  LiaisonId id;

  if (!read_id (import, draft, &id))
    return NULL;
  block = liaison_snapshot_find (import->snapshot, id);
  return block != NULL && block->shape == draft->block->shape ? block : NULL;
}

/* Titles above rows are known again by their name among those that have no time. */
static const LiaisonBlock *
find_section (const LiaisonImport *import, const LiaisonImportDraft *draft)
{
  const int title = liaison_import_find_flagged (import, LIAISON_FIELD_TITLE);
  GPtrArray *offers = NULL;
  const char *name;
  LiaisonId id;
  LiaisonNear near;

  name = title >= 0 ? liaison_block_get_title (draft->block,
                                               liaison_words_get_language (import->manner.words))
                    : NULL;
  if (name == NULL)
    return NULL;
  near = liaison_import_references_find (
      import->references, G_GUINT64_CONSTANT (1) << import->mapping->kind->id, name, &id, &offers);
  g_clear_pointer (&offers, g_ptr_array_unref);
  return near == LIAISON_NEAR_EXACT ? liaison_snapshot_find (import->snapshot, id) : NULL;
}

/* Ids of sections change when they are known again: what hangs on them follows. */
static void
move_sections (LiaisonImport *import, LiaisonId from, LiaisonId to)
{
  for (guint i = 0; i < import->drafts->len; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];

      if (liaison_id_same (draft->section, from))
        draft->section = to;
    }
}

/* Where the key is a code that the row lacks, its name tells, of those that lack it too. */
static const LiaisonBlock *
find_unkeyed (const LiaisonImport *import, const LiaisonImportDraft *draft, GHashTable *taken)
{
  const LiaisonBlock *named = find_section (import, draft);
  g_autofree char *key = named != NULL ? make_key (import, named) : NULL;

  if (named == NULL || key != NULL || named->shape != draft->block->shape
      || !g_hash_table_add (taken, g_memdup2 (&named->id, sizeof named->id)))
    return NULL;
  return named;
}

void
liaison_import_match (LiaisonImport *import)
{
  g_autoptr (GHashTable) plan = index_plan (import);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);

  for (guint i = 0; i < import->drafts->len; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];
      const LiaisonBlock *before = NULL;
      char *key = NULL;

      if (draft->block == NULL)
        continue;
      if (draft->row.type == LIAISON_IMPORT_ROW_SECTION)
        before = find_section (import, draft);
      else
        before = find_by_id (import, draft);
      if (before == NULL && draft->row.type == LIAISON_IMPORT_ROW_RECORD)
        {
          keep_id (import, draft, ids);
          key = make_key (import, draft->block);
        }
      if (key != NULL && g_hash_table_contains (seen, key))
        {
          say_twice (import, draft, g_hash_table_lookup (seen, key));
          g_free (key);
          continue;
        }
      if (before == NULL && key != NULL)
        before = g_hash_table_lookup (plan, key);
      else if (before == NULL && draft->row.type == LIAISON_IMPORT_ROW_RECORD)
        before = find_unkeyed (import, draft, ids);
      if (before != NULL)
        {
          if (draft->row.type == LIAISON_IMPORT_ROW_SECTION)
            move_sections (import, draft->block->id, before->id);
          set_before (draft, before);
        }
      if (key != NULL)
        g_hash_table_insert (seen, key, draft);
    }
}

/* Comparing */

/* Lists that a spreadsheet has as words come back with new ids: what they say counts. */
static gboolean
is_told_alike (const LiaisonImport *import,
               const LiaisonField *field,
               gconstpointer one,
               gconstpointer other)
{
  g_auto (LiaisonValue) before = liaison_value_field (field, one);
  g_auto (LiaisonValue) after = liaison_value_field (field, other);
  g_autofree char *told = liaison_manner_tell_value (&import->manner, field, &before);
  g_autofree char *again = liaison_manner_tell_value (&import->manner, field, &after);

  return g_str_equal (told, again);
}

static gboolean
is_exact (const LiaisonImport *import, guint place)
{
  const int column =
      liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_FIELD, (int) place);

  return column >= 0 && liaison_import_is_exact (import, (guint) column);
}

/* Two instants that are the same moment are the same, however they were written: a spreadsheet
 * cannot say STARTEX+2d, and must not undo it. */
static gboolean
is_same_moment (const LiaisonImport *import, const LiaisonInstant *one, const LiaisonInstant *other)
{
  gint64 a, b;

  return liaison_times_resolve (&import->manner.lookup, one, &a, NULL) == LIAISON_TIME_KNOWN
         && liaison_times_resolve (&import->manner.lookup, other, &b, NULL) == LIAISON_TIME_KNOWN
         && a == b;
}

static gboolean
is_same_value (const LiaisonImport *import,
               guint place,
               const LiaisonField *field,
               gconstpointer one,
               gconstpointer other)
{
  if (liaison_field_type_ops (field->type)->equal (one, other))
    return TRUE;
  if (field->type == LIAISON_FIELD_ITEMS && !is_exact (import, place))
    return is_told_alike (import, field, one, other);
  return field->type == LIAISON_FIELD_INSTANT && !is_exact (import, place)
         && ((const LiaisonInstant *) other)->form == LIAISON_INSTANT_FIXED
         && is_same_moment (import, one, other);
}

/* A text is changed in its language only, and not where the reader sees the same already. */
static gboolean
merge_text (const LiaisonImport *import,
            const LiaisonField *field,
            LiaisonBlock *after,
            const LiaisonBlock *block)
{
  const char *language = liaison_words_get_language (import->manner.words);
  LiaisonText **at = LIAISON_BLOCK_AT (after, field);
  LiaisonText *given = *(LiaisonText **) LIAISON_BLOCK_AT (block, field);
  GRefString *string = liaison_text_lookup (given, language);
  LiaisonText *merged;

  /* What was exported exactly has all languages. */
  if (liaison_text_get_size (given) != 1 || string == NULL)
    {
      if (liaison_text_equal (*at, given))
        return FALSE;
      merged = given != NULL ? liaison_text_ref (given) : NULL;
    }
  else
    {
      if (g_strcmp0 (liaison_text_pick (*at, language, NULL), string) == 0)
        return FALSE;
      merged = liaison_text_with (*at, language, string);
    }
  g_clear_pointer (at, liaison_text_unref);
  *at = merged;
  return TRUE;
}

static gboolean
is_guessed (const LiaisonImportDraft *draft, guint place)
{
  return draft->guessed[place / 64] >> place % 64 & 1;
}

/* Whether the cell of @column says of @field what the record says already: what could not be found
 * out of it, as a name that two have, is as it was. */
static gboolean
says_the_same (const LiaisonImport *import,
               const LiaisonImportDraft *draft,
               const LiaisonField *field,
               int column)
{
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  g_autofree char *plain = NULL;

  if (column < 0 || draft->row.row == G_MAXUINT || liaison_import_is_exact (import, (guint) column))
    return FALSE;
  text = liaison_import_dup_text (import, draft->row.row, (guint) column);
  if (text == NULL)
    return FALSE;
  told = liaison_manner_tell_field (&import->manner, draft->row.before, field);
  plain = liaison_words_dup_without_isolates (told);
  return g_str_equal (text, plain);
}

static gboolean
says_the_same_at (const LiaisonImport *import, const LiaisonImportDraft *draft, guint place)
{
  return says_the_same (
      import, draft, &draft->row.before->shape->fields[place],
      liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_FIELD, (int) place));
}

static gboolean
merge_field (const LiaisonImport *import,
             const LiaisonImportDraft *draft,
             guint place,
             LiaisonBlock *after)
{
  const LiaisonField *field = &after->shape->fields[place];
  const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
  const gboolean given = draft->given[place / 64] >> place % 64 & 1;

  if (!given
      && (!import->mapping->empty_clears || !(draft->cleared[place / 64] >> place % 64 & 1)
          || !liaison_block_field_is_set (after, field)))
    return FALSE;
  if (given && field->type == LIAISON_FIELD_TEXT)
    return merge_text (import, field, after, draft->block);
  if (given && is_guessed (draft, place) && liaison_block_field_is_set (after, field))
    return FALSE;
  if (given
      && (is_same_value (import, place, field, LIAISON_BLOCK_AT (after, field),
                         LIAISON_BLOCK_AT (draft->block, field))
          || says_the_same_at (import, draft, place)))
    return FALSE;
  ops->clear (LIAISON_BLOCK_AT (after, field));
  if (given)
    ops->copy (LIAISON_BLOCK_AT (after, field), LIAISON_BLOCK_AT (draft->block, field));
  return TRUE;
}

static void
forgive (const LiaisonImport *import, LiaisonImportDraft *draft)
{
  for (guint i = draft->row.problems != NULL ? draft->row.problems->len : 0; i-- > 0;)
    {
      const LiaisonImportProblem *problem = draft->row.problems->pdata[i];

      if (problem->column >= 0 && (guint) problem->column < import->mapping->n_columns
          && import->mapping->columns[problem->column].role == LIAISON_IMPORT_FIELD
          && says_the_same (
              import, draft,
              &draft->row.before->shape->fields[import->mapping->columns[problem->column].field],
              problem->column))
        g_ptr_array_remove_index (draft->row.problems, i);
    }
}

static void
merge (LiaisonImport *import, LiaisonImportDraft *draft)
{
  g_autoptr (LiaisonBlock) after = liaison_block_copy (draft->row.before);
  gboolean changed = FALSE;

  for (guint i = 0; i < after->shape->n_fields; i++)
    changed |= merge_field (import, draft, i, after);
  changed |= liaison_import_merge_own (import, draft, &after);
  forgive (import, draft);
  draft->row.state = changed ? LIAISON_IMPORT_CHANGED : LIAISON_IMPORT_SAME;
  if (changed)
    draft->row.after = g_steal_pointer (&after);
  else
    draft->row.after = liaison_block_ref (draft->row.before);
}

/* New records */

/* The highest number behind the prefix of the kind, in the plan and in the file. */
static guint
find_highest (const LiaisonImport *import, const LiaisonKind *kind)
{
  const gsize prefix = strlen (kind->prefix);
  guint n, highest = 0;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (import->snapshot, kind->id, &n);

  for (guint i = 0; i < n + import->drafts->len; i++)
    {
      const LiaisonBlock *block =
          i < n ? blocks[i] : ((LiaisonImportDraft *) import->drafts->pdata[i - n])->block;
      const char *code =
          block != NULL && block->shape == &kind->shape ? liaison_reading_get_code (block) : NULL;

      if (code != NULL && strncmp (code, kind->prefix, prefix) == 0)
        highest = MAX (highest, (guint) strtoul (code + prefix + (code[prefix] == '-'), NULL, 10));
    }
  return highest;
}

static void
give_code (LiaisonBlock *block, const LiaisonKind *kind, guint *next)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  g_autofree char *text = NULL;

  if (kind->prefix == NULL || code == NULL || code->type != LIAISON_FIELD_STRING
      || liaison_block_field_is_set (block, code))
    return;
  text = g_strdup_printf ("%s-%03u", kind->prefix, ++*next);
  *(GRefString **) LIAISON_BLOCK_AT (block, code) = g_ref_string_new (text);
}

/* Without a marking a record is for its originator only: so are new ones, unless the person wants
 * the marking of the exercise. */
static void
mark (const LiaisonImport *import, LiaisonBlock *block)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (import->snapshot);
  LiaisonMarking *usual = LIAISON_DATA (Exercise, exercise)->default_marking;
  const LiaisonField *marking = liaison_shape_find (block->shape, "marking", NULL);
  const LiaisonField *originator = liaison_shape_find (block->shape, "originator", NULL);

  if (marking != NULL && marking->type == LIAISON_FIELD_MARKING && import->mapping->mark
      && usual != NULL && !liaison_block_field_is_set (block, marking))
    *(LiaisonMarking **) LIAISON_BLOCK_AT (block, marking) = liaison_marking_ref (usual);
  if (originator != NULL && originator->type == LIAISON_FIELD_NATION
      && import->mapping->originator != NULL && !liaison_block_field_is_set (block, originator))
    *(const char **) LIAISON_BLOCK_AT (block, originator) = import->mapping->originator;
}

static void
complete (LiaisonImport *import, LiaisonImportDraft *draft, guint next[LIAISON_N_KINDS])
{
  const LiaisonKind *kind = liaison_kind_for_shape (draft->block->shape);

  if (kind->prefix != NULL && next[kind->id] == 0)
    next[kind->id] = find_highest (import, kind);
  give_code (draft->block, kind, &next[kind->id]);
  mark (import, draft->block);
  draft->row.after = liaison_block_ref (draft->block);
}

static void
say_nameless (LiaisonImport *import, LiaisonImportDraft *draft)
{
  const int place = liaison_import_find_flagged (import, LIAISON_FIELD_TITLE);
  const LiaisonField *field = place >= 0 ? &draft->block->shape->fields[place] : NULL;

  if (field == NULL || liaison_block_field_is_set (draft->row.after, field))
    return;
  liaison_import_blame (draft, LIAISON_SEVERITY_WARNING,
                        liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_FIELD, place),
                        place, "",
                        liaison_words_format (import->manner.words, N_ ("{field} is empty."),
                                              liaison_operand_field ("field", field->label)),
                        NULL);
}

/* What is gone */

static gboolean
is_gone_already (const LiaisonBlock *block)
{
  guint choice = 0;
  const LiaisonField *status = liaison_import_find_retired (block->shape, &choice);

  return status != NULL && *(const int *) LIAISON_BLOCK_AT (block, status) == (int) choice;
}

static void
add_gone (LiaisonImport *import, const LiaisonBlock *block)
{
  LiaisonImportDraft *draft = g_new0 (LiaisonImportDraft, 1);

  draft->row.type = LIAISON_IMPORT_ROW_GONE;
  draft->row.state = LIAISON_IMPORT_GONE;
  draft->row.row = G_MAXUINT;
  draft->row.before = liaison_block_ref (block);
  draft->row.wanted =
      import->wishes != NULL && g_hash_table_contains (import->wishes->gone, &block->id);
  g_ptr_array_add (import->drafts, draft);
}

/* Only a file that knows some of the records again can say that others are gone. */
static void
find_gone (LiaisonImport *import)
{
  g_autoptr (GHashTable) known = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  const LiaisonBlock *const *blocks;
  guint n;

  for (guint i = 0; i < import->drafts->len; i++)
    {
      const LiaisonImportDraft *draft = import->drafts->pdata[i];

      if (draft->row.before != NULL && draft->row.type != LIAISON_IMPORT_ROW_GONE)
        g_hash_table_add (known, (gpointer) &draft->row.before->id);
    }
  if (g_hash_table_size (known) == 0)
    return;
  blocks = liaison_snapshot_get (import->snapshot, import->mapping->kind->id, &n);
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (known, &blocks[i]->id) && !is_gone_already (blocks[i]))
      add_gone (import, blocks[i]);
}

void
liaison_import_compare (LiaisonImport *import)
{
  guint next[LIAISON_N_KINDS] = { 0 };

  for (guint i = 0; i < import->drafts->len; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];

      if (draft->block == NULL)
        continue;
      if (draft->row.before != NULL)
        merge (import, draft);
      else
        complete (import, draft, next);
      if (draft->row.type == LIAISON_IMPORT_ROW_RECORD)
        say_nameless (import, draft);
    }
  for (guint i = 0; i < import->drafts->len; i++)
    g_clear_pointer (&((LiaisonImportDraft *) import->drafts->pdata[i])->block,
                     liaison_block_unref);
  find_gone (import);
}

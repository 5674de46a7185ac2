/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "exchange/import-names.h"
#include "words/error.h"
#include "words/manner-reading.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* References */

/* What looking up one name came to. */
typedef struct
{
  LiaisonImport *import;
  LiaisonImportDraft *draft;
  guint column, place; /* of the sheet, of the field */
  const LiaisonField *field;
  GArray *ids;
  GPtrArray *others; /* names that nothing has, where they may be kept as text */
} Link;

static void
blame (Link *link, LiaisonSeverity severity, const char *text, char *message, GPtrArray *offers)
{
  liaison_import_blame (link->draft, severity, (int) link->column, (int) link->place, text, message,
                        offers);
}

static const LiaisonBlock *
find_block (const LiaisonImport *import, LiaisonId id)
{
  const LiaisonBlock *block = liaison_snapshot_find (import->snapshot, id);

  for (guint i = 0; block == NULL && i < import->drafts->len; i++)
    {
      const LiaisonImportDraft *draft = import->drafts->pdata[i];

      if (draft->block != NULL && liaison_id_same (draft->block->id, id))
        block = draft->block;
    }
  return block;
}

static char *
dup_name (const LiaisonImport *import, LiaisonId id)
{
  const LiaisonBlock *block = find_block (import, id);
  const char *name =
      block != NULL
          ? liaison_block_get_title (block, liaison_words_get_language (import->manner.words))
          : NULL;

  return g_strdup (name != NULL ? name : "");
}

static void
say_taken (Link *link, const char *text, LiaisonId id)
{
  g_autofree char *name = dup_name (link->import, id);
  g_autofree char *folded = liaison_import_names_fold (text);
  g_autofree char *other = liaison_import_names_fold (name);

  if (g_str_equal (folded, other))
    return;
  blame (link, LIAISON_SEVERITY_WARNING, text,
         liaison_words_format (link->import->manner.words,
                               /* Translators: A name in a file that is nearly that of a record:
                                  “Rng 3” is taken for “Range 3”. */
                               N_ ("“{text}” is taken for {name}."),
                               liaison_operand_text ("text", text),
                               liaison_operand_text ("name", name)),
         NULL);
}

static const LiaisonKind *
get_first_target (const LiaisonField *field)
{
  static const LiaisonKindId usual[] = { LIAISON_KIND_PARTICIPANT, LIAISON_KIND_SITE };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (field->targets >> usual[i] & 1)
      return liaison_kind_get (usual[i]);
  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    if (field->targets == G_GUINT64_CONSTANT (1) << i
        && liaison_import_is_kind (liaison_kind_get (i)) && i != LIAISON_KIND_NATION)
      return liaison_kind_get (i);
  return NULL;
}

/* What is said of nobody in particular is no name. */
static gboolean
is_everybody (const char *text)
{
  static const char *const words[] = { "all",          "everyone",    "everybody",
                                       "alle",         "tous",        "todos",
                                       "tutti",        "wszyscy",     "any",
                                       "various",      "all players", "all participants",
                                       "all stations", NULL };
  g_autofree char *folded = liaison_import_names_fold (text);

  return g_strv_contains (words, folded);
}

/* A record of that name that is not there yet; FALSE where the field cannot have one made. */
static gboolean
create (Link *link, const char *text, LiaisonId *id)
{
  LiaisonImport *import = link->import;
  const LiaisonKind *kind = get_first_target (link->field);
  const LiaisonField *title =
      kind != NULL ? liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_TITLE) : NULL;
  LiaisonImportDraft *draft;

  if (!import->mapping->create || is_everybody (text) || title == NULL
      || title->type != LIAISON_FIELD_TEXT || strlen (text) > liaison_field_get_limit (title))
    return FALSE;
  draft = g_new0 (LiaisonImportDraft, 1);
  draft->row.type = LIAISON_IMPORT_ROW_CREATED;
  draft->row.state = LIAISON_IMPORT_NEW;
  draft->row.row = G_MAXUINT;
  draft->row.wanted = TRUE;
  draft->block = liaison_block_new (&kind->shape, liaison_id_new (import->now));
  *(LiaisonText **) LIAISON_BLOCK_AT (draft->block, title) =
      liaison_text_new (liaison_words_get_language (import->manner.words), text);
  liaison_import_references_add (import->references, draft->block);
  g_ptr_array_add (import->drafts, draft);
  *id = draft->block->id;
  return TRUE;
}

static gboolean
find_others_field (Link *link, int *place)
{
  g_autofree char *name = g_strconcat (link->field->name, "-others", NULL);

  *place = liaison_import_find_field (link->import, name);
  return *place >= 0;
}

static void
say_unknown (Link *link, const char *text, LiaisonNear near, GPtrArray *offers)
{
  LiaisonWords *words = link->import->manner.words;
  const char *msgid = near == LIAISON_NEAR_OPEN
                          ? N_ ("“{text}” may be more than one record of the plan. Write the whole "
                                "name or the code.")
                      : offers != NULL
                          ? N_ ("Nothing in the plan is called “{text}”. Take one of the nearest "
                                "names, or have it created.")
                          : N_ ("Nothing in the plan is called “{text}”. Write another name, or "
                                "have it created.");

  blame (link, LIAISON_SEVERITY_ERROR, text,
         liaison_words_format (words, msgid, liaison_operand_text ("text", text)), offers);
}

/* FALSE: nothing is called so, and nothing was said about it yet. */
static gboolean
link_name (Link *link, const char *text, gboolean last_try)
{
  GPtrArray *offers;
  LiaisonId id;
  LiaisonNear near = liaison_import_references_find (link->import->references, link->field->targets,
                                                     text, &id, &offers);

  if (near == LIAISON_NEAR_EXACT || near == LIAISON_NEAR_ALIKE)
    {
      if (near == LIAISON_NEAR_ALIKE)
        say_taken (link, text, id);
      g_clear_pointer (&offers, g_ptr_array_unref);
      g_array_append_val (link->ids, id);
      return TRUE;
    }
  if (!last_try)
    {
      g_clear_pointer (&offers, g_ptr_array_unref);
      return FALSE;
    }
  if (near == LIAISON_NEAR_NONE && create (link, text, &id))
    {
      g_clear_pointer (&offers, g_ptr_array_unref);
      g_array_append_val (link->ids, id);
      return TRUE;
    }
  if (link->others != NULL && near == LIAISON_NEAR_NONE && offers == NULL)
    g_ptr_array_add (link->others, g_strdup (text));
  else
    say_unknown (link, text, near, g_steal_pointer (&offers));
  return TRUE;
}

/* Names may have commas, so the whole is tried first. */
static void
link_names (Link *link, const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (link_name (link, text, FALSE))
    return;
  parts = g_strsplit_set (text, ",;\n/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0' && !liaison_import_is_nothing (parts[i]))
        link_name (link, parts[i], TRUE);
    }
}

static void
put_ids (Link *link)
{
  LiaisonValue value = { LIAISON_VALUE_FIELD, link->field };
  LiaisonIds *const *there = LIAISON_BLOCK_AT (link->draft->block, link->field);
  guint n = 0;

  if (link->ids->len == 0)
    return;
  if (link->field->type == LIAISON_FIELD_REFERENCE)
    {
      value.as.id = g_array_index (link->ids, LiaisonId, 0);
      liaison_import_put (link->draft, link->place, &value);
      return;
    }
  /* Columns of marks add to one set. */
  if (*there != NULL)
    {
      const LiaisonId *ids = liaison_ids_get (*there, &n);

      g_array_append_vals (link->ids, ids, n);
    }
  value.as.ids = liaison_ids_new ((const LiaisonId *) (gpointer) link->ids->data, link->ids->len);
  liaison_import_put (link->draft, link->place, &value);
  liaison_value_clear (&value);
}

static void
put_others (Link *link, int place)
{
  g_autofree char *joined = NULL;

  if (link->others->len == 0)
    return;
  g_ptr_array_add (link->others, NULL);
  joined = g_strjoinv (", ", (char **) link->others->pdata);
  liaison_import_append (link->import, link->draft, place, joined);
  blame (
      link, LIAISON_SEVERITY_WARNING, joined,
      liaison_words_format (
          link->import->manner.words, N_ ("“{text}” is not in the plan: it is kept under {field}."),
          liaison_operand_text ("text", joined),
          liaison_operand_field ("field", link->import->mapping->kind->shape.fields[place].label)),
      NULL);
}

/* What was exported exactly: ids in JSON. */
static gboolean
link_exactly (Link *link, const char *text)
{
  const LiaisonImportColumn *column = &link->import->mapping->columns[link->column];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (*text != '['
      || !liaison_import_read_value (link->import, column, link->field, text, &value, NULL))
    return FALSE;
  liaison_import_put (link->draft, link->place, &value);
  return TRUE;
}

static void
link_cell (LiaisonImport *import, LiaisonImportDraft *draft, guint column)
{
  const guint place = (guint) import->mapping->columns[column].field;
  Link link = { import, draft, column, place, &import->mapping->kind->shape.fields[place] };
  g_autofree char *text = liaison_import_dup_reference (import, draft, column);
  int others = -1;

  if (text == NULL || link_exactly (&link, text))
    return;
  link.ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  if (find_others_field (&link, &others))
    link.others = g_ptr_array_new_with_free_func (g_free);
  if (link.field->type == LIAISON_FIELD_REFERENCE)
    link_name (&link, text, TRUE);
  else
    link_names (&link, text);
  put_ids (&link);
  if (others >= 0)
    put_others (&link, others);
  g_array_unref (link.ids);
  g_clear_pointer (&link.others, g_ptr_array_unref);
}

/* Parents */

static const char *
get_code (const LiaisonBlock *block)
{
  return liaison_reading_get_code (block);
}

/* "1.2.3" is part of "1.2", "SL1-INC2" of "SL1"; NULL: part of nothing. */
static char *
dup_outer (const char *code)
{
  for (gsize i = strlen (code); i-- > 1;)
    if (strchr (".-/", code[i]) != NULL)
      return g_strndup (code, i);
  return NULL;
}

static void
put_parent (LiaisonImportDraft *draft, int field, LiaisonId parent)
{
  LiaisonValue value = { LIAISON_VALUE_FIELD, &draft->block->shape->fields[field] };

  if (liaison_id_is_zero (parent) || liaison_id_same (parent, draft->block->id))
    return;
  value.as.id = parent;
  liaison_import_put (draft, (guint) field, &value);
}

static int
get_level (const LiaisonImport *import, const LiaisonImportDraft *draft)
{
  const int place = liaison_import_find_field (import, "level");
  const LiaisonField *field = place >= 0 ? &draft->block->shape->fields[place] : NULL;

  return field != NULL && field->type == LIAISON_FIELD_CHOICE
             ? *(const int *) LIAISON_BLOCK_AT (draft->block, field)
             : 0;
}

static GHashTable *
index_codes (const LiaisonImport *import)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < import->drafts->len; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];
      const char *code =
          draft->block != NULL && draft->block->shape == &import->mapping->kind->shape
              ? get_code (draft->block)
              : NULL;

      if (code != NULL && !g_hash_table_contains (codes, code))
        g_hash_table_insert (codes, (gpointer) code, draft);
    }
  return codes;
}

/* Nobody says what a row is part of: its number tells, or its level after the last of a higher one,
 * or the title above it. */
static void
find_parents (LiaisonImport *import)
{
  const int field = liaison_import_find_flagged (import, LIAISON_FIELD_PARENT);
  g_autoptr (GHashTable) codes = NULL;
  LiaisonId above[8] = { { 0, 0 } };

  if (field < 0)
    return;
  codes = index_codes (import);
  for (guint i = 0; i < import->drafts->len; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];
      const LiaisonImportDraft *outer = NULL;
      g_autofree char *code = NULL;
      int level;

      if (draft->block == NULL || draft->block->shape != &import->mapping->kind->shape)
        continue;
      level = CLAMP (get_level (import, draft), 0, 7);
      if (!liaison_import_is_given (draft, field))
        {
          code = get_code (draft->block) != NULL ? dup_outer (get_code (draft->block)) : NULL;
          outer = code != NULL ? g_hash_table_lookup (codes, code) : NULL;
          if (outer != NULL && (level == 0 || get_level (import, outer) < level))
            put_parent (draft, field, outer->block->id);
          else if (level > 1)
            {
              for (int higher = level - 1; higher > 0 && !liaison_import_is_given (draft, field);
                   higher--)
                put_parent (draft, field, above[higher]);
              liaison_import_guess_field (draft, field);
            }
          else if (level == 0)
            put_parent (draft, field, draft->section);
        }
      if (level == 0)
        continue;
      above[level] = draft->block->id;
      for (int lower = level + 1; lower < 8; lower++)
        above[lower] = (LiaisonId){ 0, 0 };
    }
}

/* The kinds that columns of references may name. */
static guint64
list_targets (const LiaisonImport *import)
{
  guint64 targets = 0;

  for (guint i = 0; i < import->mapping->n_columns; i++)
    if (liaison_import_is_reference (import, i))
      targets |= import->mapping->kind->shape.fields[import->mapping->columns[i].field].targets;
  return targets;
}

void
liaison_import_link (LiaisonImport *import)
{
  const guint64 targets = list_targets (import);
  const gboolean among_themselves = targets >> import->mapping->kind->id & 1;
  const guint n = import->drafts->len;

  for (guint i = 0; i < n; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];

      if (among_themselves && draft->block != NULL && draft->row.before == NULL)
        liaison_import_references_add (import->references, draft->block);
    }
  for (guint i = 0; i < n; i++)
    {
      LiaisonImportDraft *draft = import->drafts->pdata[i];

      for (guint c = 0; c < import->mapping->n_columns; c++)
        if (draft->row.type == LIAISON_IMPORT_ROW_RECORD && targets != 0
            && liaison_import_is_reference (import, c))
          link_cell (import, draft, c);
    }
  find_parents (import);
}

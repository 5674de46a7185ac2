/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/lexicon-private.h"
#include "words/manner-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How well a record fits a name; higher is better. */
typedef enum
{
  FIT_NONE,
  FIT_PREFIX, /* one of its names begins so */
  FIT_FOLDED, /* but for accents and case, or by another spelling that it states */
  FIT_NAME,   /* one of its names, in any language */
  FIT_CODE,
} Fit;

/* What is looked for, in the ways it is compared. */
typedef struct
{
  const LiaisonReading *reading;
  const char *plain;
  gboolean whole;
  char *folded; /* NULL: only by code and exact name, which is fast */
  Fit best;
  LiaisonId id; /* of the first that fits best */
  guint n;      /* that fit best */
} Search;

const char *
liaison_reading_get_code (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);

  if (!field || (field->type != LIAISON_FIELD_STRING && field->type != LIAISON_FIELD_NATION))
    return NULL;
  return *(const char *const *) LIAISON_BLOCK_AT (block, field);
}

const LiaisonText *
liaison_reading_get_title (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE);

  return field && field->type == LIAISON_FIELD_TEXT
             ? *(LiaisonText *const *) LIAISON_BLOCK_AT (block, field)
             : NULL;
}

static Fit
fit_folded (const Search *search, const char *name)
{
  g_autofree char *folded = liaison_lexicon_fold (name);

  if (g_str_equal (folded, search->folded))
    return FIT_FOLDED;
  return !search->whole && g_str_has_prefix (folded, search->folded) ? FIT_PREFIX : FIT_NONE;
}

/* The field that some kinds have for the spellings that others use. */
static Fit
fit_aliases (const Search *search, const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "aliases", NULL);
  const char *aliases = field && field->type == LIAISON_FIELD_STRING
                            ? *(const char *const *) LIAISON_BLOCK_AT (block, field)
                            : NULL;
  g_auto (GStrv) parts = aliases ? g_strsplit_set (aliases, ",;", -1) : NULL;

  for (gsize i = 0; parts && parts[i]; i++)
    if (fit_folded (search, parts[i]) == FIT_FOLDED)
      return FIT_FOLDED;
  return FIT_NONE;
}

/* Kinds without a title are known by a name that is made up of others. */
static Fit
fit_told (const Search *search, const LiaisonBlock *block)
{
  g_autofree char *told = liaison_manner_tell_block_name (search->reading->manner, block);
  g_autofree char *plain = liaison_reading_make_plain (told);

  return fit_folded (search, plain);
}

static Fit
fit_block (const Search *search, const LiaisonBlock *block)
{
  const char *code = liaison_reading_get_code (block);
  const LiaisonText *title = liaison_reading_get_title (block);
  Fit best = FIT_NONE;

  if (code && g_ascii_strcasecmp (code, search->plain) == 0)
    return FIT_CODE;
  for (guint i = 0; i < liaison_text_get_size (title); i++)
    {
      const char *name = liaison_text_get_string (title, i);

      if (g_str_equal (name, search->plain))
        return FIT_NAME;
      if (search->folded)
        best = MAX (best, fit_folded (search, name));
    }
  if (!search->folded || best >= FIT_FOLDED)
    return best;
  best = MAX (best, fit_aliases (search, block));
  if (code)
    best = MAX (best, fit_folded (search, code));
  if (!title)
    best = MAX (best, fit_told (search, block));
  return best;
}

static void
look_at (Search *search, const LiaisonBlock *block)
{
  Fit fit = fit_block (search, block);

  if (fit == FIT_NONE || fit < search->best)
    return;
  if (fit > search->best)
    {
      search->best = fit;
      search->id = block->id;
      search->n = 0;
    }
  search->n++;
}

static void
look_through (Search *search, guint64 targets)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonBlock *const *blocks;
      guint n;

      if (!(targets & (G_GUINT64_CONSTANT (1) << kind)))
        continue;
      blocks = liaison_snapshot_get (search->reading->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        look_at (search, blocks[i]);
    }
}

static gboolean
is_target (const LiaisonBlock *block, guint64 targets)
{
  const LiaisonKind *kind = block ? liaison_kind_for_shape (block->shape) : NULL;

  return kind && (targets & (G_GUINT64_CONSTANT (1) << kind->id));
}

/* An id as the file has it, or a nation by any of its names. */
static gboolean
find_directly (const LiaisonReading *reading, guint64 targets, const char *plain, LiaisonId *id)
{
  const LiaisonLookup *lookup = &reading->manner->lookup;
  const LiaisonBlock *block = NULL;
  const char *code;

  if (liaison_id_parse (plain, strlen (plain), id))
    return is_target (liaison_lookup_find (lookup, *id), targets);
  if (!(targets & LIAISON_TARGET (NATION)))
    return FALSE;
  code = liaison_reading_find_nation (reading, plain);
  block = code ? liaison_lookup_find_nation (lookup, code) : NULL;
  if (!is_target (block, targets))
    return FALSE;
  *id = block->id;
  return TRUE;
}

LiaisonMatch
liaison_reading_find_record (const LiaisonReading *reading,
                             guint64 targets,
                             const char *plain,
                             gboolean whole,
                             LiaisonId *id)
{
  Search search = { reading, plain, whole };

  if (find_directly (reading, targets, plain, id))
    return LIAISON_MATCH_ONE;
  if (!reading->snapshot)
    return LIAISON_MATCH_NONE;
  look_through (&search, targets);
  if (search.best == FIT_NONE)
    {
      g_autofree char *folded = liaison_lexicon_fold (plain);

      search.folded = folded;
      if (*folded != '\0')
        look_through (&search, targets);
    }
  if (search.best == FIT_NONE)
    return LIAISON_MATCH_NONE;
  *id = search.id;
  return search.n == 1 ? LIAISON_MATCH_ONE : LIAISON_MATCH_SEVERAL;
}

gboolean
liaison_reading_read_reference (const LiaisonReading *reading, gpointer at, GError **error)
{
  LiaisonId id;
  LiaisonMatch match =
      liaison_reading_find_record (reading, reading->field->targets, reading->plain, FALSE, &id);

  if (match != LIAISON_MATCH_ONE)
    return liaison_reading_refuse_record (reading, reading->field->targets, reading->plain, match,
                                          error);
  *(LiaisonId *) at = id;
  return TRUE;
}

static gboolean
take_record_cb (const LiaisonReading *reading, const char *plain, gpointer data)
{
  LiaisonId id;

  if (liaison_reading_find_record (reading, reading->field->targets, plain, FALSE, &id)
      != LIAISON_MATCH_ONE)
    return FALSE;
  g_array_append_val (data, id);
  return TRUE;
}

gboolean
liaison_reading_read_references (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autofree char *unknown =
      liaison_reading_take_members (reading, reading->plain, take_record_cb, ids);
  LiaisonId id;

  if (unknown)
    return liaison_reading_refuse_record (
        reading, reading->field->targets, unknown,
        liaison_reading_find_record (reading, reading->field->targets, unknown, FALSE, &id), error);
  *(LiaisonIds **) at = liaison_ids_new ((const LiaisonId *) (gpointer) ids->data, ids->len);
  return TRUE;
}

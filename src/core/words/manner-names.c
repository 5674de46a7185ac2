/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/nation.h"
#include "words/manner-private.h"
#include "words/names.h"
#include "words/nation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands for the name of a record that has none. */
static const char *const untitled[LIAISON_N_KINDS] = {
  [LIAISON_KIND_EXERCISE] = N_ ("Untitled exercise"),
  [LIAISON_KIND_STAGE] = N_ ("Untitled stage"),
  [LIAISON_KIND_OBJECTIVE] = N_ ("Untitled objective"),
  [LIAISON_KIND_NATION] = N_ ("Unnamed nation"),
  [LIAISON_KIND_GROUP] = N_ ("Unnamed group"),
  [LIAISON_KIND_PARTICIPANT] = N_ ("Unnamed participant"),
  [LIAISON_KIND_POST] = N_ ("Untitled liaison post"),
  [LIAISON_KIND_SITE] = N_ ("Unnamed site"),
  [LIAISON_KIND_EVENT] = N_ ("Untitled event"),
  [LIAISON_KIND_INJECT] = N_ ("Untitled inject"),
  [LIAISON_KIND_ACTION] = N_ ("Untitled log entry"),
  [LIAISON_KIND_REQUIREMENT] = N_ ("Untitled requirement"),
  [LIAISON_KIND_ASSESSMENT] = N_ ("Untitled assessment"),
  [LIAISON_KIND_CHANNEL] = N_ ("Unnamed channel"),
  [LIAISON_KIND_CHANNEL_TEST] = N_ ("Untitled channel test"),
  [LIAISON_KIND_SUPPORT_REQUEST] = N_ ("Untitled support request"),
  [LIAISON_KIND_MOVEMENT] = N_ ("Untitled movement"),
  [LIAISON_KIND_AGREEMENT] = N_ ("Untitled agreement"),
  [LIAISON_KIND_BRIEFING] = N_ ("Untitled briefing"),
  [LIAISON_KIND_OBSERVANCE] = N_ ("Untitled observance"),
  [LIAISON_KIND_PRODUCT] = N_ ("Untitled product"),
  [LIAISON_KIND_RELEASE] = N_ ("Untitled release"),
  [LIAISON_KIND_INFORMATION_REQUEST] = N_ ("Untitled request for information"),
  [LIAISON_KIND_OBSERVATION] = N_ ("Untitled observation"),
  [LIAISON_KIND_PACK] = N_ ("Untitled pack"),
  [LIAISON_KIND_ATTACHMENT] = N_ ("Unnamed attachment"),
  [LIAISON_KIND_TERM] = N_ ("Untitled term"),
  [LIAISON_KIND_BASELINE] = N_ ("Unnamed baseline"),
  [LIAISON_KIND_ACCEPTED_FINDING] = N_ ("Untitled accepted finding"),
  [LIAISON_KIND_CONFLICT] = N_ ("Untitled conflict"),
};

static gboolean
is_same_language (const char *a, const char *b)
{
  gsize base = strcspn (a, "-");

  return base == strcspn (b, "-") && strncmp (a, b, base) == 0;
}

/* What a plan calls the nation in the reader's language. A name in another one serves only those
 * that the world has none for: a French pack of a plan written in English speaks of « Norvège ». */
static char *
tell_nation_block (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const LiaisonNationData *nation = LIAISON_DATA (Nation, block);
  const char *language = liaison_words_get_language (manner->words);
  const char *found = NULL;
  const char *name = liaison_text_pick (nation->name, language, &found);

  if (name && (!liaison_nation_is_known (nation->code) || is_same_language (found, language)))
    return g_strdup (name);
  return nation->code ? liaison_words_dup_nation (manner->words, nation->code) : NULL;
}

char *
liaison_manner_tell_nation (const LiaisonManner *manner, const char *code)
{
  const LiaisonBlock *block;
  char *name = NULL;

  /* In a copy a nation may be withheld. */
  if (code == NULL)
    return g_strdup ("");
  block = liaison_lookup_find_nation (&manner->lookup, code);
  /* STARTEX and ENDEX are codes of the exercise to a lookup. */
  if (block && block->shape == &liaison_nation_kind.shape)
    name = tell_nation_block (manner, block);
  return name ? name : liaison_words_dup_nation (manner->words, code);
}

/* The first field with @flag, told; NULL where there is none or it says nothing. */
static char *
tell_flagged (const LiaisonManner *manner, const LiaisonBlock *block, LiaisonFieldFlags flag)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, flag);
  char *text;

  if (!field || !liaison_block_field_is_set (block, field))
    return NULL;
  text = liaison_manner_tell_at (manner, field, LIAISON_BLOCK_AT (block, field),
                                 LIAISON_MANNER_MAX_DEPTH);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* A yes or no tells nothing by itself: what is so is told by its label. */
static char *
tell_column (const LiaisonManner *manner,
             const LiaisonBlock *block,
             const LiaisonField *field,
             guint depth)
{
  if (field->type == LIAISON_FIELD_BOOLEAN)
    return g_strdup (liaison_words_get (manner->words, field->label));
  return liaison_manner_tell_at (manner, field, LIAISON_BLOCK_AT (block, field), depth);
}

/* What the columns of a record or an item say, up to @most of them; NULL when they say nothing. */
static char *
tell_columns (const LiaisonManner *manner, const LiaisonBlock *block, guint most, guint depth)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < block->shape->n_fields && parts->len < most; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];

      if ((field->flags & LIAISON_FIELD_COLUMN) && liaison_block_field_is_set (block, field))
        g_ptr_array_add (parts, tell_column (manner, block, field, depth + 1));
    }
  return parts->len > 0 ? liaison_manner_join (manner->words, parts, liaison_manner_comma) : NULL;
}

char *
liaison_manner_tell_item (const LiaisonManner *manner, const LiaisonBlock *item, guint depth)
{
  char *text = tell_flagged (manner, item, LIAISON_FIELD_TITLE);

  if (!text && depth < LIAISON_MANNER_MAX_DEPTH)
    text = tell_columns (manner, item, G_MAXUINT, depth);
  return text ? text : g_strdup (liaison_words_get (manner->words, item->shape->label));
}

char *
liaison_manner_name_block (const LiaisonManner *manner, const LiaisonBlock *block, guint depth)
{
  const LiaisonKind *kind = liaison_kind_for_shape (block->shape);
  char *text = NULL;

  if (!kind)
    return liaison_manner_tell_item (manner, block, depth);
  if (kind->id == LIAISON_KIND_NATION)
    text = tell_nation_block (manner, block);
  if (!text)
    text = tell_flagged (manner, block, LIAISON_FIELD_TITLE);
  if (!text)
    text = tell_flagged (manner, block, LIAISON_FIELD_CODE);
  /* Kinds that have no title, as assessments and movements, are known by what they are about. */
  if (!text && depth < LIAISON_MANNER_MAX_DEPTH
      && !liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE))
    text = tell_columns (manner, block, 2, depth);
  return text ? text : g_strdup (liaison_words_get (manner->words, untitled[kind->id]));
}

char *
liaison_manner_name_record (const LiaisonManner *manner, LiaisonId id, guint depth)
{
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, id);

  if (!block)
    return g_strdup (liaison_words_get (manner->words, N_ ("Unknown record")));
  return liaison_manner_name_block (manner, block, depth);
}

char *
liaison_manner_tell_name (const LiaisonManner *manner, LiaisonId record)
{
  return liaison_manner_name_record (manner, record, 0);
}

char *
liaison_manner_tell_block_name (const LiaisonManner *manner, const LiaisonBlock *block)
{
  return liaison_manner_name_block (manner, block, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"
#include "words/dates.h"
#include "words/manner-private.h"
#include "words/names.h"
#include "words/numbers.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Translators: a security marking and those who may see what bears it, as “EXERCISE-UNCLASSIFIED,
 * releasable to France, Norway”. */
const char *const liaison_manner_marking = N_ ("{level}, releasable to {nations}");

/* Tells a value that is set. */
typedef char *(*TellFunc) (const LiaisonManner *manner,
                           const LiaisonField *field,
                           gconstpointer at,
                           guint depth);

#define VALUE(Type) (*(Type const *) at)

static char *
tell_text (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return g_strdup (liaison_text_pick (VALUE (LIAISON_STORED_TEXT),
                                      liaison_words_get_language (manner->words), NULL));
}

static char *
tell_string (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return g_strdup (VALUE (LIAISON_STORED_STRING));
}

static char *
tell_integer (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return liaison_words_format_integer (manner->words, VALUE (LIAISON_STORED_INTEGER));
}

static char *
tell_boolean (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  /* Translators: whether something is so, in a table. */
  return g_strdup (
      liaison_words_get (manner->words, VALUE (LIAISON_STORED_BOOLEAN) ? N_ ("Yes") : N_ ("No")));
}

static char *
tell_choice (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  guint place = (guint) VALUE (LIAISON_STORED_CHOICE);

  g_return_val_if_fail (place < field->choices->n, g_strdup (""));
  return g_strdup (liaison_words_get (manner->words, field->choices->choices[place].label));
}

static char *
tell_instant (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return liaison_manner_tell_instant (manner, at);
}

static char *
tell_duration (const LiaisonManner *manner,
               const LiaisonField *field,
               gconstpointer at,
               guint depth)
{
  return liaison_words_format_duration (manner->words, VALUE (LIAISON_STORED_DURATION));
}

static char *
tell_date (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return liaison_words_format_day (manner->words, VALUE (LIAISON_STORED_DATE), LIAISON_DATE_MEDIUM);
}

static char *
tell_zone (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return liaison_words_dup_zone (manner->words, VALUE (LIAISON_STORED_ZONE));
}

static char *
tell_nation (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  /* The code of a nation's own record names it by its code: its name stands beside it. */
  if (field->flags & LIAISON_FIELD_CODE)
    return g_strdup (VALUE (LIAISON_STORED_NATION));
  return liaison_manner_tell_nation (manner, VALUE (LIAISON_STORED_NATION));
}

static void
add_nations (const LiaisonManner *manner, const LiaisonCodes *codes, GPtrArray *names)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, liaison_manner_tell_nation (manner, members[i]));
}

static void
add_records (const LiaisonManner *manner, const LiaisonIds *ids, guint depth, GPtrArray *names)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, liaison_manner_name_record (manner, members[i], depth));
}

static char *
tell_nations (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  add_nations (manner, VALUE (LIAISON_STORED_NATIONS), names);
  return liaison_manner_join (manner->words, names, liaison_manner_comma);
}

static char *
tell_level (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  return liaison_manner_tell_level (manner, at);
}

char *
liaison_manner_tell_level (const LiaisonManner *manner, const LiaisonLevel *level)
{
  g_autofree char *language = liaison_words_dup_language (manner->words, level->language);
  char text[LIAISON_LEVEL_TEXT_SIZE];
  const char *profile;

  liaison_level_format (level, text);
  profile = strchr (text, ' ');
  if (!profile)
    return g_steal_pointer (&language);
  /* Plus and minus signs would change places in a line that runs from right to left. */
  if (liaison_words_is_right_to_left (manner->words))
    return g_strconcat (language, " \u2066", profile + 1, "\u2069", NULL);
  return g_strconcat (language, profile, NULL);
}

static char *
tell_reference (const LiaisonManner *manner,
                const LiaisonField *field,
                gconstpointer at,
                guint depth)
{
  return liaison_manner_name_record (manner, VALUE (LIAISON_STORED_REFERENCE), depth);
}

static char *
tell_references (const LiaisonManner *manner,
                 const LiaisonField *field,
                 gconstpointer at,
                 guint depth)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  add_records (manner, VALUE (LIAISON_STORED_REFERENCES), depth, names);
  return liaison_manner_join (manner->words, names, liaison_manner_comma);
}

static char *
tell_marking (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  const LiaisonMarking *marking = VALUE (LIAISON_STORED_MARKING);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *nations = NULL;

  add_records (manner, marking->groups, depth, names);
  add_nations (manner, marking->nations, names);
  if (names->len == 0)
    return g_strdup (marking->level);
  nations = liaison_manner_join (manner->words, names, liaison_manner_comma);
  const LiaisonFill fills[] = { { "level", marking->level }, { "nations", nations } };
  return liaison_manner_fill (manner->words, liaison_manner_marking, fills, G_N_ELEMENTS (fills));
}

static const char *
get_order (const LiaisonBlock *item)
{
  const LiaisonField *field = liaison_shape_find_flagged (item->shape, LIAISON_FIELD_ORDER);
  const char *order = field ? *(const char *const *) LIAISON_BLOCK_AT (item, field) : NULL;

  return order ? order : "";
}

/* Items without a key come first, and those with the same one by age. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *left = *(const LiaisonBlock *const *) a,
                     *right = *(const LiaisonBlock *const *) b;
  int order = strcmp (get_order (left), get_order (right));

  return order != 0 ? order : liaison_id_compare (left->id, right->id);
}

GPtrArray *
liaison_manner_order_items (const LiaisonItems *items)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    g_ptr_array_add (blocks, (gpointer) liaison_items_get (items, i));
  g_ptr_array_sort (blocks, compare_items);
  return blocks;
}

static char *
tell_items (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, guint depth)
{
  g_autoptr (GPtrArray) items = liaison_manner_order_items (VALUE (LIAISON_STORED_ITEMS));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (parts, liaison_manner_tell_item (manner, g_ptr_array_index (items, i), depth));
  return liaison_manner_join (manner->words, parts, liaison_manner_semicolon);
}

static const TellFunc tell[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_TEXT] = tell_text,           [LIAISON_FIELD_STRING] = tell_string,
  [LIAISON_FIELD_INTEGER] = tell_integer,     [LIAISON_FIELD_BOOLEAN] = tell_boolean,
  [LIAISON_FIELD_CHOICE] = tell_choice,       [LIAISON_FIELD_INSTANT] = tell_instant,
  [LIAISON_FIELD_DURATION] = tell_duration,   [LIAISON_FIELD_DATE] = tell_date,
  [LIAISON_FIELD_ZONE] = tell_zone,           [LIAISON_FIELD_NATION] = tell_nation,
  [LIAISON_FIELD_NATIONS] = tell_nations,     [LIAISON_FIELD_LEVEL] = tell_level,
  [LIAISON_FIELD_REFERENCE] = tell_reference, [LIAISON_FIELD_REFERENCES] = tell_references,
  [LIAISON_FIELD_MARKING] = tell_marking,     [LIAISON_FIELD_ITEMS] = tell_items,
};

char *
liaison_manner_tell_at (const LiaisonManner *manner,
                        const LiaisonField *field,
                        gconstpointer at,
                        guint depth)
{
  /* Of a boolean "not set" is as good an answer as any. */
  if (field->type != LIAISON_FIELD_BOOLEAN && !liaison_field_type_ops (field->type)->is_set (at))
    return g_strdup ("");
  return tell[field->type](manner, field, at, depth);
}

char *
liaison_manner_tell_field (const LiaisonManner *manner,
                           const LiaisonBlock *block,
                           const LiaisonField *field)
{
  return liaison_manner_tell_at (manner, field, LIAISON_BLOCK_AT (block, field), 0);
}

char *
liaison_manner_tell_value (const LiaisonManner *manner,
                           const LiaisonField *field,
                           const LiaisonValue *value)
{
  gboolean boolean = FALSE;

  switch (value->form)
    {
    case LIAISON_VALUE_FIELD:
      return liaison_manner_tell_at (manner, value->field, &value->as, 0);
    case LIAISON_VALUE_STRING:
      return g_strdup (value->as.string);
    case LIAISON_VALUE_BOOLEAN:
      return tell_boolean (manner, field, &value->as.boolean, 0);
    case LIAISON_VALUE_BLOCK:
      return liaison_manner_tell_block_name (manner, value->as.block);
    case LIAISON_VALUE_NONE:
      break;
    }
  return field && field->type == LIAISON_FIELD_BOOLEAN ? tell_boolean (manner, field, &boolean, 0)
                                                       : g_strdup ("");
}

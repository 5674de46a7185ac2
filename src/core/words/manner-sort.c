/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"
#include "words/manner-private.h"
#include "words/search.h"

#include <string.h>

/* Above every key: what is not set comes last. No collation key begins with it, nor does
 * hexadecimal. */
#define LAST "\xff"

/* The size of a value that is set and sorts by it; FALSE where it has none after all. */
typedef gboolean (*MeasureFunc) (const LiaisonManner *manner, gconstpointer at, gint64 *size);

static gboolean
measure_wide (const LiaisonManner *manner, gconstpointer at, gint64 *size)
{
  *size = *(const gint64 *) at;
  return TRUE;
}

/* Booleans, choices in the order of their table (draft before confirmed), days. */
static gboolean
measure_narrow (const LiaisonManner *manner, gconstpointer at, gint64 *size)
{
  *size = *(const gint32 *) at;
  return TRUE;
}

static gboolean
measure_instant (const LiaisonManner *manner, gconstpointer at, gint64 *size)
{
  return liaison_times_resolve (&manner->lookup, at, size, NULL) == LIAISON_TIME_KNOWN;
}

G_STATIC_ASSERT (sizeof (LIAISON_STORED_BOOLEAN) == sizeof (gint32));
G_STATIC_ASSERT (sizeof (LIAISON_STORED_CHOICE) == sizeof (gint32));

/* The other types sort by what is told. */
static const MeasureFunc measure[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_INTEGER] = measure_wide,  [LIAISON_FIELD_BOOLEAN] = measure_narrow,
  [LIAISON_FIELD_CHOICE] = measure_narrow, [LIAISON_FIELD_INSTANT] = measure_instant,
  [LIAISON_FIELD_DURATION] = measure_wide, [LIAISON_FIELD_DATE] = measure_narrow,
};

/* Sixteen digits that compare as the numbers do, negative ones too. */
static char *
make_number_key (gint64 size)
{
  static const char digits[] = "0123456789abcdef";
  guint64 bits = (guint64) size ^ (G_GUINT64_CONSTANT (1) << 63);
  char *key = g_malloc (17);

  for (guint i = 0; i < 16; i++)
    key[i] = digits[(bits >> (60 - 4 * i)) & 15];
  key[16] = '\0';
  return key;
}

static char *
make_text_key (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at)
{
  g_autofree char *told = NULL;

  /* The keys by which people order records are made for strcmp. */
  if (field->flags & LIAISON_FIELD_ORDER)
    return g_strdup (*(const char *const *) at);
  if (field->type == LIAISON_FIELD_TEXT)
    return liaison_words_dup_sort_key (
        manner->words, liaison_text_pick (*(LiaisonText *const *) at,
                                          liaison_words_get_language (manner->words), NULL));
  told = liaison_manner_tell_at (manner, field, at, 0);
  return liaison_words_dup_sort_key (manner->words, told);
}

char *
liaison_manner_get_sort_key (const LiaisonManner *manner,
                             const LiaisonBlock *block,
                             const LiaisonField *field)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);
  gint64 size;

  if (field->type != LIAISON_FIELD_BOOLEAN && !liaison_field_type_ops (field->type)->is_set (at))
    return g_strdup (LAST);
  if (!measure[field->type])
    return make_text_key (manner, field, at);
  if (!measure[field->type](manner, at, &size))
    return g_strdup (LAST);
  return make_number_key (size);
}

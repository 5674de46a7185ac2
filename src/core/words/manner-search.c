/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/dtg.h"
#include "record/field-type.h"
#include "words/manner-private.h"
#include "words/search.h"

/* Appends what a person may look for in a value that is set, folded. */
typedef void (*GatherFunc) (const LiaisonManner *manner,
                            const LiaisonField *field,
                            gconstpointer at,
                            GString *out);

static void gather_block (const LiaisonManner *manner, const LiaisonBlock *block, GString *out);

/* ASCII is folded on the spot, as most of a plan is: ten times as fast. */
static gboolean
append_ascii (GString *out, const char *text)
{
  gsize before = out->len;

  for (const char *at = text; *at; at++)
    if (!g_ascii_isprint (*at) && *at != '\n' && *at != '\t' && *at != '\r')
      {
        g_string_truncate (out, before);
        return FALSE;
      }
    else if (*at > ' ')
      g_string_append_c (out, g_ascii_tolower (*at));
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return TRUE;
}

static void
append (GString *out, const char *text)
{
  g_autofree char *folded = NULL;

  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  if (append_ascii (out, text))
    return;
  folded = liaison_words_fold (text);
  g_string_append (out, folded);
}

static void
gather_text (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, GString *out)
{
  const LiaisonText *text = *(LiaisonText *const *) at;

  for (guint i = 0; i < liaison_text_get_size (text); i++)
    append (out, liaison_text_get_string (text, i));
}

static void
gather_string (const LiaisonManner *manner,
               const LiaisonField *field,
               gconstpointer at,
               GString *out)
{
  append (out, *(const char *const *) at);
}

static void
gather_instant (const LiaisonManner *manner,
                const LiaisonField *field,
                gconstpointer at,
                GString *out)
{
  const LiaisonInstant *instant = at;
  char dtg[LIAISON_DTG_TEXT_SIZE];
  g_autofree char *anchor = liaison_manner_tell_anchor (manner, instant);

  if (anchor)
    append (out, anchor);
  else if (liaison_dtg_format (instant->seconds, 0, LIAISON_DTG_DEFAULT, dtg) > 0)
    append (out, dtg);
}

static void
gather_code (const LiaisonManner *manner, const char *code, GString *out)
{
  g_autofree char *name = liaison_manner_tell_nation (manner, code);

  append (out, code);
  append (out, name);
}

static void
gather_nation (const LiaisonManner *manner,
               const LiaisonField *field,
               gconstpointer at,
               GString *out)
{
  gather_code (manner, *(const char *const *) at, out);
}

static void
gather_codes (const LiaisonManner *manner, const LiaisonCodes *codes, GString *out)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    gather_code (manner, members[i], out);
}

static void
gather_nations (const LiaisonManner *manner,
                const LiaisonField *field,
                gconstpointer at,
                GString *out)
{
  gather_codes (manner, *(LiaisonCodes *const *) at, out);
}

static void
gather_marking (const LiaisonManner *manner,
                const LiaisonField *field,
                gconstpointer at,
                GString *out)
{
  append (out, (*(LiaisonMarking *const *) at)->level);
}

static void
gather_items (const LiaisonManner *manner,
              const LiaisonField *field,
              gconstpointer at,
              GString *out)
{
  const LiaisonItems *items = *(LiaisonItems *const *) at;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    gather_block (manner, liaison_items_get (items, i), out);
}

static void
gather_told (const LiaisonManner *manner, const LiaisonField *field, gconstpointer at, GString *out)
{
  g_autofree char *text = liaison_manner_tell_at (manner, field, at, 0);

  append (out, text);
}

/* References are left out: the text of a block must not go stale when another one is renamed. */
static const GatherFunc gather[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_TEXT] = gather_text,       [LIAISON_FIELD_STRING] = gather_string,
  [LIAISON_FIELD_INTEGER] = gather_told,    [LIAISON_FIELD_CHOICE] = gather_told,
  [LIAISON_FIELD_INSTANT] = gather_instant, [LIAISON_FIELD_DATE] = gather_told,
  [LIAISON_FIELD_ZONE] = gather_told,       [LIAISON_FIELD_NATION] = gather_nation,
  [LIAISON_FIELD_NATIONS] = gather_nations, [LIAISON_FIELD_LEVEL] = gather_told,
  [LIAISON_FIELD_MARKING] = gather_marking, [LIAISON_FIELD_ITEMS] = gather_items,
};

static void
gather_block (const LiaisonManner *manner, const LiaisonBlock *block, GString *out)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (block, field);

      if (gather[field->type] && !(field->flags & LIAISON_FIELD_HIDDEN)
          && liaison_field_type_ops (field->type)->is_set (at))
        gather[field->type](manner, field, at, out);
    }
}

char *
liaison_manner_get_search_text (const LiaisonManner *manner, const LiaisonBlock *block)
{
  g_autoptr (GString) all = g_string_new (NULL);

  gather_block (manner, block, all);
  if (all->len > 0 && all->str[all->len - 1] == ' ')
    g_string_truncate (all, all->len - 1);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-reference.h"

#include "exchange/import-names.h"
#include "words/manner-reading.h"
#include "words/search.h"

#include <string.h>

/* So many names are offered. */
#define MAX_OFFERS 5
#define MAX_TOKENS 12
/* Near names are looked for among so many records at most. */
#define MAX_NEAR 20000

typedef struct
{
  char *folded;
  LiaisonBlock *block; /* owned */
} Name;

struct _LiaisonImportReferences
{
  const LiaisonSnapshot *snapshot;
  GArray *names[LIAISON_N_KINDS];     /* of Name; NULL: not gathered yet */
  GHashTable *exact[LIAISON_N_KINDS]; /* folded name -> place in names + 1; 0: several */
  GHashTable *added;                  /* LiaisonId * -> block: records to come */
  GHashTable *missed;                 /* kinds and folded name -> Miss: many rows ask the same */
};

/* What came of a name that is nobody's exactly. */
typedef struct
{
  LiaisonNear near;
  LiaisonId id;
  GPtrArray *offers;
} Miss;

static void
miss_free (gpointer data)
{
  Miss *miss = data;

  g_clear_pointer (&miss->offers, g_ptr_array_unref);
  g_free (miss);
}

LiaisonImportReferences *
liaison_import_references_new (const LiaisonSnapshot *snapshot)
{
  LiaisonImportReferences *self = g_new0 (LiaisonImportReferences, 1);

  self->snapshot = snapshot;
  self->added = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL,
                                       (GDestroyNotify) liaison_block_unref);
  self->missed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, miss_free);
  return self;
}

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->folded);
  liaison_block_unref (name->block);
}

void
liaison_import_references_free (LiaisonImportReferences *self)
{
  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      g_clear_pointer (&self->exact[i], g_hash_table_unref);
      g_clear_pointer (&self->names[i], g_array_unref);
    }
  g_hash_table_unref (self->missed);
  g_hash_table_unref (self->added);
  g_free (self);
}

/* A name that two records have is nobody's. */
static void
add_name (LiaisonImportReferences *self, guint kind, const char *text, const LiaisonBlock *block)
{
  Name name = { liaison_import_names_fold (text), NULL };
  gpointer place;

  if (*name.folded == '\0')
    {
      g_free (name.folded);
      return;
    }
  name.block = liaison_block_ref (block);
  g_array_append_val (self->names[kind], name);
  if (!g_hash_table_lookup_extended (self->exact[kind], name.folded, NULL, &place))
    g_hash_table_insert (self->exact[kind], name.folded, GUINT_TO_POINTER (self->names[kind]->len));
  else if (GPOINTER_TO_UINT (place) > 0
           && !liaison_id_same (
               g_array_index (self->names[kind], Name, GPOINTER_TO_UINT (place) - 1).block->id,
               block->id))
    g_hash_table_insert (
        self->exact[kind],
        g_array_index (self->names[kind], Name, GPOINTER_TO_UINT (place) - 1).folded, NULL);
}

static void
add_block (LiaisonImportReferences *self, guint kind, const LiaisonBlock *block)
{
  const char *code = liaison_reading_get_code (block);
  const LiaisonText *title = liaison_reading_get_title (block);
  const LiaisonField *field = liaison_shape_find (block->shape, "aliases", NULL);
  const char *aliases = field != NULL && field->type == LIAISON_FIELD_STRING
                            ? *(const char *const *) LIAISON_BLOCK_AT (block, field)
                            : NULL;
  g_auto (GStrv) others = aliases != NULL ? g_strsplit_set (aliases, ",;", -1) : NULL;

  if (code != NULL)
    add_name (self, kind, code, block);
  for (guint i = 0; i < liaison_text_get_size (title); i++)
    add_name (self, kind, liaison_text_get_string (title, i), block);
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    add_name (self, kind, others[i], block);
}

static void
gather (LiaisonImportReferences *self, guint kind)
{
  guint n = 0;
  const LiaisonBlock *const *blocks;

  if (self->names[kind] != NULL)
    return;
  self->names[kind] = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names[kind], clear_name);
  self->exact[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  blocks = self->snapshot != NULL ? liaison_snapshot_get (self->snapshot, kind, &n) : NULL;
  for (guint i = 0; i < n; i++)
    add_block (self, kind, blocks[i]);
}

void
liaison_import_references_add (LiaisonImportReferences *self, const LiaisonBlock *block)
{
  const LiaisonKind *kind = liaison_kind_for_shape (block->shape);

  gather (self, kind->id);
  add_block (self, kind->id, block);
  g_hash_table_insert (self->added, (gpointer) &block->id, liaison_block_ref (block));
  if (g_hash_table_size (self->missed) > 0)
    g_hash_table_remove_all (self->missed);
}

/* Names that are alike */

typedef struct
{
  const char *at;
  gsize length;
  gboolean number;
} Token;

static gboolean
is_word (const char *at)
{
  return (*at & 0x80) != 0 || g_ascii_isalnum (*at);
}

/* Letters and digits part even without a blank: "Rng3". Of "2nd" the number counts. */
static guint
split (const char *folded, Token tokens[MAX_TOKENS])
{
  guint n = 0;

  for (const char *at = folded; *at != '\0' && n < MAX_TOKENS;)
    {
      Token token = { at, 0, g_ascii_isdigit (*at) };

      if (!is_word (at))
        {
          at++;
          continue;
        }
      while (is_word (at) && (g_ascii_isdigit (*at) != 0) == token.number)
        at++;
      token.length = (gsize) (at - token.at);
      if (token.number
          && (g_str_has_prefix (at, "st") || g_str_has_prefix (at, "nd")
              || g_str_has_prefix (at, "rd") || g_str_has_prefix (at, "th"))
          && !is_word (at + 2))
        at += 2;
      while (token.number && token.length > 1 && *token.at == '0')
        {
          token.at++;
          token.length--;
        }
      tokens[n++] = token;
    }
  return n;
}

/* Letters of the longer word in the same order, the first one first, and not too few. */
static gboolean
is_abbreviation (const Token *one, const Token *other)
{
  gsize at = 1;

  if (one->length > other->length)
    return is_abbreviation (other, one);
  if (*one->at != *other->at || one->length < 2 || one->length * 5 < other->length)
    return FALSE;
  for (gsize i = 1; i < one->length; i++, at++)
    {
      while (at < other->length && other->at[at] != one->at[i])
        at++;
      if (at >= other->length)
        return FALSE;
    }
  return TRUE;
}

/* One letter put in, left out or changed, in a word of some length. */
static gboolean
is_misspelt (const Token *one, const Token *other)
{
  gsize from = 0, till = 0;
  const Token *longer = one->length >= other->length ? one : other;
  const Token *shorter = longer == one ? other : one;

  if (shorter->length < 5 || longer->length - shorter->length > 1)
    return FALSE;
  while (from < shorter->length && shorter->at[from] == longer->at[from])
    from++;
  while (till < shorter->length - from
         && shorter->at[shorter->length - 1 - till] == longer->at[longer->length - 1 - till])
    till++;
  return from + till + 1 >= longer->length;
}

static gboolean
is_alike (const Token *one, const Token *other)
{
  if (one->length == other->length && memcmp (one->at, other->at, one->length) == 0)
    return TRUE;
  return !one->number && !other->number
         && (is_abbreviation (one, other) || is_misspelt (one, other));
}

static gboolean
folded_are_alike (const char *one, const char *other)
{
  Token left[MAX_TOKENS], right[MAX_TOKENS];
  guint n = split (one, left);

  if (n == 0 || n != split (other, right))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_alike (&left[i], &right[i]))
      return FALSE;
  return TRUE;
}

gboolean
liaison_names_are_alike (const char *one, const char *other)
{
  g_autofree char *left = liaison_import_names_fold (one);
  g_autofree char *right = liaison_import_names_fold (other);

  return folded_are_alike (left, right);
}

/* Looking up */

typedef struct
{
  LiaisonImportReferences *self;
  const char *folded;
  LiaisonId id;
  guint n; /* different records found */
  GPtrArray *offers;
} Search;

static char *
dup_name (const LiaisonBlock *block)
{
  const char *title = liaison_block_get_title (block, "en");
  const char *code = liaison_reading_get_code (block);

  return g_strdup (title != NULL ? title : code != NULL ? code : "");
}

static void
found (Search *search, const LiaisonBlock *block)
{
  if (search->n > 0 && liaison_id_same (search->id, block->id))
    return;
  if (search->n == 0)
    search->id = block->id;
  search->n++;
  if (search->offers->len < MAX_OFFERS)
    g_ptr_array_add (search->offers, dup_name (block));
}

typedef gboolean (*FitFunc) (const char *folded, const char *name);

static void
look_through (Search *search, guint64 targets, FitFunc fits)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const GArray *names;

      if (!(targets >> kind & 1))
        continue;
      gather (search->self, kind);
      names = search->self->names[kind];
      if (names->len > MAX_NEAR)
        continue;
      for (guint i = 0; i < names->len; i++)
        if (fits (search->folded, g_array_index (names, Name, i).folded))
          found (search, g_array_index (names, Name, i).block);
    }
}

static gboolean
begins_so (const char *folded, const char *name)
{
  return strlen (folded) > 2 && g_str_has_prefix (name, folded);
}

/* For offers only: a word of some length that both have. */
static gboolean
shares_word (const char *folded, const char *name)
{
  Token left[MAX_TOKENS], right[MAX_TOKENS];
  guint n = split (folded, left), m = split (name, right);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (!left[i].number && left[i].length > 3 && is_alike (&left[i], &right[j]))
        return TRUE;
  return FALSE;
}

static LiaisonNear
find_exact (Search *search, guint64 targets, const char *text)
{
  LiaisonNear near = LIAISON_NEAR_NONE;
  LiaisonId id;

  if (liaison_id_parse (text, strlen (text), &id))
    {
      const LiaisonBlock *block = search->self->snapshot != NULL
                                      ? liaison_snapshot_find (search->self->snapshot, id)
                                      : NULL;
      if (block == NULL)
        block = g_hash_table_lookup (search->self->added, &id);
      const LiaisonKind *kind = block != NULL ? liaison_kind_for_shape (block->shape) : NULL;

      search->id = id;
      return kind != NULL && (targets >> kind->id & 1) ? LIAISON_NEAR_EXACT : LIAISON_NEAR_NONE;
    }
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      gpointer place;

      if (!(targets >> kind & 1))
        continue;
      gather (search->self, kind);
      if (!g_hash_table_lookup_extended (search->self->exact[kind], search->folded, NULL, &place))
        continue;
      if (place == NULL || near != LIAISON_NEAR_NONE)
        return LIAISON_NEAR_OPEN;
      near = LIAISON_NEAR_EXACT;
      search->id =
          g_array_index (search->self->names[kind], Name, GPOINTER_TO_UINT (place) - 1).block->id;
    }
  return near;
}

static Miss *
find_near (Search *search, guint64 targets, LiaisonNear near)
{
  static const FitFunc fits[] = { folded_are_alike, begins_so };
  Miss *miss = g_new (Miss, 1);

  search->offers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; near == LIAISON_NEAR_NONE && i < G_N_ELEMENTS (fits); i++)
    {
      look_through (search, targets, fits[i]);
      if (search->n > 0)
        near = search->n == 1 ? LIAISON_NEAR_ALIKE : LIAISON_NEAR_OPEN;
    }
  if (near == LIAISON_NEAR_NONE)
    look_through (search, targets, shares_word);
  if (search->offers->len == 0)
    g_clear_pointer (&search->offers, g_ptr_array_unref);
  *miss = (Miss){ near, search->id, search->offers };
  return miss;
}

LiaisonNear
liaison_import_references_find (LiaisonImportReferences *self,
                                guint64 targets,
                                const char *text,
                                LiaisonId *id,
                                GPtrArray **offers)
{
  g_autofree char *folded = liaison_import_names_fold (text);
  g_autofree char *question = NULL;
  Search search = { self, folded };
  LiaisonNear near = find_exact (&search, targets, text);
  Miss *miss;

  *offers = NULL;
  *id = search.id;
  if (near == LIAISON_NEAR_EXACT)
    return near;
  question = g_strdup_printf ("%" G_GINT64_MODIFIER "x %d %s", targets, near, folded);
  miss = g_hash_table_lookup (self->missed, question);
  if (miss == NULL)
    {
      miss = find_near (&search, targets, near);
      g_hash_table_insert (self->missed, g_steal_pointer (&question), miss);
    }
  *id = miss->id;
  *offers = miss->offers != NULL ? g_ptr_array_ref (miss->offers) : NULL;
  return miss->near;
}

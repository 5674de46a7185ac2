/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/named.h"

#include "record/kinds/pack.h"
#include "record/kinds/release.h"
#include "record/title-finder.h"
#include "release/serials.h"

#include <string.h>

typedef struct
{
  const LiaisonView *view;
  LiaisonTitleFinder *finder;
  GHashTable *serials; /* serial -> the withheld record that has it */
  GArray *named;
} Look;

typedef void (*BlockFunc) (Look *self, const LiaisonBlock *block);

static void
foreach_block (Look *self, gboolean seen, BlockFunc func)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks =
          liaison_snapshot_get (liaison_view_get_plan (self->view), kind, &n);

      for (guint i = 0; i < n; i++)
        if ((liaison_view_find (self->view, blocks[i]->id) != NULL) == seen)
          func (self, blocks[i]);
    }
}

/* A release is called what it releases, which is found itself. */
static void
take_names (Look *self, const LiaisonBlock *block)
{
  const char *serial = liaison_serials_get (block);

  if (serial != NULL)
    g_hash_table_insert (self->serials, (gpointer) serial, (gpointer) block);
  if (block->shape != &liaison_kind_get (LIAISON_KIND_RELEASE)->shape)
    liaison_title_finder_add_title (self->finder, block);
}

/* Longer than any serial, with the NUL. */
#define WORD_SIZE 48

static void
find_serials (Look *self, const char *text, const LiaisonBlock *but, GPtrArray **found)
{
  for (gsize i = 0; text[i] != '\0';)
    {
      gsize length = liaison_serials_measure (text + i);
      char word[WORD_SIZE] = "";
      gpointer named;

      if (length < WORD_SIZE)
        memcpy (word, text + i, length);
      named = length > 1 && length < WORD_SIZE ? g_hash_table_lookup (self->serials, word) : NULL;
      if (named != NULL && named != but)
        {
          if (*found == NULL)
            *found = g_ptr_array_new ();
          if (!g_ptr_array_find (*found, named, NULL))
            g_ptr_array_add (*found, named);
        }
      i += MAX (length, 1);
    }
}

static void
find (Look *self, const char *text, const LiaisonBlock *but, GPtrArray **found)
{
  liaison_title_finder_find (self->finder, text, but, found);
  if (g_hash_table_size (self->serials) > 0)
    find_serials (self, text, but, found);
}

static void
look_at_text (Look *self,
              const LiaisonBlock *block,
              const LiaisonField *field,
              gconstpointer at,
              GPtrArray **found)
{
  const LiaisonText *text;

  /* Codes are numbered anew, and what the program keeps is no prose. */
  if (field->type == LIAISON_FIELD_STRING && *(GRefString *const *) at != NULL
      && !(field->flags & (LIAISON_FIELD_CODE | LIAISON_FIELD_HIDDEN)))
    find (self, *(GRefString *const *) at, block, found);
  if (field->type != LIAISON_FIELD_TEXT)
    return;
  text = *(LiaisonText *const *) at;
  for (guint i = 0; i < liaison_text_get_size (text); i++)
    find (self, liaison_text_get_string (text, i), block, found);
}

static void
look_at_items (Look *self, const LiaisonBlock *block, const LiaisonItems *items, GPtrArray **found)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);

      for (guint j = 0; j < item->shape->n_fields; j++)
        {
          const LiaisonField *field = &item->shape->fields[j];

          if (liaison_view_may_see_field (self->view, field, NULL))
            look_at_text (self, block, field, LIAISON_BLOCK_AT (item, field), found);
        }
    }
}

/* Packs are the planners' own, but who was given one has its title on the cover. */
static gboolean
is_pack_given (const LiaisonBlock *block, const LiaisonBlock *named)
{
  return named->shape == &liaison_pack_kind.shape && block->shape == &liaison_release_kind.shape
         && liaison_id_same (LIAISON_DATA (Release, block)->item, named->id);
}

static void
look_at (Look *self, const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (block, field);
      g_autoptr (GPtrArray) found = NULL;

      if (!liaison_view_may_see_field (self->view, field, NULL))
        continue;
      if (field->type == LIAISON_FIELD_ITEMS)
        look_at_items (self, block, *(LiaisonItems *const *) at, &found);
      else
        look_at_text (self, block, field, at, &found);
      for (guint j = 0; found != NULL && j < found->len; j++)
        {
          LiaisonWithheld named = { .kind = liaison_kind_for_shape (block->shape)->id,
                                    .record = block->id,
                                    .field = field,
                                    .reason = LIAISON_WITHHELD_NAMED,
                                    .other = ((const LiaisonBlock *) found->pdata[j])->id };

          if (!is_pack_given (block, found->pdata[j]))
            g_array_append_val (self->named, named);
        }
    }
}

/* What is seen has the first right to its serial. */
static void
leave_serial (Look *self, const LiaisonBlock *block)
{
  const char *serial = liaison_serials_get (block);

  if (serial != NULL)
    g_hash_table_remove (self->serials, serial);
}

void
liaison_named_find (const LiaisonView *view, GArray *named)
{
  g_autoptr (LiaisonTitleFinder) finder = liaison_title_finder_new ();
  g_autoptr (GHashTable) serials = g_hash_table_new (g_str_hash, g_str_equal);
  Look look = { view, finder, serials, named };

  foreach_block (&look, FALSE, take_names);
  foreach_block (&look, TRUE, leave_serial);
  if (!liaison_title_finder_is_empty (finder) || g_hash_table_size (serials) > 0)
    foreach_block (&look, TRUE, look_at);
}

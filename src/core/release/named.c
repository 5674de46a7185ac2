/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/named.h"

#include "record/title-finder.h"

typedef struct
{
  const LiaisonView *view;
  LiaisonTitleFinder *finder;
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
take_title (Look *self, const LiaisonBlock *block)
{
  if (block->shape != &liaison_kind_get (LIAISON_KIND_RELEASE)->shape)
    liaison_title_finder_add_title (self->finder, block);
}

static void
look_at_text (Look *self,
              const LiaisonBlock *block,
              const LiaisonField *field,
              gconstpointer at,
              GPtrArray **found)
{
  const LiaisonText *text;

  if (field->type == LIAISON_FIELD_STRING && *(GRefString *const *) at != NULL)
    liaison_title_finder_find (self->finder, *(GRefString *const *) at, block, found);
  if (field->type != LIAISON_FIELD_TEXT)
    return;
  text = *(LiaisonText *const *) at;
  for (guint i = 0; i < liaison_text_get_size (text); i++)
    liaison_title_finder_find (self->finder, liaison_text_get_string (text, i), block, found);
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

          g_array_append_val (self->named, named);
        }
    }
}

void
liaison_named_find (const LiaisonView *view, GArray *named)
{
  g_autoptr (LiaisonTitleFinder) finder = liaison_title_finder_new ();
  Look look = { view, finder, named };

  foreach_block (&look, FALSE, take_title);
  if (!liaison_title_finder_is_empty (finder))
    foreach_block (&look, TRUE, look_at);
}

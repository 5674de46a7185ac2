/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/checklists.h"

#include "liaison/cover.h"

#include <glib/gi18n-lib.h>

/* More lines than these, of posts that have nothing in common, are not shown beside each other. */
#define MAX_LINES 300

struct _LiaisonChecklists
{
  const char *language;
  gint32 today;
  GPtrArray *posts;    /* of const LiaisonBlock * */
  GArray *lines;       /* of LiaisonCheckLine: joining first, then kit */
  GHashTable *numbers; /* title, with a letter for its list before it -> number + 1 */
  const LiaisonCheckItemData **cells;
};

static void
line_clear (gpointer data)
{
  g_free (((LiaisonCheckLine *) data)->title);
}

void
liaison_checklists_free (LiaisonChecklists *self)
{
  g_ptr_array_unref (self->posts);
  g_array_unref (self->lines);
  g_hash_table_unref (self->numbers);
  g_free (self->cells);
  g_free (self);
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a,
                     *two = *(const LiaisonBlock *const *) b;
  int order = g_strcmp0 (LIAISON_DATA (Post, one)->serial, LIAISON_DATA (Post, two)->serial);

  return order != 0 ? order : liaison_id_compare (one->id, two->id);
}

static const LiaisonItems *
get_items (const LiaisonBlock *post, gboolean kit)
{
  return kit ? LIAISON_DATA (Post, post)->kit : LIAISON_DATA (Post, post)->joining;
}

static char *
make_key (const LiaisonChecklists *self, gboolean kit, const LiaisonCheckItemData *item)
{
  const char *title = liaison_text_pick (item->title, self->language, NULL);

  return g_strconcat (kit ? "k" : "j", title != NULL ? title : "", NULL);
}

static void
gather_lines (LiaisonChecklists *self, gboolean kit)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      const LiaisonItems *items = get_items (self->posts->pdata[i], kit);
      for (guint j = 0; j < liaison_items_get_size (items) && self->lines->len < MAX_LINES; j++)
        {
          g_autofree char *key =
              make_key (self, kit, LIAISON_DATA (CheckItem, liaison_items_get (items, j)));
          const LiaisonCheckLine line = { g_strdup (key + 1), kit, 0, 0 };
          if (g_hash_table_contains (self->numbers, key))
            {
              g_free (line.title);
              continue;
            }
          g_array_append_val (self->lines, line);
          g_hash_table_insert (self->numbers, g_steal_pointer (&key),
                               GUINT_TO_POINTER (self->lines->len));
        }
    }
}

static void
fill_cells (LiaisonChecklists *self, guint row, gboolean kit)
{
  const LiaisonItems *items = get_items (self->posts->pdata[row], kit);

  for (guint j = 0; j < liaison_items_get_size (items); j++)
    {
      const LiaisonCheckItemData *item = LIAISON_DATA (CheckItem, liaison_items_get (items, j));
      g_autofree char *key = make_key (self, kit, item);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
      LiaisonCheckLine *line;
      if (number == 0 || self->cells[row * self->lines->len + number - 1] != NULL)
        continue;
      line = &g_array_index (self->lines, LiaisonCheckLine, number - 1);
      self->cells[row * self->lines->len + number - 1] = item;
      line->n++;
      line->n_done += item->done;
    }
}

LiaisonChecklists *
liaison_checklists_new (const LiaisonSnapshot *snapshot, const char *language, gint32 today)
{
  LiaisonChecklists *self = g_new0 (LiaisonChecklists, 1);
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (snapshot, LIAISON_KIND_POST, &n);

  self->language = language;
  self->today = today;
  self->posts = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (LiaisonCheckLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    if (liaison_post_is_open (posts[i]))
      g_ptr_array_add (self->posts, (gpointer) posts[i]);
  g_ptr_array_sort (self->posts, compare_posts);
  gather_lines (self, FALSE);
  gather_lines (self, TRUE);
  self->cells = g_new0 (const LiaisonCheckItemData *, MAX (self->posts->len * self->lines->len, 1));
  for (guint i = 0; i < self->posts->len; i++)
    {
      fill_cells (self, i, FALSE);
      fill_cells (self, i, TRUE);
    }
  return self;
}

guint
liaison_checklists_count_posts (const LiaisonChecklists *self)
{
  return self->posts->len;
}

guint
liaison_checklists_count_lines (const LiaisonChecklists *self)
{
  return self->lines->len;
}

const LiaisonBlock *
liaison_checklists_get_post (const LiaisonChecklists *self, guint row)
{
  return self->posts->pdata[row];
}

const LiaisonCheckLine *
liaison_checklists_get_line (const LiaisonChecklists *self, guint line)
{
  return &g_array_index (self->lines, LiaisonCheckLine, line);
}

LiaisonCheckState
liaison_checklists_get (const LiaisonChecklists *self,
                        guint row,
                        guint line,
                        const LiaisonCheckItemData **found)
{
  const LiaisonCheckItemData *item = self->cells[row * self->lines->len + line];

  if (found != NULL)
    *found = item;
  if (item == NULL)
    return LIAISON_CHECK_NONE;
  if (item->done)
    return LIAISON_CHECK_DONE;
  return item->needed && item->due != LIAISON_DATE_UNSET && item->due < self->today
             ? LIAISON_CHECK_LATE
             : LIAISON_CHECK_OPEN;
}

void
liaison_checklists_count_done (const LiaisonChecklists *self, guint row, guint *n, guint *n_done)
{
  *n = *n_done = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      LiaisonCheckState state = liaison_checklists_get (self, row, i, NULL);
      *n += state != LIAISON_CHECK_NONE;
      *n_done += state == LIAISON_CHECK_DONE;
    }
}

guint
liaison_checklists_count_late (const LiaisonChecklists *self)
{
  guint late = 0;

  for (guint row = 0; row < self->posts->len; row++)
    for (guint i = 0; i < self->lines->len; i++)
      late += liaison_checklists_get (self, row, i, NULL) == LIAISON_CHECK_LATE;
  return late;
}

static void
set (LiaisonProposal *proposal,
     const LiaisonBlock *post,
     gboolean kit,
     const LiaisonCheckItemData *item,
     guint field,
     gconstpointer at)
{
  LiaisonSlot slot = liaison_slot_item_field (
      post->id, kit ? LIAISON_FIELD (Post, kit) : LIAISON_FIELD (Post, joining), item->block.id,
      field);

  liaison_proposal_take (proposal, &liaison_post_kind, &slot,
                         liaison_value_field (&liaison_check_item_shape.fields[field], at));
}

LiaisonProposal *
liaison_checklist_tick (const LiaisonBlock *post,
                        gboolean kit,
                        const LiaisonCheckItemData *item,
                        gboolean done,
                        gint32 today,
                        const char *by)
{
  LiaisonProposal *proposal = liaison_proposal_new (done ? N_ ("Tick “{line}” of {record}")
                                                         : N_ ("Untick “{line}” of {record}"));
  const char *title = liaison_text_pick (item->title, "en", NULL);
  g_autoptr (GRefString) who = done && by != NULL && *by != '\0' ? g_ref_string_new (by) : NULL;
  gint32 day = done ? today : LIAISON_DATE_UNSET;

  liaison_proposal_take_operand (proposal, liaison_operand_text ("line", title));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", post->id));
  set (proposal, post, kit, item, LIAISON_FIELD (CheckItem, done), &done);
  set (proposal, post, kit, item, LIAISON_FIELD (CheckItem, completed), &day);
  set (proposal, post, kit, item, LIAISON_FIELD (CheckItem, by), &who);
  return proposal;
}

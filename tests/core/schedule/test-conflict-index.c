/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflict-index.h"

#include "plan.h"
#include "random-edit.h"

#include <stdlib.h>
#include <string.h>

#define EVENTS 500
#define EDITS  2000
#define RARE   1000 /* Following recurring events takes its time. */

/* A full look, by the way that knows nothing of the index. */
typedef struct
{
  const LiaisonBookings *bookings;
  GArray *found; /* of LiaisonConflict */
} Full;

static LiaisonId
id_of (const Full *self, guint event)
{
  guint n;
  return event != LIAISON_NO_PLACE ? liaison_bookings_get_events (self->bookings, &n)[event].block->id
                                   : (LiaisonId) { 0, 0 };
}

static void
overlap_cb (const LiaisonOverlap *overlap, gpointer data)
{
  Full *self = data;
  guint resource = liaison_bookings_get_pool_resource (self->bookings, overlap->pool);
  LiaisonConflict conflict
      = { .event = id_of (self, overlap->event),
          .other = id_of (self, overlap->other),
          .resource = liaison_bookings_get_resource (self->bookings, resource)->id,
          .start = overlap->start,
          .end = overlap->end,
          .asked = overlap->asked,
          .capacity = overlap->capacity };

  g_array_append_val (self->found, conflict);
}

static GArray *
look_at_all (LiaisonDocument *document)
{
  static const LiaisonKindId kinds[]
      = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT, LIAISON_KIND_POST, LIAISON_KIND_CHANNEL };
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  Full full = { bookings, g_array_new (FALSE, FALSE, sizeof (LiaisonConflict)) };
  guint n;
  const LiaisonLink *links = liaison_bookings_get_links (bookings, &n);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    liaison_conflicts_foreach_overlap (bookings, kinds[i], overlap_cb, &full);
  for (guint i = 0; i < n; i++)
    {
      gint64 delay = liaison_conflicts_get_delay (bookings, &links[i]);
      LiaisonConflict conflict = { .event = id_of (&full, links[i].successor),
                                   .other = id_of (&full, links[i].predecessor),
                                   .type = links[i].type,
                                   .delay = delay };
      if (delay > 0)
        g_array_append_val (full.found, conflict);
    }
  return full.found;
}

static int
compare (const void *a, const void *b)
{
  const LiaisonConflict *one = a, *two = b;
  const LiaisonId ids[2][3] = { { one->event, one->other, one->resource },
                                { two->event, two->other, two->resource } };
  const gint64 numbers[2][6]
      = { { one->start, one->end, one->asked, one->capacity, one->type, one->delay },
          { two->start, two->end, two->asked, two->capacity, two->type, two->delay } };

  for (guint i = 0; i < 3; i++)
    if (!liaison_id_same (ids[0][i], ids[1][i]))
      return liaison_id_compare (ids[0][i], ids[1][i]);
  for (guint i = 0; i < 6; i++)
    if (numbers[0][i] != numbers[1][i])
      return numbers[0][i] < numbers[1][i] ? -1 : 1;
  return 0;
}

static void
assert_same (GArray *a, GArray *b)
{
  qsort (a->data, a->len, sizeof (LiaisonConflict), compare);
  qsort (b->data, b->len, sizeof (LiaisonConflict), compare);
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (liaison_conflict_equal (&g_array_index (a, LiaisonConflict, i),
                                           &g_array_index (b, LiaisonConflict, i)));
}

static void
append_cb (const LiaisonConflict *conflict, gpointer data)
{
  g_array_append_vals (data, conflict, 1);
}

/* Follows a document, and what a listener would make of the news. */
typedef struct
{
  LiaisonDocument *document;
  LiaisonConflictIndex *index;
  GArray *told; /* of LiaisonConflict */
  guint n_full, n_news;
} Follower;

static void
look_anew (Follower *self)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->document);

  g_clear_pointer (&self->index, liaison_conflict_index_free);
  self->index = liaison_conflict_index_new (snapshot);
  g_array_set_size (self->told, 0);
  liaison_conflict_index_foreach (self->index, append_cb, self->told);
}

static void
take_out (GArray *told, const LiaisonConflict *gone)
{
  for (guint i = 0; i < told->len; i++)
    if (liaison_conflict_equal (&g_array_index (told, LiaisonConflict, i), gone))
      {
        g_array_remove_index_fast (told, i);
        return;
      }
  g_assert_not_reached ();
}

static void
changed_cb (LiaisonDocument *document, const LiaisonChange *changes, guint n, Follower *self)
{
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));

  if (!liaison_conflict_index_advance (self->index, &lookup, changes, n, gone, found))
    {
      self->n_full++;
      look_anew (self);
      return;
    }
  self->n_news += gone->len + found->len > 0;
  for (guint i = 0; i < gone->len; i++)
    take_out (self->told, &g_array_index (gone, LiaisonConflict, i));
  if (found->len > 0)
    g_array_append_vals (self->told, found->data, found->len);
}

static void
fill (Plan *plan, RandomEdits *edits)
{
  for (guint i = 0; i < 12; i++)
    plan_site (plan, 1 + i % 3);
  for (guint i = 0; i < 40; i++)
    plan_person (plan);
  for (guint i = 0; i < 6; i++)
    {
      LiaisonChannelData *channel = plan_begin (plan, &liaison_channel_kind);
      channel->at_once = i % 3;
      plan_add (plan, &liaison_channel_kind, channel);
      LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);
      post->per_shift = 1 + i % 2;
      plan_add (plan, &liaison_post_kind, post);
      plan_add (plan, &liaison_inject_kind, plan_begin (plan, &liaison_inject_kind));
    }
  for (guint i = 0; i < EVENTS; i++)
    {
      LiaisonEventData *event = plan_event (plan, g_rand_int_range (edits->chance, 0, 200), 1);
      for (guint j = 0; j < 5; j++)
        random_edit_event (edits, event);
      plan_add (plan, &liaison_event_kind, event);
    }
}

static void
test_follows_edits (gconstpointer rare)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (20270514);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  RandomEdits edits = { plan->document, chance, 0, removed, PLAN_STARTEX, 200 * PLAN_HOUR, rare != NULL };
  Follower follower = { plan->document, NULL, told };
  guint n_edits = rare != NULL ? RARE : EDITS;

  fill (plan, &edits);
  look_anew (&follower);
  g_signal_connect (plan->document, "changed", G_CALLBACK (changed_cb), &follower);
  for (guint i = 0; i < n_edits; i++)
    {
      random_edit (&edits);
      g_autoptr (GArray) wanted = look_at_all (plan->document);
      g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
      liaison_conflict_index_foreach (follower.index, append_cb, kept);
      g_assert_cmpuint (kept->len, ==, liaison_conflict_index_get_size (follower.index));
      assert_same (kept, wanted);
      assert_same (told, wanted);
    }
  g_test_message ("%u of %u edits looked at everything, %u brought news; %u conflicts at last",
                  follower.n_full, n_edits, follower.n_news, told->len);
  /* Else nothing has been tried. */
  g_assert_cmpuint (follower.n_full, <, n_edits / 10);
  g_assert_cmpuint (follower.n_news, >, n_edits / 10);
  g_assert_cmpuint (told->len, >, 50);
  liaison_conflict_index_free (follower.index);
}

/* Everything in one group, and the whole of it undone. */
static void
test_groups (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  RandomEdits edits = { plan->document, chance, 0, removed, PLAN_STARTEX, 200 * PLAN_HOUR, FALSE };
  Follower follower = { plan->document, NULL, told };
  LiaisonTable *events = liaison_document_get_table (plan->document, LIAISON_KIND_EVENT);

  fill (plan, &edits);
  look_anew (&follower);
  g_signal_connect (plan->document, "changed", G_CALLBACK (changed_cb), &follower);
  for (guint round = 0; round < 40; round++)
    {
      LiaisonChange changes[30], back[30];
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          const LiaisonBlock *block
              = liaison_record_get_block (liaison_table_get (events, i * 16 + round % 16));
          LiaisonBlock *after = i % 5 == 0 ? NULL : liaison_block_copy (block);
          if (after != NULL)
            random_edit_event (&edits, (gpointer) after);
          changes[i] = (LiaisonChange) { liaison_block_ref (block), after };
          back[i] = (LiaisonChange) { after, block };
        }
      for (guint half = 0; half < 2; half++)
        {
          liaison_document_apply (plan->document, half == 0 ? changes : back, G_N_ELEMENTS (changes));
          g_autoptr (GArray) wanted = look_at_all (plan->document);
          assert_same (told, wanted);
        }
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          liaison_block_unref ((LiaisonBlock *) changes[i].before);
          if (changes[i].after != NULL)
            liaison_block_unref ((LiaisonBlock *) changes[i].after);
        }
    }
  g_assert_cmpuint (follower.n_full, ==, 0);
  liaison_conflict_index_free (follower.index);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/schedule/conflict-index/follows-edits", NULL, test_follows_edits);
  g_test_add_data_func ("/schedule/conflict-index/follows-rare-edits", "", test_follows_edits);
  g_test_add_func ("/schedule/conflict-index/follows-groups", test_groups);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/channel.h"
#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The circuits of each need line; after an edit they are found line by line. */
static gpointer
gather_circuits (LiaisonReview *review)
{
  GHashTable *lines;
  guint n;
  const LiaisonBlock *const *channels = liaison_snapshot_get (review->snapshot, LIAISON_KIND_CHANNEL, &n);

  if (liaison_review_is_partial (review))
    return NULL;
  lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonChannelData *channel = LIAISON_DATA (Channel, channels[i]);
      const LiaisonBlock *line = liaison_review_find (review, channel->parent, &liaison_channel_kind);
      if (line == NULL || channel->status == LIAISON_CHANNEL_STATUS_CLOSED)
        continue;
      GPtrArray *circuits = g_hash_table_lookup (lines, line);
      if (circuits == NULL)
        {
          circuits = g_ptr_array_new ();
          g_hash_table_insert (lines, (gpointer) line, circuits);
        }
      g_ptr_array_add (circuits, (gpointer) channels[i]);
    }
  return lines;
}

static void
forget_circuits (gpointer lines)
{
  g_hash_table_unref (lines);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return liaison_id_compare ((*(const LiaisonBlock *const *) a)->id, (*(const LiaisonBlock *const *) b)->id);
}

/* In the order of ids. Transfer full. */
static GPtrArray *
find_circuits (LiaisonReview *review, const LiaisonBlock *line)
{
  GPtrArray *circuits = review->state != NULL ? g_hash_table_lookup (review->state, line) : NULL;
  guint n = 0;
  const LiaisonId *uses = review->state == NULL ? liaison_review_get_uses (review, line, &n) : NULL;

  if (circuits != NULL)
    return g_ptr_array_ref (circuits);
  circuits = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_review_find (review, uses[i], &liaison_channel_kind);
      if (user != NULL && liaison_id_same (LIAISON_DATA (Channel, user)->parent, line->id)
          && LIAISON_DATA (Channel, user)->status != LIAISON_CHANNEL_STATUS_CLOSED)
        g_ptr_array_add (circuits, (gpointer) user);
    }
  g_ptr_array_sort (circuits, compare_ids);
  return circuits;
}

static void
look (LiaisonReview *review,
      const LiaisonBlock *channel,
      void (*look_at) (LiaisonReview *review, const LiaisonBlock *line, const GPtrArray *circuits))
{
  g_autoptr (GPtrArray) circuits = NULL;

  if (LIAISON_DATA (Channel, channel)->status == LIAISON_CHANNEL_STATUS_CLOSED)
    return;
  circuits = find_circuits (review, channel);
  if (circuits->len > 0 || LIAISON_DATA (Channel, channel)->level == LIAISON_CHANNEL_LEVEL_NEED_LINE)
    look_at (review, channel, circuits);
}

static void
look_for_alternate (LiaisonReview *review, const LiaisonBlock *line, const GPtrArray *circuits)
{
  for (guint i = 0; i < circuits->len; i++)
    if (LIAISON_DATA (Channel, circuits->pdata[i])->pace >= LIAISON_PACE_ALTERNATE)
      return;
  if (liaison_review_may_list (review))
    liaison_review_add (review, line, NULL,
                        circuits->len > 0 ? N_ ("“{record}” has no alternate: when its circuit fails, nobody is heard.")
                                          : N_ ("“{record}” has no circuit at all."));
}

static gboolean
share_bearer (const LiaisonChannelData *one, const LiaisonChannelData *two)
{
  return one->pace != LIAISON_PACE_UNSET && two->pace != LIAISON_PACE_UNSET && one->pace != two->pace
         && one->bearer != 0 && one->bearer == two->bearer
         && (one->carrier == NULL || two->carrier == NULL || strcmp (one->carrier, two->carrier) == 0);
}

static void
look_for_shared (LiaisonReview *review, const LiaisonBlock *line, const GPtrArray *circuits)
{
  for (guint i = 0; i < circuits->len; i++)
    for (guint j = i + 1; j < circuits->len; j++)
      {
        const LiaisonChannelData *one = LIAISON_DATA (Channel, circuits->pdata[i]);
        const LiaisonChannelData *two = LIAISON_DATA (Channel, circuits->pdata[j]);
        if (!share_bearer (one, two) || !liaison_review_may_list (review))
          continue;
        LiaisonFinding *finding = liaison_review_add (
            review, line, NULL, N_ ("“{one}” and “{two}” of “{record}” both run over the same bearer ({bearer})."));
        liaison_finding_add_record (finding, one->block.id);
        liaison_finding_add_record (finding, two->block.id);
        liaison_finding_take_operand (finding, liaison_operand_record ("one", one->block.id));
        liaison_finding_take_operand (finding, liaison_operand_record ("two", two->block.id));
        liaison_finding_take_operand (finding, liaison_operand_field ("bearer", liaison_bearers.choices[one->bearer].label));
      }
}

static void
look_at_alternate (LiaisonReview *review, const LiaisonBlock *channel)
{
  look (review, channel, look_for_alternate);
}

static void
look_at_bearers (LiaisonReview *review, const LiaisonBlock *channel)
{
  look (review, channel, look_for_shared);
}

/* A circuit of the line, between the stations that it has: what it runs over is for people to say. */
static void
offer_circuit (LiaisonReview *review, LiaisonFinding *finding, const LiaisonBlock *line, LiaisonPace pace, const char *label)
{
  const LiaisonChannelData *data = LIAISON_DATA (Channel, line);
  LiaisonId id = liaison_id_new_from_parts (review->now * 1000, (guint) pace, line->id.low);
  LiaisonChannelData *made = (LiaisonChannelData *) liaison_block_new (&liaison_channel_kind.shape, id);
  LiaisonSlot slot = liaison_slot_record (id);

  made->title = data->title != NULL ? liaison_text_ref (data->title) : NULL;
  made->level = LIAISON_CHANNEL_LEVEL_CIRCUIT;
  made->parent = line->id;
  made->pace = (int) pace;
  made->status = LIAISON_CHANNEL_STATUS_PLANNED;
  made->area = data->area;
  made->stations = data->stations != NULL ? liaison_items_ref (data->stations) : NULL;
  made->originator = data->originator;
  made->marking = data->marking != NULL ? liaison_marking_ref (data->marking) : NULL;
  liaison_finding_take_fix (finding, label, &slot, liaison_value_block (&made->block));
  liaison_block_unref (&made->block);
}

static gboolean
has_circuit (LiaisonReview *review, const LiaisonBlock *line)
{
  guint n;
  const LiaisonBlock *const *channels = liaison_snapshot_get (review->snapshot, LIAISON_KIND_CHANNEL, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_id_same (LIAISON_DATA (Channel, channels[i])->parent, line->id)
        && LIAISON_DATA (Channel, channels[i])->status != LIAISON_CHANNEL_STATUS_CLOSED)
      return TRUE;
  return FALSE;
}

static void
fix_alternate (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *line = liaison_review_find (review, finding->records[0], &liaison_channel_kind);

  if (line == NULL)
    return;
  if (has_circuit (review, line))
    {
      offer_circuit (review, finding, line, LIAISON_PACE_ALTERNATE, N_ ("Add an alternate circuit, to be filled in"));
      return;
    }
  for (guint pace = LIAISON_PACE_PRIMARY; pace <= LIAISON_PACE_ALTERNATE; pace++)
    offer_circuit (review, finding, line, pace, N_ ("Add a primary and an alternate circuit, to be filled in"));
}

const LiaisonRule liaison_rule_circuit_without_alternate = {
  "circuit-without-alternate", LIAISON_SEVERITY_WARNING, N_ ("Need lines without an alternate"),
  N_ ("A need line has no second way for when the first fails. Add an alternate circuit, over another bearer."), NULL,
  .look = look_at_alternate, .kinds = LIAISON_TARGET (CHANNEL), .referrers = LIAISON_TARGET (CHANNEL),
  .prepare = gather_circuits, .forget = forget_circuits, .fix = fix_alternate
};

const LiaisonRule liaison_rule_pace_shares_bearer = {
  "pace-shares-bearer", LIAISON_SEVERITY_WARNING, N_ ("Two layers of PACE on one bearer"),
  N_ ("Two circuits of one need line run over the same bearer, so one fault takes both away. Put one of them on another bearer."),
  NULL,
  .look = look_at_bearers, .kinds = LIAISON_TARGET (CHANNEL), .referrers = LIAISON_TARGET (CHANNEL),
  .prepare = gather_circuits, .forget = forget_circuits
};

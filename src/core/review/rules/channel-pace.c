/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/channel.h"
#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The circuits of each need line. */
static GHashTable *
gather_circuits (LiaisonReview *review)
{
  GHashTable *lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n;
  const LiaisonBlock *const *channels = liaison_snapshot_get (review->snapshot, LIAISON_KIND_CHANNEL, &n);

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
look (LiaisonReview *review, void (*look_at) (LiaisonReview *review, const LiaisonBlock *line, const GPtrArray *circuits))
{
  g_autoptr (GHashTable) lines = gather_circuits (review);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *channels = liaison_snapshot_get (review->snapshot, LIAISON_KIND_CHANNEL, &n);

  for (guint i = 0; i < n; i++)
    {
      const GPtrArray *circuits = g_hash_table_lookup (lines, channels[i]);
      if (LIAISON_DATA (Channel, channels[i])->status != LIAISON_CHANNEL_STATUS_CLOSED
          && (circuits != NULL || LIAISON_DATA (Channel, channels[i])->level == LIAISON_CHANNEL_LEVEL_NEED_LINE))
        look_at (review, channels[i], circuits != NULL ? circuits : none);
    }
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
run_alternate (LiaisonReview *review)
{
  look (review, look_for_alternate);
}

static void
run_shared (LiaisonReview *review)
{
  look (review, look_for_shared);
}

const LiaisonRule liaison_rule_circuit_without_alternate = {
  "circuit-without-alternate", LIAISON_SEVERITY_WARNING, N_ ("Need lines without an alternate"),
  N_ ("A need line has no second way for when the first fails. Add an alternate circuit, over another bearer."), run_alternate,
  .reads = LIAISON_TARGET (CHANNEL)
};

const LiaisonRule liaison_rule_pace_shares_bearer = {
  "pace-shares-bearer", LIAISON_SEVERITY_WARNING, N_ ("Two layers of PACE on one bearer"),
  N_ ("Two circuits of one need line run over the same bearer, so one fault takes both away. Put one of them on another bearer."),
  run_shared,
  .reads = LIAISON_TARGET (CHANNEL)
};

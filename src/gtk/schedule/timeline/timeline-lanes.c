/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events from one lane to another, by drag and by key. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "draw/lane-drop.h"
#include "record/kinds/event.h"
#include "schedule/nudge.h"

#include <glib/gi18n.h>

static const LiaisonBlock *
find_event (LiaisonTimelineView *self, LiaisonId id)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), id);

  return record != NULL && liaison_record_get_kind (record) == &liaison_event_kind
             ? liaison_record_get_block (record)
             : NULL;
}

const char *
liaison_timeline_view_check_drop (LiaisonTimelineView *self, LiaisonId event, guint from, guint to)
{
  const LiaisonBlock *block = find_event (self, event);

  return block != NULL ? liaison_lane_drop (liaison_timeline_get_lanes (self->timeline), self->by,
                                            from, to, block, NULL)
                       : NULL;
}

static LiaisonProposal *
make_proposal (const LiaisonId *ids, guint n, const char *lane)
{
  LiaisonProposal *proposal =
      /* Translators: The lane of a timeline: a site, a nation, a track: “Move Briefing to Hall” */
      liaison_proposal_new (n == 1 ? N_ ("Move {record} to {lane}")
                                   : N_ ("Move {count} events to {lane}"));

  liaison_proposal_take_operand (proposal, n == 1 ? liaison_operand_record ("record", ids[0])
                                                  : liaison_operand_integer ("count", n));
  liaison_proposal_take_operand (proposal, liaison_operand_text ("lane", lane));
  return proposal;
}

/* What stays, and why. */
static void
say_refused (LiaisonTimelineView *self, guint n, const char *refusal)
{
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u event stays where it is.", "%u events stay where they are.", n), n);
  g_autofree char *text = n == 1 ? g_strdup (_ (refusal)) : g_strjoin (" ", count, _ (refusal), NULL);

  g_signal_emit_by_name (self->session, "notice", text, FALSE);
}

gboolean
liaison_timeline_view_drop (LiaisonTimelineView *self, guint from, guint to, gint64 wall)
{
  const LiaisonLanes *lanes = liaison_timeline_get_lanes (self->timeline);
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (self->session));
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autoptr (LiaisonProposal) proposal = NULL;
  const char *refusal = NULL;
  guint n, n_lanes, refused = 0;
  const LiaisonId *ids =
      liaison_selection_get (liaison_session_get_selection (self->session), &n);
  const LiaisonLane *each = liaison_lanes_get (lanes, &n_lanes);

  if (!liaison_timeline_view_is_writable (self) || from >= n_lanes || to >= n_lanes || from == to)
    return FALSE;
  proposal = make_proposal (ids, n, each[to].label);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = find_event (self, ids[i]);
      const char *why =
          block != NULL ? liaison_lane_drop (lanes, self->by, from, to, block, NULL) : NULL;

      if (block == NULL)
        continue;
      if (why == NULL)
        {
          liaison_lane_drop (lanes, self->by, from, to, block, proposal);
          liaison_table_filter_keep (self->filter, ids[i]);
          g_array_append_val (moved, ids[i]);
        }
      else if (refused++ == 0)
        refusal = why;
    }
  if (refused > 0)
    say_refused (self, refused, refusal);
  if (wall != 0 && moved->len > 0)
    liaison_nudge_propose (&lookup, (const LiaisonId *) moved->data, moved->len,
                           &(LiaisonNudge){ wall, 0 }, proposal, NULL);
  if (moved->len == 0 || liaison_proposal_get_size (proposal) == 0)
    return FALSE;
  return liaison_session_commit (self->session, g_steal_pointer (&proposal), NULL);
}

/* The lane in which the first of what is selected stands: that of the cursor where it is on it. */
static gboolean
find_lane (LiaisonTimelineView *self, LiaisonId *record, guint *lane)
{
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (self));
  LiaisonHit hit;
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  if (n == 0 || liaison_timeline_get_lanes (self->timeline) == NULL)
    return FALSE;
  if (cursor != NULL && cursor->part == LIAISON_PART_BODY
      && liaison_timeline_is_selected (self->timeline, cursor->record))
    hit = *cursor;
  else if (!liaison_drawing_locate (LIAISON_DRAWING (self->timeline), ids[0], &hit))
    return FALSE;
  *record = hit.record;
  *lane = LIAISON_TIMELINE_HIT_LANE (hit.index);
  return TRUE;
}

gboolean
liaison_timeline_view_step_lane (LiaisonTimelineView *self, int by)
{
  const char *refusal = NULL;
  guint n, from;
  LiaisonId record;

  if (!liaison_timeline_view_is_writable (self) || !find_lane (self, &record, &from))
    return FALSE;
  liaison_lanes_get (liaison_timeline_get_lanes (self->timeline), &n);
  for (gint64 to = (gint64) from + by; to >= 0 && to < n; to += by)
    {
      const char *why = liaison_timeline_view_check_drop (self, record, from, (guint) to);

      if (why == NULL)
        return liaison_timeline_view_drop (self, from, (guint) to, 0);
      refusal = why;
    }
  if (refusal != NULL)
    say_refused (self, 1, refusal);
  return FALSE;
}

static void
lane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!liaison_timeline_view_step_lane (LIAISON_TIMELINE_VIEW (widget),
                                        g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

void
liaison_timeline_view_install_lane_actions (GtkWidgetClass *klass)
{
  const guint keys = GDK_SHIFT_MASK | GDK_ALT_MASK;

  gtk_widget_class_install_action (klass, "timeline.to-lane", "i", lane_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "timeline.to-lane", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "timeline.to-lane", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, keys, "timeline.to-lane", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, keys, "timeline.to-lane", "i", 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "finding-item.h"
#include "record/kinds/event.h"
#include "shared/writing.h"

#include <glib/gi18n.h>

/* A bar takes up at least so much in its row. */
#define LEAST 1800
#define DAY   G_GINT64_CONSTANT (86400)
/* Around what the person first sees. */
#define MARGIN(span) ((span) / 24)

G_DEFINE_FINAL_TYPE (LiaisonTimelineView, liaison_timeline_view, LIAISON_TYPE_DRAWN_VIEW)

enum
{
  SIGNAL_RANGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
liaison_timeline_view_emit_range (LiaisonTimelineView *self)
{
  g_signal_emit (self, signals[SIGNAL_RANGE_CHANGED], 0);
}

static gboolean
is_shown (const LiaisonBlock *event, gpointer data)
{
  LiaisonTimelineView *self = data;
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), event->id);

  return record != NULL && liaison_table_filter_matches (self->filter, record);
}

/* What was selected before it had a place here: an event just added. */
static void
show_selected (LiaisonTimelineView *self)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (self));
  LiaisonHit hit;

  if (record == NULL || !self->fitted
      || (cursor != NULL && liaison_id_same (cursor->record, liaison_record_get_id (record)))
      || !liaison_drawing_locate (LIAISON_DRAWING (self->timeline), liaison_record_get_id (record),
                                  &hit))
    return;
  liaison_drawn_view_set_cursor (LIAISON_DRAWN_VIEW (self), &hit);
  liaison_drawn_view_reveal (LIAISON_DRAWN_VIEW (self), &hit.box);
}

static const LiaisonId *
find_uses (LiaisonId record, guint *n, gpointer data)
{
  return liaison_document_find_uses (data, record, n);
}

/* Lanes of the plan as it is: those shown go on where they can, unless they are to be made @anew.
 */
static void
build (LiaisonTimelineView *self, gboolean anew)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonLanesSetup setup = {
    .by = self->by,
    .is_shown = liaison_table_filter_is_active (self->filter) ? is_shown : NULL,
    .data = self,
    .folded = self->folded,
    .with_empty = self->with_empty,
    .least = LEAST,
  };
  double x, y;
  gint64 at;

  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self), &x, &y);
  at = liaison_time_axis_get_time (liaison_timeline_get_axis (self->timeline), x);
  if (anew || !liaison_timeline_follow (self->timeline, snapshot, &manner, &setup))
    liaison_timeline_set_lanes (self->timeline, liaison_lanes_new (snapshot, &manner, &setup));
  if (self->fitted)
    liaison_drawn_view_scroll_to (
        LIAISON_DRAWN_VIEW (self),
        liaison_time_axis_get_position (liaison_timeline_get_axis (self->timeline), at), y);
  liaison_timeline_view_set_hover (self, NULL);
  show_selected (self);
  liaison_timeline_view_emit_range (self);
}

static gboolean
rebuild_cb (gpointer data)
{
  LiaisonTimelineView *self = data;

  self->rebuild = 0;
  build (self, self->anew);
  self->anew = FALSE;
  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one go, before the next frame. */
static void
queue_build (LiaisonTimelineView *self)
{
  if (self->rebuild == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->rebuild = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

/* What is shown, or how, is another. */
static void
queue_rebuild (LiaisonTimelineView *self)
{
  self->anew = TRUE;
  queue_build (self);
}

static void
rebuild_now (LiaisonTimelineView *self)
{
  g_clear_handle_id (&self->rebuild, g_source_remove);
  self->anew = FALSE;
  build (self, TRUE);
}

static void
document_changed_cb (LiaisonTimelineView *self)
{
  liaison_timeline_view_cancel_drag (self);
  queue_build (self);
}

static void
selection_changed_cb (LiaisonTimelineView *self)
{
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  liaison_timeline_set_selected (self->timeline, ids, n);
}

static void
findings_changed_cb (LiaisonTimelineView *self)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  GHashTable *marks = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (findings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      const LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      for (guint j = 0; j < finding->n_records; j++)
        {
          guint worst = GPOINTER_TO_UINT (g_hash_table_lookup (marks, &finding->records[j]));
          if (finding->severity + 1 > worst)
            g_hash_table_replace (marks, g_memdup2 (&finding->records[j], sizeof (LiaisonId)),
                                  GUINT_TO_POINTER (finding->severity + 1));
        }
    }
  liaison_timeline_take_marks (self->timeline, marks);
}

/* The reasons of conflicts, below what the drawing tells. */
static void
append_findings (LiaisonTimelineView *self, GString *text, LiaisonId record)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint n = g_list_model_get_n_items (findings), told = 0;

  for (guint i = 0; i < n && told < 4; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      const LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      for (guint j = 0; j < finding->n_records; j++)
        if (liaison_id_same (finding->records[j], record))
          {
            g_autofree char *sentence = liaison_manner_tell_finding (&manner, finding);
            g_string_append_printf (text, "%s⚠ %s", told == 0 ? "\n\n" : "\n", sentence);
            told++;
            break;
          }
    }
}

/* What the drawing says, and why it is marked. Nothing while something is being drawn or typed. */
static char *
tell (LiaisonDrawnView *view, const LiaisonHit *hit)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (view);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *told = NULL;
  GString *text;

  if (self->drag.active || self->entry != NULL)
    return NULL;
  if (liaison_timeline_view_tell_grip (self) != NULL)
    return g_strdup (liaison_timeline_view_tell_grip (self));
  told = liaison_drawing_tell (LIAISON_DRAWING (self->timeline), &manner, hit);
  if (told == NULL)
    return NULL;
  text = g_string_new (told);
  if (hit->part == LIAISON_PART_BODY)
    append_findings (self, text, hit->record);
  return g_string_free (text, FALSE);
}

/* The line of now goes on. */
static gboolean
clock_cb (gpointer data)
{
  LiaisonTimelineView *self = data;

  liaison_timeline_set_now (self->timeline, liaison_session_get_manner (self->session).now);
  return G_SOURCE_CONTINUE;
}

static void
liaison_timeline_view_map (GtkWidget *widget)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);

  rebuild_now (self);
  clock_cb (self);
  self->clock = g_timeout_add_seconds (30, clock_cb, self);
  GTK_WIDGET_CLASS (liaison_timeline_view_parent_class)->map (widget);
}

static void
liaison_timeline_view_unmap (GtkWidget *widget)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->rebuild, g_source_remove);
  liaison_timeline_view_cancel_drag (self);
  GTK_WIDGET_CLASS (liaison_timeline_view_parent_class)->unmap (widget);
}

/* The exercise itself, with a day around it; where its times are not known, the whole plan. */
static void
show_conduct (LiaisonTimelineView *self)
{
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (self->session));
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&lookup);
  gint64 start, end;

  if (liaison_times_get_start (&lookup, exercise, &start) == LIAISON_TIME_KNOWN
      && liaison_times_get_end (&lookup, exercise, &end) == LIAISON_TIME_KNOWN && end > start)
    liaison_timeline_view_show_range (self, start - DAY / 2, MIN (end + DAY / 2, start + 8 * DAY));
  else
    liaison_timeline_view_fit (self);
}

/* What is shown first is known when there is room for it. */
static void
liaison_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);

  if (!self->fitted && width > 1)
    {
      self->fitted = TRUE;
      if (self->wanted_until > self->wanted_from)
        liaison_timeline_view_show_range (self, self->wanted_from, self->wanted_until);
      else
        show_conduct (self);
    }
  GTK_WIDGET_CLASS (liaison_timeline_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->entry != NULL)
    gtk_popover_present (GTK_POPOVER (self->entry));
}

static void
draw_over (LiaisonDrawnView *view, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  liaison_timeline_view_draw_drag (LIAISON_TIMELINE_VIEW (view), canvas, visible);
}

static void
liaison_timeline_view_dispose (GObject *object)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->rebuild, g_source_remove);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->copied, g_ptr_array_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_timeline_view_parent_class)->dispose (object);
}

static void
liaison_timeline_view_class_init (LiaisonTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LiaisonDrawnViewClass *view_class = LIAISON_DRAWN_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_timeline_view_dispose;
  widget_class->map = liaison_timeline_view_map;
  widget_class->unmap = liaison_timeline_view_unmap;
  widget_class->size_allocate = liaison_timeline_view_size_allocate;
  view_class->draw_over = draw_over;
  view_class->pressed = liaison_timeline_view_pressed;
  view_class->tell = tell;
  view_class->draws_selection = TRUE;
  signals[SIGNAL_RANGE_CHANGED] =
      g_signal_new ("range-changed", LIAISON_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  liaison_timeline_view_class_install_actions (widget_class);
}

static void
liaison_timeline_view_init (LiaisonTimelineView *self)
{
  self->folded = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->copied = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  self->timeline = liaison_timeline_new ();
}

GtkWidget *
liaison_timeline_view_new (LiaisonSession *session, LiaisonTableFilter *filter)
{
  static const char *const writing[] = { "timeline.delete",
                                         "timeline.duplicate",
                                         "timeline.cut",
                                         "timeline.paste",
                                         "timeline.to-lane",
                                         "view.add",
                                         NULL };
  LiaisonTimelineView *self = g_object_new (LIAISON_TYPE_TIMELINE_VIEW, NULL);

  liaison_bind_writing_actions (GTK_WIDGET (self), session, writing);
  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  liaison_drawn_view_construct (LIAISON_DRAWN_VIEW (self), session,
                                LIAISON_DRAWING (self->timeline), _ ("Timeline of the schedule"));
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  liaison_timeline_set_uses (self->timeline, find_uses, liaison_session_get_document (session));
  liaison_timeline_set_path_asked (self->timeline, liaison_timeline_view_ask_path, self);
  liaison_timeline_view_watch_gestures (self);
  rebuild_now (self);
  selection_changed_cb (self);
  findings_changed_cb (self);
  return GTK_WIDGET (self);
}

LiaisonTimeline *
liaison_timeline_view_get_timeline (LiaisonTimelineView *self)
{
  return self->timeline;
}

void
liaison_timeline_view_set_lanes_by (LiaisonTimelineView *self, LiaisonLanesBy by)
{
  if (self->by == by)
    return;
  self->by = by;
  g_hash_table_remove_all (self->folded);
  liaison_drawn_view_set_cursor (LIAISON_DRAWN_VIEW (self), NULL);
  rebuild_now (self);
}

void
liaison_timeline_view_set_with_empty (LiaisonTimelineView *self, gboolean with_empty)
{
  if (self->with_empty == with_empty)
    return;
  self->with_empty = with_empty;
  rebuild_now (self);
}

void
liaison_timeline_view_toggle_lane (LiaisonTimelineView *self, guint lane)
{
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (liaison_timeline_get_lanes (self->timeline), &n);

  if (lane >= n || !lanes[lane].has_children)
    return;
  if (lanes[lane].folded)
    g_hash_table_remove (self->folded, &lanes[lane].key);
  else
    g_hash_table_add (self->folded, g_memdup2 (&lanes[lane].key, sizeof (LiaisonId)));
  rebuild_now (self);
}

void
liaison_timeline_view_get_range (LiaisonTimelineView *self, gint64 *from, gint64 *until)
{
  const LiaisonTimeAxis *axis = liaison_timeline_get_axis (self->timeline);
  double x, y, width, height;

  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self), &x, &y);
  liaison_drawn_view_get_room (LIAISON_DRAWN_VIEW (self), &width, &height);
  *from = liaison_time_axis_get_time (axis, x);
  *until = liaison_time_axis_get_time (axis, x + width);
}

void
liaison_timeline_view_show_range (LiaisonTimelineView *self, gint64 from, gint64 until)
{
  double x, y, width, height;

  liaison_drawn_view_get_room (LIAISON_DRAWN_VIEW (self), &width, &height);
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 1)
    {
      self->wanted_from = from;
      self->wanted_until = until;
      return;
    }
  self->fitted = TRUE;
  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self), &x, &y);
  x = liaison_timeline_fit (self->timeline, from, until, width);
  liaison_drawn_view_scroll_to (LIAISON_DRAWN_VIEW (self), x, y);
  liaison_timeline_view_emit_range (self);
}

void
liaison_timeline_view_fit (LiaisonTimelineView *self)
{
  gint64 from, until, margin;

  liaison_timeline_get_extent (self->timeline, liaison_session_get_manner (self->session).now,
                               &from, &until);
  margin = MAX (3600, MARGIN (until - from));
  liaison_timeline_view_show_range (self, from - margin, until + margin);
}

void
liaison_timeline_view_show_now (LiaisonTimelineView *self)
{
  gint64 from, until, now = liaison_session_get_manner (self->session).now;
  gint64 half;

  liaison_timeline_view_get_range (self, &from, &until);
  half = (until - from) / 2;
  liaison_timeline_view_show_range (self, now - half, now + half);
}

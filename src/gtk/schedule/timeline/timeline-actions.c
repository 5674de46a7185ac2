/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "record/kinds.h"
#include "schedule/nudge.h"
#include "shared/table-maker.h"
#include "shared/table-references.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

static void
say (LiaisonTimelineView *self, const char *text, gboolean undoable)
{
  g_signal_emit_by_name (self->session, "notice", text, undoable);
}

static LiaisonLookup
get_lookup (LiaisonTimelineView *self)
{
  return liaison_document_get_lookup (liaison_session_get_document (self->session));
}

static const LiaisonId *
get_selected (LiaisonTimelineView *self, guint *n)
{
  return liaison_selection_get (liaison_session_get_selection (self->session), n);
}

static gboolean
is_read_only (LiaisonTimelineView *self)
{
  return liaison_editor_get_read_only (liaison_session_get_editor (self->session));
}

static void
say_locked (LiaisonTimelineView *self, guint locked)
{
  g_autofree char *text =
      liaison_screen_printf (ngettext ("%u event is locked and stays where it is",
                                 "%u events are locked and stay where they are", locked),
                       locked);

  say (self, text, FALSE);
}

static LiaisonProposal *
make_proposal (const LiaisonId *ids, guint n, const char *one, const char *many)
{
  LiaisonProposal *proposal = liaison_proposal_new (n == 1 ? one : many);

  liaison_proposal_take_operand (proposal, n == 1 ? liaison_operand_record ("record", ids[0])
                                                  : liaison_operand_integer ("count", n));
  return proposal;
}

gboolean
liaison_timeline_view_nudge (LiaisonTimelineView *self, gint64 wall, gint64 length)
{
  LiaisonLookup lookup = get_lookup (self);
  LiaisonNudge nudge = { wall, length };
  guint n, moved, locked;
  const LiaisonId *ids = get_selected (self, &n);
  g_autoptr (LiaisonProposal) proposal = NULL;

  if (n == 0 || is_read_only (self))
    return FALSE;
  if (wall != 0)
    proposal = make_proposal (ids, n, N_ ("Move {record}"), N_ ("Move {count} events"));
  else
    proposal = make_proposal (ids, n, N_ ("Change the length of {record}"),
                              N_ ("Change the length of {count} events"));
  moved = liaison_nudge_propose (&lookup, ids, n, &nudge, proposal, &locked);
  if (locked > 0)
    say_locked (self, locked);
  if (moved == 0)
    return FALSE;
  return liaison_session_commit (self->session, g_steal_pointer (&proposal), NULL);
}

gboolean
liaison_timeline_view_move_to (LiaisonTimelineView *self, LiaisonId dragged, gint64 seconds)
{
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *block = liaison_lookup_find (&lookup, dragged);
  gint64 wall;

  if (block == NULL || block->shape != &liaison_event_kind.shape
      || !liaison_nudge_measure (&lookup, block, seconds, &wall) || wall == 0)
    return FALSE;
  return liaison_timeline_view_nudge (self, wall, 0);
}

static gboolean
depends_on (const LiaisonBlock *event, LiaisonId other)
{
  LiaisonItems *items = LIAISON_DATA (Event, event)->dependencies;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (liaison_id_same (LIAISON_DATA (Dependency, liaison_items_get (items, i))->event, other))
      return TRUE;
  return FALSE;
}

gboolean
liaison_timeline_view_link (LiaisonTimelineView *self, LiaisonId predecessor, LiaisonId successor)
{
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *from = liaison_lookup_find (&lookup, predecessor);
  const LiaisonBlock *to = liaison_lookup_find (&lookup, successor);
  LiaisonEditor *editor = liaison_session_get_editor (self->session);
  g_autoptr (LiaisonItems) items = NULL;
  g_autoptr (LiaisonBlock) item = NULL;
  LiaisonDependencyData *tie;
  LiaisonProposal *proposal;

  if (from == NULL || to == NULL || from == to || is_read_only (self))
    return FALSE;
  if (depends_on (to, predecessor) || depends_on (from, successor))
    {
      say (self, _ ("These events already depend on each other"), FALSE);
      return FALSE;
    }
  item = liaison_block_new (&liaison_dependency_shape, liaison_editor_new_id (editor));
  tie = (LiaisonDependencyData *) item;
  tie->event = predecessor;
  tie->type = LIAISON_DEPENDENCY_TYPE_FINISH_START;
  tie->lag = LIAISON_DURATION_UNSET;
  items = liaison_items_with (LIAISON_DATA (Event, to)->dependencies, item->id, item);
  proposal = liaison_proposal_new (N_ ("Let {record} depend on {other}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", successor));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("other", predecessor));
  liaison_proposal_set_field (proposal, to, LIAISON_FIELD (Event, dependencies), &items);
  return liaison_session_commit (self->session, proposal, _ ("Dependency drawn"));
}

static GPtrArray *
list_selected (LiaisonTimelineView *self)
{
  GPtrArray *records = g_ptr_array_new ();
  guint n;
  const LiaisonId *ids = get_selected (self, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *record =
          liaison_document_find (liaison_session_get_document (self->session), ids[i]);
      if (record != NULL && liaison_record_get_kind (record)->id == LIAISON_KIND_EVENT)
        g_ptr_array_add (records, record);
    }
  return records;
}

void
liaison_timeline_view_delete (LiaisonTimelineView *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  g_autoptr (GPtrArray) records = list_selected (self);
  g_autoptr (GPtrArray) users = NULL;
  g_autofree char *notice = NULL;
  LiaisonProposal *proposal;

  if (records->len == 0 || is_read_only (self))
    return;
  users = liaison_table_list_users (document, records);
  notice = liaison_screen_printf (ngettext ("%u event deleted", "%u events deleted", records->len),
                            records->len);
  proposal = liaison_proposal_new (N_ ("Delete {count} records"));
  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", records->len));
  for (guint i = 0; i < users->len; i++)
    liaison_table_clear_references (document, proposal, users->pdata[i], records);
  for (guint i = 0; i < records->len; i++)
    liaison_proposal_remove_record (proposal, liaison_record_get_block (records->pdata[i]));
  liaison_session_commit (self->session, proposal, notice);
}

/* New events with the values of @blocks, moved by @wall s; selected afterwards. */
static void
add_copies (LiaisonTimelineView *self, const GPtrArray *blocks, gint64 wall, const char *sentence)
{
  g_autoptr (LiaisonTableMaker) maker =
      liaison_table_maker_new (self->session, &liaison_event_kind);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  LiaisonProposal *proposal = liaison_proposal_new (sentence);
  LiaisonLookup lookup = get_lookup (self);

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", blocks->len));
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (LiaisonBlock) copy = liaison_table_maker_duplicate (maker, blocks->pdata[i]);
      LiaisonInstant moved;

      if (wall != 0
          && liaison_nudge_instant (&lookup, copy, &LIAISON_DATA (Event, copy)->start, wall,
                                    &moved))
        ((LiaisonEventData *) copy)->start = moved;
      liaison_proposal_add_record (proposal, copy);
      liaison_table_filter_keep (self->filter, copy->id);
      g_array_append_val (ids, copy->id);
    }
  if (liaison_session_commit (self->session, proposal, NULL))
    liaison_selection_set (liaison_session_get_selection (self->session),
                           (const LiaisonId *) ids->data, ids->len);
}

static GPtrArray *
list_blocks (LiaisonTimelineView *self)
{
  g_autoptr (GPtrArray) records = list_selected (self);
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (blocks, liaison_block_ref (liaison_record_get_block (records->pdata[i])));
  return blocks;
}

void
liaison_timeline_view_duplicate (LiaisonTimelineView *self)
{
  g_autoptr (GPtrArray) blocks = list_blocks (self);

  if (blocks->len > 0 && !is_read_only (self))
    add_copies (self, blocks, 0, N_ ("Duplicate {count} records"));
}

/* Other programs get the titles. */
void
liaison_timeline_view_copy (LiaisonTimelineView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GPtrArray *blocks = list_blocks (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (blocks->len == 0)
    {
      g_ptr_array_unref (blocks);
      return;
    }
  g_ptr_array_unref (self->copied);
  self->copied = blocks;
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *start = liaison_manner_tell_start_zulu (&manner, blocks->pdata[i]);
      g_autofree char *name = liaison_manner_tell_block_name (&manner, blocks->pdata[i]);
      g_string_append_printf (text, "%s\t%s\n", start, name);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

void
liaison_timeline_view_paste (LiaisonTimelineView *self, gint64 seconds)
{
  LiaisonLookup lookup = get_lookup (self);
  gint64 first = G_MAXINT64, start, wall = 0;

  if (self->copied->len == 0 || is_read_only (self))
    return;
  for (guint i = 0; i < self->copied->len; i++)
    if (liaison_times_get_start (&lookup, self->copied->pdata[i], &start) == LIAISON_TIME_KNOWN
        && start < first)
      {
        first = start;
        liaison_nudge_measure (&lookup, self->copied->pdata[i], seconds, &wall);
      }
  add_copies (self, self->copied, wall, N_ ("Paste {count} events"));
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_timeline_view_delete (LIAISON_TIMELINE_VIEW (widget));
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_timeline_view_duplicate (LIAISON_TIMELINE_VIEW (widget));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);

  liaison_timeline_view_copy (self);
  if (strcmp (action, "timeline.cut") == 0)
    liaison_timeline_view_delete (self);
}

/* Ctrl+C; without a selection the view copies what is seen. */
static gboolean
copy_selected (LiaisonDrawnView *view)
{
  g_autoptr (GPtrArray) records = list_selected (LIAISON_TIMELINE_VIEW (view));

  if (records->len == 0)
    return FALSE;
  liaison_timeline_view_copy (LIAISON_TIMELINE_VIEW (view));
  return TRUE;
}

/* Where the pointer is; else in the middle of what is seen. */
static gint64
get_target_time (LiaisonTimelineView *self)
{
  const LiaisonTimeRuler *ruler = liaison_timeline_get_ruler (self->timeline);
  gint64 from, until, at;
  double x, y, to_x, to_y;

  liaison_timeline_view_get_range (self, &from, &until);
  at = from + (until - from) / 2;
  if (liaison_drawn_view_get_pointer (LIAISON_DRAWN_VIEW (self), &x, &y)
      && liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), x, y, &to_x, &to_y)
             == LIAISON_PART_BODY)
    at = liaison_time_axis_get_time (liaison_timeline_get_axis (self->timeline), to_x);
  return liaison_ticks_snap (ruler->zones[0], liaison_timeline_view_get_snap (self), 1, at);
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);
  liaison_timeline_view_paste (self, get_target_time (self));
}

/* A new event in the lane of the cursor, in the middle of what is seen. */
static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (self));
  const LiaisonTimeAxis *axis = liaison_timeline_get_axis (self->timeline);
  double x, y, width, height;
  guint lane, n;
  gint64 start, length;
  LiaisonBox box;

  if (is_read_only (self))
    return;
  liaison_lanes_get (liaison_timeline_get_lanes (self->timeline), &n);
  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self), &x, &y);
  liaison_drawn_view_get_room (LIAISON_DRAWN_VIEW (self), &width, &height);
  lane = cursor != NULL && cursor->part == LIAISON_PART_BODY
             ? LIAISON_TIMELINE_HIT_LANE (cursor->index)
             : liaison_timeline_get_lane_at (self->timeline, y + 1);
  start = liaison_ticks_snap (liaison_timeline_get_ruler (self->timeline)->zones[0],
                              liaison_timeline_view_get_snap (self), 1,
                              liaison_time_axis_get_time (axis, x + width / 2));
  length =
      MAX (3600, (gint64) liaison_tick_level_get_length (liaison_timeline_view_get_snap (self)));
  box =
      lane < n ? liaison_timeline_get_lane_box (self->timeline, lane) : (LiaisonBox){ 0, y, 0, 24 };
  box.x = liaison_time_axis_get_position (axis, start);
  box.width = MAX (4, (double) length / axis->pace);
  box.height = MIN (box.height, 30);
  liaison_timeline_view_ask_event (self, lane, start, start + length, &box);
}

static void
select_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);
  LiaisonBox all = { 0, 0, 1e12, 1e9 };
  g_autoptr (GArray) ids = liaison_timeline_list_in (self->timeline, &all);

  liaison_selection_set (liaison_session_get_selection (self->session),
                         (const LiaisonId *) ids->data, ids->len);
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_timeline_view_fit (LIAISON_TIMELINE_VIEW (widget));
}

static void
now_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_timeline_view_show_now (LIAISON_TIMELINE_VIEW (widget));
}

static void
fold_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (self));

  if (cursor != NULL)
    liaison_timeline_view_toggle_lane (self, LIAISON_TIMELINE_HIT_LANE (cursor->index));
}

/* By one step of what things snap to at this zoom; mirrored as it is seen. */
static gboolean
nudge_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);
  gint64 step = (gint64) liaison_tick_level_get_length (liaison_timeline_view_get_snap (self));
  int by, stretches;

  g_variant_get (parameter, "(ib)", &by, &stretches);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  liaison_timeline_view_nudge (self, stretches ? 0 : by * step, stretches ? by * step : 0);
  return TRUE;
}

static void
bind_nudge (GtkWidgetClass *klass, guint key, GdkModifierType modifier, int by, gboolean stretches)
{
  gtk_widget_class_add_binding (klass, key, modifier, nudge_cb, "(ib)", by, stretches);
}

void
liaison_timeline_view_class_install_actions (GtkWidgetClass *klass)
{
  const guint control = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (klass, "timeline.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "timeline.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "timeline.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "timeline.cut", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "timeline.paste", NULL, paste_cb);
  gtk_widget_class_install_action (klass, "timeline.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (klass, "timeline.fit", NULL, fit_cb);
  gtk_widget_class_install_action (klass, "timeline.now", NULL, now_cb);
  gtk_widget_class_install_action (klass, "timeline.fold", NULL, fold_cb);
  gtk_widget_class_install_action (klass, "view.add", NULL, add_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "timeline.delete", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "view.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, control, "timeline.duplicate", NULL);
  LIAISON_DRAWN_VIEW_CLASS (klass)->copy = copy_selected;
  gtk_widget_class_add_binding_action (klass, GDK_KEY_x, control, "timeline.cut", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, control, "timeline.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, control, "timeline.select-all", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, 0, "timeline.fit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, 0, "timeline.now", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_space, 0, "timeline.fold", NULL);
  bind_nudge (klass, GDK_KEY_Left, GDK_ALT_MASK, -1, FALSE);
  bind_nudge (klass, GDK_KEY_Right, GDK_ALT_MASK, 1, FALSE);
  bind_nudge (klass, GDK_KEY_Left, GDK_SHIFT_MASK, -1, TRUE);
  bind_nudge (klass, GDK_KEY_Right, GDK_SHIFT_MASK, 1, TRUE);
  liaison_timeline_view_install_lane_actions (klass);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/matrix/matrix-page.h"

#include "draw/sync-matrix.h"
#include "record/kinds/exercise.h"
#include "schedule/event-move.h"
#include "schedule/quick-popover.h"
#include "schedule/series.h"
#include "shared/empty-page.h"
#include "shared/matrix-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LiaisonMatrixPage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter; /* or NULL */
  LiaisonMatrix *matrix;
  LiaisonSyncMatrix *filled;

  /* Children */
  GtkWidget *box;
  GtkStack *pages;
  LiaisonMatrixView *view;
  GtkDropDown *rows, *columns;
  GtkToggleButton *players;
  GtkToggleButton *all_rows;

  guint update_source;
};

G_DEFINE_FINAL_TYPE (LiaisonMatrixPage, liaison_matrix_page, GTK_TYPE_WIDGET)

static gboolean
is_shown (const LiaisonBlock *event, gpointer data)
{
  LiaisonMatrixPage *self = data;
  LiaisonRecord *record;

  if (self->filter == NULL || !liaison_table_filter_is_active (self->filter))
    return TRUE;
  record = liaison_document_find (liaison_session_get_document (self->session), event->id);
  return record != NULL && liaison_table_filter_matches (self->filter, record);
}

static void
update (LiaisonMatrixPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonSyncSetup setup = {
    .rows = gtk_drop_down_get_selected (self->rows),
    .columns = gtk_drop_down_get_selected (self->columns),
    .players = gtk_toggle_button_get_active (self->players),
    .all_rows = gtk_toggle_button_get_active (self->all_rows),
    .test = is_shown,
    .data = self,
  };

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->filled, liaison_sync_matrix_free);
  liaison_matrix_set_column_letters (self->matrix,
                                     setup.columns == LIAISON_SYNC_COLUMNS_HOURS ? 16 : 24);
  liaison_matrix_set_corner (self->matrix,
                             setup.players ? _ ("Execution matrix") : _ ("Synchronisation matrix"));
  self->filled = liaison_sync_matrix_fill (self->matrix, snapshot, &manner, &setup);
  gtk_stack_set_visible_child_name (
      self->pages, liaison_matrix_count_rows (self->matrix) > 0 ? "matrix" : "empty");
}

static gboolean
update_cb (gpointer data)
{
  LiaisonMatrixPage *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LiaisonMatrixPage *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (update_cb, self);
}

static LiaisonRecord *
find_record (LiaisonMatrixPage *self, LiaisonId id)
{
  return liaison_id_is_zero (id)
             ? NULL
             : liaison_document_find (liaison_session_get_document (self->session), id);
}

/* A new event in the cell: at its first working hour, with what the row stands for. */
static void
begin_event (LiaisonMatrixPage *self, guint row, guint column)
{
  const LiaisonSyncColumn *span = &g_array_index (self->filled->columns, LiaisonSyncColumn, column);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonMatrixCursor cursor = { row, column, LIAISON_MATRIX_NOWHERE };
  LiaisonQuickPlace place = {
    .zone = LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup))->zone
  };
  LiaisonRecord *record = find_record (self, liaison_matrix_get_row_id (self->matrix, row));
  GdkRectangle area;

  place.start = span->end - span->start >= 20 * 3600 ? span->start + 9 * 3600 : span->start;
  place.end = place.start + 3600;
  place.area = g_array_index (self->filled->areas, int, row);
  if (record != NULL && self->filled->setup.rows == LIAISON_SYNC_ROWS_PARTICIPANTS)
    place.participant = liaison_record_get_id (record);
  else if (record != NULL && self->filled->setup.rows == LIAISON_SYNC_ROWS_SITES)
    place.site = liaison_record_get_id (record);
  else if (self->filled->setup.rows == LIAISON_SYNC_ROWS_NATIONS)
    place.nation = self->filled->nations->pdata[row];
  if (liaison_matrix_view_place (self->view, &cursor, &area))
    liaison_quick_popover_open (GTK_WIDGET (self->view), self->session, self->filter, &area,
                                &place, NULL, G_CALLBACK (gtk_widget_grab_focus), self->view);
}

static void
activate_cb (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonMatrixPage *self = data;

  if (find_record (self, record) != NULL)
    {
      liaison_selection_set_one (liaison_session_get_selection (self->session), record);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", NULL);
    }
  else if (column != LIAISON_MATRIX_NOWHERE
           && !liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    begin_event (self, row, column);
}

static gboolean
can_move_cb (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonRecord *found = find_record (data, record);

  return found != NULL && liaison_record_get_kind (found)->id == LIAISON_KIND_EVENT
         && !LIAISON_DATA (Event, liaison_record_get_block (found))->locked;
}

static void
take_field (LiaisonProposal *proposal, const LiaisonBlock *block, guint field, gconstpointer value)
{
  LiaisonSlot slot = liaison_slot_field (block->id, field);

  liaison_proposal_take (proposal, &liaison_event_kind, &slot,
                         liaison_value_field (&block->shape->fields[field], value));
}

/* From one row to another: the one takes the place of the other. */
static void
change_row (LiaisonMatrixPage *self,
            LiaisonProposal *proposal,
            const LiaisonBlock *block,
            guint from,
            guint to)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, block);
  LiaisonId was = liaison_matrix_get_row_id (self->matrix, from),
            is = liaison_matrix_get_row_id (self->matrix, to);
  const char *code = self->filled->nations->pdata[to];
  LiaisonId none = { 0 };
  gboolean real = find_record (self, is) != NULL;
  int area = g_array_index (self->filled->areas, int, to);

  switch (self->filled->setup.rows)
    {
    case LIAISON_SYNC_ROWS_PARTICIPANTS:
      {
        g_autoptr (LiaisonIds) without = liaison_ids_with (data->participants, was, FALSE);
        g_autoptr (LiaisonIds) with =
            real ? liaison_ids_with (without, is, TRUE) : liaison_ids_ref (without);
        take_field (proposal, block, LIAISON_FIELD (Event, participants), &with);
        break;
      }
    case LIAISON_SYNC_ROWS_NATIONS:
      {
        const char *old = self->filled->nations->pdata[from];
        g_autoptr (LiaisonCodes) without = old != NULL
                                               ? liaison_codes_with (data->nations, old, FALSE)
                                               : liaison_codes_ref (data->nations);
        g_autoptr (LiaisonCodes) with =
            code != NULL ? liaison_codes_with (without, code, TRUE) : liaison_codes_ref (without);
        take_field (proposal, block, LIAISON_FIELD (Event, nations), &with);
        break;
      }
    case LIAISON_SYNC_ROWS_AREAS:
      take_field (proposal, block, LIAISON_FIELD (Event, area), &area);
      break;
    case LIAISON_SYNC_ROWS_SITES:
    default:
      take_field (proposal, block, LIAISON_FIELD (Event, site), real ? &is : &none);
      break;
    }
}

/* From one column to another: as far as the columns are apart. */
static void
change_time (LiaisonMatrixPage *self,
             LiaisonProposal *proposal,
             const LiaisonBlock *block,
             guint from,
             guint to)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  gint64 by = g_array_index (self->filled->columns, LiaisonSyncColumn, to).start
              - g_array_index (self->filled->columns, LiaisonSyncColumn, from).start;
  gint64 start;
  LiaisonInstant moved;

  if (liaison_times_get_start (&manner.lookup, block, &start) != LIAISON_TIME_KNOWN)
    return;
  if (liaison_event_move_instant (&manner, &LIAISON_DATA (Event, block)->start, start + by,
                                  manner.zone, &moved))
    take_field (proposal, block, LIAISON_FIELD (Event, start), &moved);
  liaison_series_follow (proposal, &manner.lookup);
}

static void
move_cb (
    LiaisonId record, guint from_row, guint from_column, guint row, guint column, gpointer data)
{
  LiaisonMatrixPage *self = data;
  const LiaisonBlock *block = liaison_record_get_block (find_record (self, record));
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Move {record}"));

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", record));
  if (row != from_row)
    change_row (self, proposal, block, from_row, row);
  if (column != from_column)
    change_time (self, proposal, block, from_column, column);
  liaison_session_commit (self->session, proposal, NULL);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonMatrixPage *self = LIAISON_MATRIX_PAGE (widget);
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);

  if (cursor->row != LIAISON_MATRIX_NOWHERE && cursor->column != LIAISON_MATRIX_NOWHERE)
    begin_event (self, cursor->row, cursor->column);
  else if (liaison_matrix_count_rows (self->matrix) > 0)
    begin_event (self, 0, 0);
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LIAISON_MATRIX_PAGE (widget)->view));
}

static void
liaison_matrix_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_matrix_page_parent_class)->map (widget);
  update (LIAISON_MATRIX_PAGE (widget));
}

static void
liaison_matrix_page_dispose (GObject *object)
{
  LiaisonMatrixPage *self = LIAISON_MATRIX_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->filled, liaison_sync_matrix_free);
  g_clear_object (&self->matrix);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_matrix_page_parent_class)->dispose (object);
}

static void
liaison_matrix_page_class_init (LiaisonMatrixPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_matrix_page_dispose;
  widget_class->map = liaison_matrix_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "view.focus", NULL, focus_cb);
}

static void
liaison_matrix_page_init (LiaisonMatrixPage *self)
{
  self->matrix = liaison_matrix_new ();
}

static GtkWidget *
choice_new (LiaisonMatrixPage *self,
            const char *const *labels,
            guint chosen,
            const char *tip,
            GtkDropDown **place)
{
  g_auto (GStrv) translated = g_new0 (char *, g_strv_length ((char **) labels) + 1);
  GtkWidget *drop;

  for (guint i = 0; labels[i] != NULL; i++)
    translated[i] = g_strdup (_ (labels[i]));
  drop = gtk_drop_down_new_from_strings ((const char *const *) translated);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), chosen);
  gtk_widget_set_tooltip_text (drop, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  *place = GTK_DROP_DOWN (drop);
  return drop;
}

static GtkWidget *
toggle_new (LiaisonMatrixPage *self, const char *label, const char *tip, GtkToggleButton **place)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, tip);
  *place = GTK_TOGGLE_BUTTON (button);
  return button;
}

static GtkWidget *
copy_new (LiaisonMatrixPage *self, const char *icon, const char *tip, GCallback func)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_swapped (button, "clicked", func, self->view);
  return button;
}

static GtkWidget *
bar_new (LiaisonMatrixPage *self)
{
  static const char *const rows[] = { N_ ("Participants"), N_ ("Nations"), N_ ("Functional areas"),
                                      N_ ("Sites"), NULL };
  /* Translators: the columns of a matrix: phases of the exercise, days, … */
  static const char *const columns[] = { N_ ("Phases"), N_ ("Days"), N_ ("Half days"),
                                         N_ ("Four hours"), NULL };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *space = gtk_label_new (NULL);
  GtkToggleButton *all;

  gtk_box_append (GTK_BOX (kinds),
                  toggle_new (self, _ ("Synchronisation"),
                              _ ("For exercise control: all events and injects"), &all));
  gtk_box_append (GTK_BOX (kinds),
                  toggle_new (self, _ ("Execution"),
                              _ ("For players: no injects, and nothing that is hidden from them"),
                              &self->players));
  gtk_toggle_button_set_group (self->players, all);
  gtk_toggle_button_set_active (all, TRUE);
  gtk_widget_add_css_class (kinds, "linked");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), kinds);
  gtk_box_append (GTK_BOX (bar), choice_new (self, rows, 0, _ ("Rows"), &self->rows));
  gtk_box_append (GTK_BOX (bar), choice_new (self, columns, LIAISON_SYNC_COLUMNS_DAYS,
                                             _ ("Columns"), &self->columns));
  gtk_box_append (GTK_BOX (bar),
                  toggle_new (self, _ ("Empty rows"), _ ("Show rows in which nothing stands"),
                              &self->all_rows));
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar),
                  copy_new (self, "edit-copy-symbolic", _ ("Copy as a table (Ctrl+C)"),
                            G_CALLBACK (liaison_matrix_view_copy_table)));
  gtk_box_append (GTK_BOX (bar), copy_new (self, "image-x-generic-symbolic",
                                           _ ("Copy as a picture (Ctrl+Shift+C)"),
                                           G_CALLBACK (liaison_matrix_view_copy_picture)));
  g_signal_connect_swapped (self->players, "toggled", G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (self->all_rows, "toggled", G_CALLBACK (queue_update), self);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  return bar;
}

static GtkWidget *
empty_new (void)
{
  return liaison_empty_page_new ("view-grid-symbolic", _ ("Nothing Between STARTEX and ENDEX"),
                                 _ ("Set STARTEX and ENDEX, add events to the schedule, or show "
                                    "more of it in the line of filters above."));
}

GtkWidget *
liaison_matrix_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  static const LiaisonMatrixFuncs funcs = { activate_cb, can_move_cb, move_cb };
  LiaisonMatrixPage *self = g_object_new (LIAISON_TYPE_MATRIX_PAGE, NULL);

  self->session = g_object_ref (session);
  if (bar != NULL)
    self->filter = g_object_ref (liaison_table_filter_bar_get_filter (bar));
  self->view = liaison_matrix_view_new (session, self->matrix, &funcs, self);
  liaison_matrix_view_set_label (self->view, _ ("Matrix of events"));
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->view), "matrix");
  gtk_stack_add_named (self->pages, empty_new (), "empty");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pages));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  if (self->filter != NULL)
    g_signal_connect_object (self->filter, "changed", G_CALLBACK (queue_update), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

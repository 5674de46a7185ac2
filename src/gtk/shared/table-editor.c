/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-editor.h"

#include "shared/completion-box.h"
#include "shared/table-cell.h"

#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

#define LEAST_WIDTH 220

/* The popover; one a view, made when first needed. */
#define LIAISON_TYPE_TABLE_EDITOR (liaison_table_editor_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableEditor, liaison_table_editor, LIAISON, TABLE_EDITOR, GtkPopover)

struct _LiaisonTableEditor
{
  GtkPopover parent_instance;

  /* Borrowed */
  LiaisonTableView *view;
  GtkEntry *entry;
  GtkLabel *message;
  LiaisonCompletionBox *completions;
  const LiaisonField *field;

  /* State */
  LiaisonId record;
  LiaisonId below; /* of the row below, before the edit may have moved this one */
  const char *column;
  gboolean settled; /* what was written has been taken or given up */
};

G_DEFINE_FINAL_TYPE (LiaisonTableEditor, liaison_table_editor, GTK_TYPE_POPOVER)

static void
show_message (LiaisonTableEditor *self, const char *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* FALSE: it was refused, and the message says why. */
static gboolean
commit (LiaisonTableEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (self->settled)
    return TRUE;
  if (!liaison_table_view_edit_cell (self->view, self->record, self->column,
                                     gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error))
    {
      show_message (self, error->message);
      return FALSE;
    }
  self->settled = TRUE;
  return TRUE;
}

static void
focus_record (LiaisonTableView *view, LiaisonId id)
{
  if (!liaison_id_is_zero (id))
    liaison_table_view_show_record (view, id);
}

static void
close_on (LiaisonTableEditor *self, LiaisonId record)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  focus_record (self->view, record);
}

/* Offers what may be meant. @all: whatever is written. */
static void
offer (LiaisonTableEditor *self, gboolean all)
{
  const LiaisonManner *manner = liaison_table_cache_get_manner (self->view->cache);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->view->session));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*text == '\0' && !all)
    liaison_completion_box_show (self->completions, g_ptr_array_new ());
  else
    liaison_completion_box_show (
        self->completions, liaison_completion_list (manner, snapshot, self->field, all ? "" : text,
                                                    LIAISON_COMPLETION_BOX_MOST));
}

/* Writes the highlighted suggestion. A list can go on after it; anything else is done then. */
static gboolean
take_completion (LiaisonTableEditor *self)
{
  const LiaisonCompletion *chosen = liaison_completion_box_get_chosen (self->completions);
  g_autofree char *text = chosen != NULL ? g_strdup (chosen->text) : NULL;

  if (text == NULL)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  liaison_completion_box_show (self->completions, g_ptr_array_new ());
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

static void
activate_cb (LiaisonTableEditor *self)
{
  if (take_completion (self) && liaison_completion_is_list (self->field))
    return;
  if (commit (self))
    close_on (self, liaison_id_is_zero (self->below) ? self->record : self->below);
}

/* Tab goes to the next cell, at the end of a row to the first one of the next. */
static void
go_sideways (LiaisonTableEditor *self, int steps)
{
  LiaisonTableView *view = self->view;
  LiaisonTableSlot *next;

  view->cursor = self->column;
  next = liaison_table_view_get_neighbour (view, steps);
  if (next != NULL)
    view->cursor = next->column.id;
  close_on (self, self->record);
  liaison_table_view_update_cursor (view);
}

static gboolean
key_cb (LiaisonTableEditor *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      self->settled = TRUE;
      close_on (self, self->record);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (!liaison_completion_box_move (self->completions, 1))
        {
          offer (self, TRUE);
          liaison_completion_box_move (self->completions, 1);
        }
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      liaison_completion_box_move (self->completions, -1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      take_completion (self);
      if (commit (self))
        go_sideways (self, (state & GDK_SHIFT_MASK) || key == GDK_KEY_ISO_Left_Tab ? -1 : 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
reopen_cb (gpointer data)
{
  gtk_popover_popup (GTK_POPOVER (data));
  return G_SOURCE_REMOVE;
}

/* A click elsewhere takes what was written; refused, it stays. */
static void
closed_cb (LiaisonTableEditor *self)
{
  if (!commit (self))
    g_idle_add_full (G_PRIORITY_DEFAULT, reopen_cb, g_object_ref (self), g_object_unref);
}

static void
written_cb (LiaisonTableEditor *self)
{
  show_message (self, NULL);
  offer (self, FALSE);
}

static void
liaison_table_editor_class_init (LiaisonTableEditorClass *klass)
{
}

static void
liaison_table_editor_init (LiaisonTableEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->settled = TRUE;
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_width_chars (self->message, 32);
  gtk_label_set_max_width_chars (self->message, 32);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  self->completions = liaison_completion_box_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->completions));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell-editor");

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->completions, "chosen", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static LiaisonTableEditor *
get_editor (LiaisonTableView *view)
{
  if (view->editor == NULL)
    {
      view->editor = g_object_new (LIAISON_TYPE_TABLE_EDITOR, NULL);
      LIAISON_TABLE_EDITOR (view->editor)->view = view;
      gtk_widget_set_parent (view->editor, GTK_WIDGET (view));
    }
  return LIAISON_TABLE_EDITOR (view->editor);
}

static void
point_to (LiaisonTableEditor *self, GtkWidget *cell)
{
  GtkWidget *place = gtk_widget_get_parent (cell);
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  if (!gtk_widget_compute_bounds (place, GTK_WIDGET (self->view), &bounds))
    return;
  rectangle = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                              (int) bounds.size.height };
  /* At the start of the cell; mirrored, GTK 4.8 would put it beside the cell. */
  gtk_widget_set_halign (GTK_WIDGET (self), gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL
                                                ? GTK_ALIGN_FILL
                                                : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &rectangle);
  gtk_popover_set_offset (GTK_POPOVER (self), 0, -rectangle.height);
  gtk_widget_set_size_request (GTK_WIDGET (self->entry), MAX (rectangle.width, LEAST_WIDTH), -1);
}

/* What a person edits: without the marks of direction that are for showing. */
static char *
make_text (LiaisonTableView *view, const LiaisonTableSlot *slot, LiaisonRecord *record)
{
  const LiaisonManner *manner = liaison_table_cache_get_manner (view->cache);
  g_autofree char *told =
      liaison_table_column_tell_plain (&slot->column, manner, liaison_record_get_block (record));

  return liaison_words_dup_without_isolates (told);
}

static void
fill (LiaisonTableEditor *self, LiaisonTableSlot *slot, const LiaisonField *field, const char *text)
{
  self->field = field;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_entry_set_placeholder_text (self->entry, field->unit != NULL ? _ (field->unit) : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                               field->help != NULL ? _ (field->help) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (slot->column.label), -1);
  show_message (self, NULL);
}

/* What is there already needs no suggestion, but where there are few values all are shown. */
static void
open_offer (LiaisonTableEditor *self, gboolean typed)
{
  if (typed)
    offer (self, FALSE);
  else if (liaison_completion_is_short (self->field))
    offer (self, TRUE);
  else
    liaison_completion_box_show (self->completions, g_ptr_array_new ());
}

/* Lists of items and texts of several lines have no room in a cell. */
static gboolean
needs_form (const LiaisonField *field, const char *text)
{
  return field->type == LIAISON_FIELD_ITEMS || strpbrk (text, "\r\n") != NULL;
}

/* Remembers what is edited, and where to go afterwards. */
static void
aim (LiaisonTableEditor *self, LiaisonTableCell *cell, LiaisonRecord *record)
{
  guint position = liaison_table_cell_get_position (cell);
  LiaisonRecord *below = liaison_table_view_get_record (self->view, position + 1);

  self->record = liaison_record_get_id (record);
  self->below = below != NULL ? liaison_record_get_id (below) : (LiaisonId){ 0 };
  self->column = liaison_table_cell_get_slot (cell)->column.id;
  self->settled = FALSE;
}

gboolean
liaison_table_editor_start (LiaisonTableView *view, const char *typed)
{
  LiaisonTableEditor *self;
  LiaisonTableCell *cell;
  LiaisonTableSlot *slot;
  LiaisonRecord *record;
  const LiaisonField *field;
  g_autofree char *text = NULL;

  liaison_table_view_update_cursor (view);
  if (view->cursor_cell == NULL
      || liaison_editor_get_read_only (liaison_session_get_editor (view->session)))
    return FALSE;
  cell = LIAISON_TABLE_CELL (view->cursor_cell);
  slot = liaison_table_cell_get_slot (cell);
  record = liaison_table_cell_get_record (cell);
  field = record != NULL
              ? liaison_table_column_find_field (&slot->column, liaison_record_get_block (record))
              : NULL;
  if (field == NULL)
    return FALSE;
  text = make_text (view, slot, record);
  if (needs_form (field, text))
    return gtk_widget_activate_action (GTK_WIDGET (view), "table.open", NULL);

  self = get_editor (view);
  aim (self, cell, record);
  fill (self, slot, field, typed != NULL ? typed : text);
  open_offer (self, typed != NULL);
  point_to (self, GTK_WIDGET (cell));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (typed != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

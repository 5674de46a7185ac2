/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/card-cell.h"

#include "record/kinds/briefing.h"

#include <glib/gi18n.h>
#include <string.h>

#define CELL_KEY "liaison-cell"

typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonSlot slot;        /* where its text stands */
} Cell;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_object_unref (cell->session);
  g_free (cell);
}

static const LiaisonBlock *
find_briefing (const Cell *cell)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (cell->session), cell->slot.record);

  return record != NULL ? liaison_record_get_block (record) : NULL;
}

static char *
read_slot (const Cell *cell)
{
  const LiaisonBlock *block = find_briefing (cell);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (block == NULL)
    return g_strdup ("");
  liaison_block_get_slot (block, &cell->slot, &value);
  if (value.form == LIAISON_VALUE_STRING
      || (value.form == LIAISON_VALUE_FIELD && value.field->type == LIAISON_FIELD_STRING))
    return g_strdup (value.as.string);
  return g_strdup ("");
}

static char *
get_text (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static void
commit (GtkWidget *widget)
{
  Cell *cell = g_object_get_data (G_OBJECT (widget), CELL_KEY);
  g_autofree char *typed = get_text (widget);
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *before = read_slot (cell);
  LiaisonProposal *proposal;
  LiaisonValue value = LIAISON_VALUE_INIT;

  if (strcmp (text, before) == 0 || find_briefing (cell) == NULL)
    return;
  if (cell->slot.language == NULL && *text != '\0')
    {
      const LiaisonShape *shape = liaison_briefing_kind.shape.fields[cell->slot.field].items;
      GRefString *counted = g_ref_string_new (text);

      value = liaison_value_field (&shape->fields[cell->slot.item_field], &counted);
      g_ref_string_release (counted);
    }
  else if (*text != '\0')
    value = liaison_value_string (text);
  proposal = liaison_proposal_new (N_ ("Write {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", cell->slot.record));
  liaison_proposal_take (proposal, &liaison_briefing_kind, &cell->slot, value);
  if (!liaison_session_commit (cell->session, proposal, NULL))
    set_text (widget, before);
}

static void
left_cb (GtkEventControllerFocus *controller)
{
  commit (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

void
liaison_card_cell_take (GtkWidget *widget,
                        LiaisonSession *session,
                        const LiaisonSlot *slot,
                        const char *label)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = NULL;

  cell->session = g_object_ref (session);
  cell->slot = *slot;
  g_object_set_data_full (G_OBJECT (widget), CELL_KEY, cell, free_cell);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), NULL);
  gtk_widget_add_controller (widget, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  text = read_slot (cell);
  set_text (widget, text);
  if (GTK_IS_ENTRY (widget))
    g_signal_connect (widget, "activate", G_CALLBACK (commit), NULL);
}

void
liaison_card_cell_refresh (GtkWidget *widget)
{
  Cell *cell = g_object_get_data (G_OBJECT (widget), CELL_KEY);
  g_autofree char *now = read_slot (cell);
  g_autofree char *shown = get_text (widget);

  if (!gtk_widget_has_focus (widget) && strcmp (now, shown) != 0)
    set_text (widget, now);
}

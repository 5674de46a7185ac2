/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/quick-reading.h"

#include "record/field-type.h"

#include <glib/gi18n.h>

static const LiaisonQuickPart *
get_part (const LiaisonQuickEntry *read, guint i)
{
  return read != NULL && i < read->parts->len ? &g_array_index (read->parts, LiaisonQuickPart, i)
                                              : NULL;
}

void
liaison_quick_reading_mark (GtkEntry *entry, const LiaisonQuickEntry *read)
{
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  const LiaisonQuickPart *part;

  for (guint i = 0; (part = get_part (read, i)) != NULL; i++)
    {
      PangoAttribute *mark;

      if (part->problem == NULL && part->kind == LIAISON_QUICK_TITLE)
        continue;
      mark = part->problem != NULL ? pango_attr_underline_new (PANGO_UNDERLINE_ERROR)
                                   : pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      mark->start_index = part->start;
      mark->end_index = part->end;
      pango_attr_list_insert (marks, mark);
    }
  gtk_entry_set_attributes (entry, marks);
}

static void
append_chip (GtkFlowBox *chips,
             const LiaisonManner *manner,
             const LiaisonBlock *block,
             const LiaisonField *field)
{
  g_autofree char *told = liaison_manner_tell_field (manner, block, field);
  /* Translators: a field and what was typed for it: “Start: 141300ZMAY27” */
  g_autofree char *text = g_strdup_printf (_ ("%1$s: %2$s"), _ (field->label), told);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  gtk_flow_box_append (chips, child);
}

void
liaison_quick_reading_fill (GtkFlowBox *chips,
                            LiaisonSession *session,
                            const LiaisonQuickEntry *read)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (chips))) != NULL)
    gtk_flow_box_remove (chips, child);
  for (guint i = 0; read != NULL && i < read->block->shape->n_fields; i++)
    if (liaison_block_field_is_set (read->block, &read->block->shape->fields[i]))
      append_chip (chips, &manner, read->block, &read->block->shape->fields[i]);
}

void
liaison_quick_reading_tell (GtkLabel *problems, const LiaisonQuickEntry *read)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const LiaisonQuickPart *part;
  /* A sentence may begin with what was typed, and goes in its own direction all the same. */
  const char *mark =
      gtk_widget_get_direction (GTK_WIDGET (problems)) == GTK_TEXT_DIR_RTL ? "\u200f" : "";

  for (guint i = 0; (part = get_part (read, i)) != NULL; i++)
    if (part->problem != NULL)
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", mark, part->problem);
  gtk_label_set_text (problems, text->str);
  gtk_widget_set_visible (GTK_WIDGET (problems), text->len > 0);
}

void
liaison_quick_reading_select_problem (GtkEntry *entry, const LiaisonQuickEntry *read)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const LiaisonQuickPart *part;

  for (guint i = 0; (part = get_part (read, i)) != NULL; i++)
    if (part->problem != NULL)
      {
        gtk_editable_select_region (GTK_EDITABLE (entry),
                                    (int) g_utf8_pointer_to_offset (text, text + part->start),
                                    (int) g_utf8_pointer_to_offset (text, text + part->end));
        return;
      }
}

LiaisonBlock *
liaison_quick_reading_make_block (LiaisonSession *session,
                                  const LiaisonKind *kind,
                                  const LiaisonQuickEntry *read)
{
  LiaisonBlock *block = liaison_session_new_block (session, kind);

  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);

      if (!liaison_block_field_is_set (read->block, field))
        continue;
      ops->clear (LIAISON_BLOCK_AT (block, field));
      ops->copy (LIAISON_BLOCK_AT (block, field), LIAISON_BLOCK_AT (read->block, field));
    }
  return block;
}

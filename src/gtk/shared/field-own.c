/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-own.h"

#include "shared/field-rows.h"
#include "shared/own-columns-dialog.h"

#include <glib/gi18n.h>

struct _LiaisonFieldOwnRow
{
  LiaisonFormRow parent_instance;

  /* Borrowed, children */
  GtkListBox *list;

  /* Owned */
  GPtrArray *columns;        /* of LiaisonOwnColumn: those there are rows for */
  GPtrArray *rows;           /* of LiaisonFormRow, borrowed */
  LiaisonFieldTarget *shown; /* what the rows are about */
};

G_DEFINE_FINAL_TYPE (LiaisonFieldOwnRow, liaison_field_own_row, LIAISON_TYPE_FORM_ROW)

static GPtrArray *
list_columns (LiaisonFormRow *row)
{
  LiaisonSession *session = liaison_form_row_get_session (row);
  LiaisonManner manner = liaison_session_get_manner (session);
  LiaisonDocument *document = liaison_session_get_document (session);

  return liaison_own_columns_list (
      liaison_record_get_block (liaison_document_get_exercise (document)),
      liaison_field_target_get_kind (liaison_form_row_get_target (row)),
      liaison_words_get_language (manner.words));
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static void
columns_cb (LiaisonFormRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));

  liaison_own_columns_dialog_present (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, liaison_form_row_get_session (row),
      liaison_field_target_get_kind (liaison_form_row_get_target (row)));
}

static void
make_rows (LiaisonFieldOwnRow *self, GPtrArray *columns)
{
  LiaisonFieldTarget *target = liaison_form_row_get_target (LIAISON_FORM_ROW (self));
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_unref (self->columns);
  self->columns = g_ptr_array_ref (columns);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autoptr (LiaisonFieldTarget) own = liaison_field_target_new_own (target, columns->pdata[i]);
      LiaisonFormRow *row = liaison_field_rows_create (own, 0);

      gtk_list_box_append (self->list, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), columns->len > 0);
  g_set_object (&self->shown, target);
}

static void
liaison_field_own_row_refresh (LiaisonFormRow *row)
{
  LiaisonFieldOwnRow *self = LIAISON_FIELD_OWN_ROW (row);
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  g_autoptr (GPtrArray) columns = list_columns (row);

  liaison_form_row_set_hint (row, columns->len > 0 ? NULL : _ ("No own columns yet"));
  if (!is_same (columns, self->columns))
    {
      make_rows (self, columns);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (self->shown != target)
      {
        g_autoptr (LiaisonFieldTarget) own =
            liaison_field_target_new_own (target, columns->pdata[i]);
        liaison_form_row_set_target (self->rows->pdata[i], own);
      }
    else
      liaison_form_row_refresh (self->rows->pdata[i]);
  g_set_object (&self->shown, target);
}

static void
liaison_field_own_row_build (LiaisonFormRow *row)
{
  LiaisonFieldOwnRow *self = LIAISON_FIELD_OWN_ROW (row);
  GtkWidget *button =
      liaison_form_row_new_button ("document-edit-symbolic", _ ("Add or change own columns"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "nested-rows");
  liaison_form_row_describe (row, GTK_WIDGET (self->list));
  liaison_form_row_add_below (row, GTK_WIDGET (self->list));
  liaison_form_row_add_suffix (row, button);
  liaison_form_row_set_inline (row);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (columns_cb), row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
}

static void
liaison_field_own_row_settle (LiaisonFormRow *row)
{
  LiaisonFieldOwnRow *self = LIAISON_FIELD_OWN_ROW (row);

  for (guint i = 0; i < self->rows->len; i++)
    liaison_form_row_settle (self->rows->pdata[i]);
}

static void
liaison_field_own_row_finalize (GObject *object)
{
  LiaisonFieldOwnRow *self = LIAISON_FIELD_OWN_ROW (object);

  g_clear_object (&self->shown);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (liaison_field_own_row_parent_class)->finalize (object);
}

static void
liaison_field_own_row_class_init (LiaisonFieldOwnRowClass *klass)
{
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_field_own_row_finalize;
  row_class->build = liaison_field_own_row_build;
  row_class->refresh = liaison_field_own_row_refresh;
  row_class->settle = liaison_field_own_row_settle;
}

static void
liaison_field_own_row_init (LiaisonFieldOwnRow *self)
{
  self->columns = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

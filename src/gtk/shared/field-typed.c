/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-typed.h"

#include "shared/field-entry.h"

#include <glib/gi18n.h>

typedef struct
{
  /* Borrowed, child */
  LiaisonFieldEntry *entry;
} LiaisonFieldTypedPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LiaisonFieldTyped, liaison_field_typed, LIAISON_TYPE_FORM_ROW)

#define PRIVATE(self)                                                                              \
  ((LiaisonFieldTypedPrivate *) liaison_field_typed_get_instance_private (                         \
      LIAISON_FIELD_TYPED (self)))

static void
show_hint (LiaisonFieldTyped *self, const LiaisonBlock *block)
{
  LiaisonFieldTypedClass *klass = LIAISON_FIELD_TYPED_GET_CLASS (self);
  g_autofree char *hint = NULL;

  if (klass->tell_hint != NULL && block != NULL)
    hint = klass->tell_hint (self, block);
  liaison_form_row_set_hint (LIAISON_FORM_ROW (self), hint);
}

static void
show_refused (LiaisonFormRow *row)
{
  g_autofree char *refused = liaison_form_row_dup_refused (row, NULL);

  if (refused != NULL)
    liaison_field_entry_write_text (PRIVATE (row)->entry, refused);
}

static void
liaison_field_typed_refresh (LiaisonFormRow *row)
{
  LiaisonFieldTypedPrivate *priv = PRIVATE (row);
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  const LiaisonBlock *block = liaison_field_target_get_block (target, 0);
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));

  if (!liaison_field_target_agrees (target, liaison_form_row_get_index (row)))
    {
      liaison_field_entry_set_placeholder (priv->entry, liaison_form_row_tell_several ());
      liaison_field_entry_show_text (priv->entry, "");
      show_hint (LIAISON_FIELD_TYPED (row), NULL);
      show_refused (row);
      return;
    }
  g_autofree char *text =
      liaison_manner_tell_field (&manner, block, liaison_form_row_get_field (row));
  liaison_field_entry_set_placeholder (priv->entry, NULL);
  liaison_field_entry_show_text (priv->entry, text);
  show_hint (LIAISON_FIELD_TYPED (row), block);
  show_refused (row);
}

/* FALSE: it was not understood, and the row says why. */
static gboolean
understand (LiaisonFormRow *row, LiaisonValue *value)
{
  LiaisonSession *session = liaison_form_row_get_session (row);
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  g_autofree char *text = liaison_field_entry_dup_text (PRIVATE (row)->entry);
  g_autoptr (GError) error = NULL;
  const LiaisonBlock *block = liaison_field_target_get_block (liaison_form_row_get_target (row), 0);

  if (liaison_manner_read_field (&manner, snapshot, liaison_form_row_get_field (row), block, text,
                                 value, &error))
    return TRUE;
  liaison_form_row_refuse (row, NULL, text, error->message);
  return FALSE;
}

static void
commit_cb (LiaisonFormRow *row)
{
  LiaisonFieldEntry *entry = PRIVATE (row)->entry;
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!understand (row, &value))
    return;
  g_autofree char *written = liaison_field_entry_dup_text (entry);
  if (!liaison_field_target_set_value (target, liaison_form_row_get_index (row), &value))
    {
      liaison_form_row_refuse (row, NULL, written, _ ("The plan does not take this here."));
      return;
    }
  liaison_form_row_forgive (row, NULL);
  liaison_field_entry_show_text (entry, written);
  liaison_form_row_refresh (row);
}

/* An error is about what was written before; it is said again if need be. */
static void
written_cb (LiaisonFormRow *row)
{
  liaison_form_row_forgive (row, NULL);
}

static void
restored_cb (LiaisonFormRow *row)
{
  liaison_form_row_forgive (row, NULL);
  liaison_form_row_refresh (row);
}

static void
liaison_field_typed_build (LiaisonFormRow *row)
{
  LiaisonFieldTypedPrivate *priv = PRIVATE (row);
  const LiaisonField *field = liaison_form_row_get_field (row);

  priv->entry = liaison_field_entry_new ((field->flags & LIAISON_FIELD_LONG) != 0);
  liaison_form_row_describe (row, liaison_field_entry_get_text_widget (priv->entry));
  liaison_form_row_add_content (row, GTK_WIDGET (priv->entry));
  g_signal_connect_swapped (priv->entry, "commit", G_CALLBACK (commit_cb), row);
  g_signal_connect_swapped (priv->entry, "written", G_CALLBACK (written_cb), row);
  g_signal_connect_swapped (priv->entry, "restored", G_CALLBACK (restored_cb), row);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);

  if (field->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (_ (field->unit));
      gtk_widget_add_css_class (unit, "dim-label");
      gtk_widget_set_margin_end (unit, 6);
      liaison_form_row_add_suffix (row, unit);
    }
}

static void
liaison_field_typed_activated (LiaisonFormRow *row)
{
  liaison_field_entry_start (PRIVATE (row)->entry);
}

static gboolean
liaison_field_typed_is_editing (LiaisonFormRow *row)
{
  LiaisonFieldEntry *entry = PRIVATE (row)->entry;
  return entry != NULL && liaison_field_entry_is_editing (entry);
}

static void
liaison_field_typed_class_init (LiaisonFieldTypedClass *klass)
{
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  row_class->build = liaison_field_typed_build;
  row_class->refresh = liaison_field_typed_refresh;
  row_class->activated = liaison_field_typed_activated;
  row_class->is_editing = liaison_field_typed_is_editing;
  row_class->settle = commit_cb;
}

static void
liaison_field_typed_init (LiaisonFieldTyped *self)
{
}

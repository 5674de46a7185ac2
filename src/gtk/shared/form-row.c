/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/form-row.h"

#include "refused-texts.h"

#include <glib/gi18n.h>

typedef struct
{
  /* Owned */
  LiaisonFieldTarget *target;
  char *hint;
  char *error;

  /* Borrowed */
  GtkWidget *list;  /* the list it stands in */
  GtkWidget *input; /* the child that was described; NULL: the row itself */

  /* Template */
  GtkWidget *whole;
  GtkWidget *content;
  GtkLabel *caption;
  GtkLabel *message;
  GtkWidget *suffixes;

  guint index;
} LiaisonFormRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LiaisonFormRow, liaison_form_row, ADW_TYPE_PREFERENCES_ROW)

#define PRIVATE(self)                                                                              \
  ((LiaisonFormRowPrivate *) liaison_form_row_get_instance_private (LIAISON_FORM_ROW (self)))

static void
row_activated_cb (LiaisonFormRow *self, GtkListBoxRow *row)
{
  LiaisonFormRowClass *klass = LIAISON_FORM_ROW_GET_CLASS (self);

  if (row == GTK_LIST_BOX_ROW (self) && klass->activated != NULL)
    klass->activated (self);
}

/* A row hears of being activated from whichever list it stands in. */
static void
parent_cb (LiaisonFormRow *self)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (priv->list != NULL)
    {
      g_signal_handlers_disconnect_by_func (priv->list, row_activated_cb, self);
      g_clear_weak_pointer (&priv->list);
    }
  if (GTK_IS_LIST_BOX (parent))
    {
      g_set_weak_pointer (&priv->list, parent);
      g_signal_connect_object (parent, "row-activated", G_CALLBACK (row_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
liaison_form_row_dispose (GObject *object)
{
  LiaisonFormRowPrivate *priv = PRIVATE (object);

  g_clear_weak_pointer (&priv->list);
  g_clear_object (&priv->target);

  G_OBJECT_CLASS (liaison_form_row_parent_class)->dispose (object);
}

static void
liaison_form_row_finalize (GObject *object)
{
  LiaisonFormRowPrivate *priv = PRIVATE (object);

  g_clear_pointer (&priv->hint, g_free);
  g_clear_pointer (&priv->error, g_free);

  G_OBJECT_CLASS (liaison_form_row_parent_class)->finalize (object);
}

static void
liaison_form_row_class_init (LiaisonFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_form_row_dispose;
  object_class->finalize = liaison_form_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/liaisonplanner/Liaison/shared/form-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonFormRow, whole);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonFormRow, content);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonFormRow, caption);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonFormRow, message);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonFormRow, suffixes);
}

static void
liaison_form_row_init (LiaisonFormRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_cb), NULL);
}

LiaisonFormRow *
liaison_form_row_new (GType type, LiaisonFieldTarget *target, guint index)
{
  LiaisonFormRow *self = g_object_new (type, NULL);
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  const LiaisonField *field = &liaison_field_target_get_shape (target)->fields[index];

  priv->target = g_object_ref (target);
  priv->index = index;
  gtk_label_set_label (priv->caption, _ (field->label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
  if (field->help != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ (field->help));
  liaison_form_row_describe (self, GTK_WIDGET (self));
  LIAISON_FORM_ROW_GET_CLASS (self)->build (self);
  liaison_form_row_refresh (self);
  return self;
}

LiaisonFieldTarget *
liaison_form_row_get_target (LiaisonFormRow *self)
{
  return PRIVATE (self)->target;
}

void
liaison_form_row_set_target (LiaisonFormRow *self, LiaisonFieldTarget *target)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);

  if (priv->target == target)
    return;
  liaison_form_row_settle (self);
  g_set_object (&priv->target, target);
  liaison_form_row_set_error (self, NULL);
  /* What is still being written there was refused: it is kept, and does not belong to this target. */
  if (liaison_field_target_get_block (target, 0) != NULL)
    LIAISON_FORM_ROW_GET_CLASS (self)->refresh (self);
}

guint
liaison_form_row_get_index (LiaisonFormRow *self)
{
  return PRIVATE (self)->index;
}

const LiaisonField *
liaison_form_row_get_field (LiaisonFormRow *self)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  return &liaison_field_target_get_shape (priv->target)->fields[priv->index];
}

const char *
liaison_form_row_get_label (LiaisonFormRow *self)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
}

LiaisonSession *
liaison_form_row_get_session (LiaisonFormRow *self)
{
  return liaison_field_target_get_session (PRIVATE (self)->target);
}

gboolean
liaison_form_row_is_set (LiaisonFormRow *self)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  const LiaisonField *field = liaison_form_row_get_field (self);

  for (guint i = 0; i < liaison_field_target_get_size (priv->target); i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (priv->target, i);
      if (block != NULL && liaison_block_field_is_set (block, field))
        return TRUE;
    }
  return FALSE;
}

gboolean
liaison_form_row_is_editing (LiaisonFormRow *self)
{
  LiaisonFormRowClass *klass = LIAISON_FORM_ROW_GET_CLASS (self);
  return klass->is_editing != NULL && klass->is_editing (self);
}

void
liaison_form_row_refresh (LiaisonFormRow *self)
{
  if (!liaison_form_row_is_editing (self)
      && liaison_field_target_get_block (PRIVATE (self)->target, 0) != NULL)
    LIAISON_FORM_ROW_GET_CLASS (self)->refresh (self);
}

void
liaison_form_row_settle (LiaisonFormRow *self)
{
  LiaisonFormRowClass *klass = LIAISON_FORM_ROW_GET_CLASS (self);

  if (klass->settle != NULL && (klass->is_editing == NULL || klass->is_editing (self)))
    klass->settle (self);
}

void
liaison_form_row_add_content (LiaisonFormRow *self, GtkWidget *widget)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (priv->message));

  gtk_box_insert_child_after (GTK_BOX (priv->content), widget, before);
}

void
liaison_form_row_add_suffix (LiaisonFormRow *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (PRIVATE (self)->suffixes), widget);
}

void
liaison_form_row_add_below (LiaisonFormRow *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (PRIVATE (self)->whole), widget);
}

void
liaison_form_row_add_text_below (LiaisonFormRow *self, GtkWidget *widget)
{
  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
  gtk_widget_set_margin_bottom (widget, 9);
  liaison_form_row_add_below (self, widget);
}

void
liaison_form_row_set_inline (LiaisonFormRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (PRIVATE (self)->caption), "caption");
  gtk_widget_remove_css_class (GTK_WIDGET (PRIVATE (self)->caption), "dim-label");
}

static void
show_message (LiaisonFormRow *self)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  const char *message = priv->error != NULL ? priv->error : priv->hint;

  gtk_label_set_label (priv->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->message), message != NULL);
  if (priv->error != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (priv->message), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (priv->message), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (priv->message), "error");
      gtk_widget_add_css_class (GTK_WIDGET (priv->message), "dim-label");
    }
}

void
liaison_form_row_set_hint (LiaisonFormRow *self, const char *hint)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->hint, hint) == 0)
    return;
  g_free (priv->hint);
  priv->hint = g_strdup (hint);
  show_message (self);
}

void
liaison_form_row_set_error (LiaisonFormRow *self, const char *error)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->error, error) == 0)
    return;
  g_free (priv->error);
  priv->error = g_strdup (error);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (priv->input != NULL)
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID,
        error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  show_message (self);
}

void
liaison_form_row_refuse (LiaisonFormRow *self,
                         const char *language,
                         const char *text,
                         const char *error)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  g_autofree char *place = liaison_field_target_dup_place (priv->target, priv->index, language);

  liaison_refused_texts_keep (
      liaison_session_get_refused (liaison_form_row_get_session (self)), place,
      liaison_field_target_get_id (priv->target, 0), liaison_form_row_get_label (self), text, error);
  liaison_form_row_set_error (self, error);
}

void
liaison_form_row_forgive (LiaisonFormRow *self, const char *language)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  LiaisonRefusedTexts *refused = liaison_session_get_refused (liaison_form_row_get_session (self));

  liaison_form_row_set_error (self, NULL);
  if (liaison_refused_texts_is_empty (refused))
    return;
  g_autofree char *place = liaison_field_target_dup_place (priv->target, priv->index, language);
  liaison_refused_texts_drop (refused, place);
}

char *
liaison_form_row_dup_refused (LiaisonFormRow *self, const char *language)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  LiaisonRefusedTexts *refused = liaison_session_get_refused (liaison_form_row_get_session (self));
  const char *error = NULL;

  if (liaison_refused_texts_is_empty (refused))
    return NULL;
  g_autofree char *place = liaison_field_target_dup_place (priv->target, priv->index, language);
  const char *text = liaison_refused_texts_find (refused, place, &error);
  if (text != NULL)
    liaison_form_row_set_error (self, error);
  return g_strdup (text);
}

gboolean
liaison_form_row_has_error (LiaisonFormRow *self)
{
  return PRIVATE (self)->error != NULL;
}

void
liaison_form_row_describe (LiaisonFormRow *self, GtkWidget *widget)
{
  LiaisonFormRowPrivate *priv = PRIVATE (self);
  const LiaisonField *field = liaison_form_row_get_field (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  if (field->help != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ (field->help), -1);
  if (widget == GTK_WIDGET (self))
    return;
  priv->input = widget;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  priv->message, NULL, -1);
}

const char *
liaison_form_row_tell_several (void)
{
  return _ ("(several values)");
}

GtkWidget *
liaison_form_row_new_button (const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

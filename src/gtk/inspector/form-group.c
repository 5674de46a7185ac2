/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/form-group.h"

#include "record/kinds/column-value.h"
#include "record/own-column.h"
#include "refused-texts.h"
#include "shared/field-rows.h"

#include <glib/gi18n.h>

/* Fields that a person looks for even when they are empty. */
#define ALWAYS_SHOWN                                                                               \
  (LIAISON_FIELD_TITLE | LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN        \
   | LIAISON_FIELD_START | LIAISON_FIELD_END | LIAISON_FIELD_LENGTH)

struct _LiaisonFormGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  LiaisonFieldTarget *target;
  GPtrArray *rows; /* of LiaisonFormRow by place, borrowed; NULL: not made yet */

  /* Borrowed, children */
  GtkListBox *list;
  GtkWidget *more;
  GtkLabel *more_title;
  GtkLabel *more_names;

  const char *title;
  guint first;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (LiaisonFormGroup, liaison_form_group, ADW_TYPE_PREFERENCES_GROUP)

static const LiaisonField *
get_field (LiaisonFormGroup *self, guint place)
{
  return &liaison_field_target_get_shape (self->target)->fields[self->first + place];
}

/* Serials and lists of items are not alike in several records; what the program keeps is not for
 * people. */
static gboolean
is_for_people (LiaisonFormGroup *self, guint place)
{
  const LiaisonField *field = get_field (self, place);

  if ((field->flags & LIAISON_FIELD_HIDDEN) != 0)
    return FALSE;
  if (field->items == &liaison_column_value_shape)
    return TRUE;
  return liaison_field_target_get_size (self->target) == 1
         || (field->type != LIAISON_FIELD_ITEMS && (field->flags & LIAISON_FIELD_CODE) == 0);
}

static gboolean
is_set (LiaisonFormGroup *self, guint place)
{
  const LiaisonField *field = get_field (self, place);

  for (guint i = 0; i < liaison_field_target_get_size (self->target); i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (self->target, i);
      if (block != NULL && liaison_block_field_is_set (block, field))
        return TRUE;
    }
  return FALSE;
}

/* Columns that planners have made are there to be filled in. */
static gboolean
has_own_columns (LiaisonFormGroup *self, guint place)
{
  LiaisonSession *session = liaison_field_target_get_session (self->target);
  const LiaisonBlock *exercise = liaison_record_get_block (
      liaison_document_get_exercise (liaison_session_get_document (session)));
  g_autoptr (GPtrArray) columns = NULL;

  if (get_field (self, place)->items != &liaison_column_value_shape)
    return FALSE;
  columns = liaison_own_columns_list (exercise, liaison_field_target_get_kind (self->target),
                                      liaison_session_get_language (session));
  return columns->len > 0;
}

/* What was typed and not taken stands there, for the person to correct. */
static gboolean
has_refused (LiaisonFormGroup *self, guint place)
{
  LiaisonRefusedTexts *refused =
      liaison_session_get_refused (liaison_field_target_get_session (self->target));

  if (liaison_refused_texts_is_empty (refused))
    return FALSE;
  g_autofree char *beginning =
      liaison_field_target_dup_place (self->target, self->first + place, NULL);
  return liaison_refused_texts_has_below (refused, beginning);
}

static gboolean
is_shown (LiaisonFormGroup *self, guint place)
{
  LiaisonFormRow *row = self->rows->pdata[place];
  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row));
}

static LiaisonFormRow *
ensure_row (LiaisonFormGroup *self, guint place)
{
  if (self->rows->pdata[place] == NULL)
    {
      LiaisonFormRow *row = liaison_field_rows_create (self->target, self->first + place);
      self->rows->pdata[place] = row;
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  return self->rows->pdata[place];
}

static void
show_more (LiaisonFormGroup *self)
{
  g_autofree char *names = liaison_form_group_tell_hidden (self);

  gtk_widget_set_visible (self->more, names != NULL && liaison_form_group_is_open (self));
  if (names != NULL)
    {
      gtk_label_set_label (self->more_names, names);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->more),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), liaison_form_group_is_open (self));
}

/* A row that was shown stays until another record comes: it must not go when the person empties it.
 */
static void
show_rows (LiaisonFormGroup *self, gboolean fresh)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean wanted =
          is_for_people (self, i)
          && (self->all || (get_field (self, i)->flags & ALWAYS_SHOWN) != 0
              || (!fresh && is_shown (self, i)) || is_set (self, i) || has_own_columns (self, i)
              || has_refused (self, i));
      if (wanted)
        gtk_widget_set_visible (GTK_WIDGET (ensure_row (self, i)), TRUE);
      else if (self->rows->pdata[i] != NULL)
        gtk_widget_set_visible (self->rows->pdata[i], FALSE);
    }
  show_more (self);
}

static void
row_activated_cb (LiaisonFormGroup *self, GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) == self->more)
    liaison_form_group_show_all (self);
}

/* The rows stand in the order of the table, whenever they were made, and the last one offers more.
 */
static int
sort_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  int one =
      LIAISON_IS_FORM_ROW (a) ? (int) liaison_form_row_get_index (LIAISON_FORM_ROW (a)) : G_MAXINT;
  int other =
      LIAISON_IS_FORM_ROW (b) ? (int) liaison_form_row_get_index (LIAISON_FORM_ROW (b)) : G_MAXINT;
  return (one > other) - (one < other);
}

static void
liaison_form_group_dispose (GObject *object)
{
  g_clear_object (&LIAISON_FORM_GROUP (object)->target);

  G_OBJECT_CLASS (liaison_form_group_parent_class)->dispose (object);
}

static void
liaison_form_group_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_FORM_GROUP (object)->rows);

  G_OBJECT_CLASS (liaison_form_group_parent_class)->finalize (object);
}

static void
liaison_form_group_class_init (LiaisonFormGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_form_group_dispose;
  object_class->finalize = liaison_form_group_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/inspector/form-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFormGroup, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFormGroup, more);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFormGroup, more_title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFormGroup, more_names);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
liaison_form_group_init (LiaisonFormGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, sort_cb, NULL, NULL);
}

LiaisonFormGroup *
liaison_form_group_new (const char *title, guint first, guint n)
{
  LiaisonFormGroup *self = g_object_new (LIAISON_TYPE_FORM_GROUP, NULL);

  self->title = title;
  self->first = first;
  g_ptr_array_set_size (self->rows, n);
  if (title != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (_ (title), -1);
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), markup);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (title), -1);
    }
  return self;
}

void
liaison_form_group_set_target (LiaisonFormGroup *self, LiaisonFieldTarget *target)
{
  const LiaisonKind *kind = target != NULL ? liaison_field_target_get_kind (target) : NULL;

  g_set_object (&self->target, target);
  if (self->title == NULL && kind != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (kind->shape.label), -1);
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL)
      liaison_form_row_set_target (self->rows->pdata[i], target);
  show_rows (self, TRUE);
}

void
liaison_form_group_refresh (LiaisonFormGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL)
      liaison_form_row_refresh (self->rows->pdata[i]);
  show_rows (self, FALSE);
}

void
liaison_form_group_settle (LiaisonFormGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL)
      liaison_form_row_settle (self->rows->pdata[i]);
}

const char *
liaison_form_group_get_heading (LiaisonFormGroup *self)
{
  return self->title != NULL ? _ (self->title) : NULL;
}

char *
liaison_form_group_tell_hidden (LiaisonFormGroup *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (is_for_people (self, i) && !is_shown (self, i))
      /* Translators: between the labels of fields in a list: “Conference, Stage, Track” */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                              _ (get_field (self, i)->label));
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

gboolean
liaison_form_group_is_open (LiaisonFormGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_shown (self, i))
      return TRUE;
  return FALSE;
}

void
liaison_form_group_show_all (LiaisonFormGroup *self)
{
  guint first = 0;

  while (first < self->rows->len && (!is_for_people (self, first) || is_shown (self, first)))
    first++;
  self->all = TRUE;
  show_rows (self, FALSE);
  if (first < self->rows->len)
    gtk_widget_child_focus (self->rows->pdata[first], GTK_DIR_TAB_FORWARD);
}

gboolean
liaison_form_group_focus_field (LiaisonFormGroup *self, guint index)
{
  if (index < self->first || index >= self->first + self->rows->len
      || !is_for_people (self, index - self->first))
    return FALSE;
  LiaisonFormRow *row = ensure_row (self, index - self->first);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  show_more (self);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-choice.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonFieldChoiceRow
{
  LiaisonFieldPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldChoiceRow, liaison_field_choice_row, LIAISON_TYPE_FIELD_PICKER)

/* The items are the nicks; "" is not set. */
static GListModel *
liaison_field_choice_row_create_model (LiaisonFieldPicker *self)
{
  const LiaisonChoices *choices = liaison_form_row_get_field (LIAISON_FORM_ROW (self))->choices;
  GtkStringList *nicks = gtk_string_list_new (NULL);

  for (guint i = 0; i < choices->n; i++)
    gtk_string_list_append (nicks, choices->choices[i].nick);
  return G_LIST_MODEL (nicks);
}

static int
place_of (LiaisonFieldPicker *self, gpointer item)
{
  const LiaisonChoices *choices = liaison_form_row_get_field (LIAISON_FORM_ROW (self))->choices;
  const char *nick = gtk_string_object_get_string (item);

  return liaison_choices_find (choices, nick, strlen (nick));
}

static const char *
label_of (LiaisonFieldPicker *self, int place)
{
  const LiaisonChoices *choices = liaison_form_row_get_field (LIAISON_FORM_ROW (self))->choices;
  return place == 0 ? _ ("Not set") : _ (choices->choices[place].label);
}

static char *
liaison_field_choice_row_tell (LiaisonFieldPicker *self, gpointer item)
{
  return g_strdup (label_of (self, place_of (self, item)));
}

static gboolean
liaison_field_choice_row_is_chosen (LiaisonFieldPicker *self, gpointer item)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  gboolean agree = liaison_field_target_get_value (liaison_form_row_get_target (row),
                                                   liaison_form_row_get_index (row), &value);
  int present = value.form == LIAISON_VALUE_FIELD ? value.as.choice : 0;

  return agree && present == place_of (self, item);
}

static void
liaison_field_choice_row_choose (LiaisonFieldPicker *self, gpointer item)
{
  int place = place_of (self, item);
  liaison_field_picker_set (
      self, liaison_value_field (liaison_form_row_get_field (LIAISON_FORM_ROW (self)), &place));
}

static void
liaison_field_choice_row_show_members (LiaisonFieldPicker *self)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (liaison_field_picker_get (self, &value))
    liaison_field_picker_show (self, label_of (self, value.as.choice), NULL, (LiaisonId){ 0 });
}

static void
liaison_field_choice_row_class_init (LiaisonFieldChoiceRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  picker_class->has_empty = TRUE;
  picker_class->create_model = liaison_field_choice_row_create_model;
  picker_class->tell = liaison_field_choice_row_tell;
  picker_class->is_chosen = liaison_field_choice_row_is_chosen;
  picker_class->choose = liaison_field_choice_row_choose;
  picker_class->show_members = liaison_field_choice_row_show_members;
}

static void
liaison_field_choice_row_init (LiaisonFieldChoiceRow *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-zone.h"

#include "record/zone.h"
#include "words/names.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonFieldZoneRow
{
  LiaisonFieldPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldZoneRow, liaison_field_zone_row, LIAISON_TYPE_FIELD_PICKER)

static GListModel *
liaison_field_zone_row_create_model (LiaisonFieldPicker *self)
{
  return G_LIST_MODEL (gtk_string_list_new (liaison_zone_list ()));
}

static char *
liaison_field_zone_row_tell (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
  return liaison_words_dup_zone (manner.words, gtk_string_object_get_string (item));
}

static char *
liaison_field_zone_row_tell_detail (LiaisonFieldPicker *self, gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static void
liaison_field_zone_row_choose (LiaisonFieldPicker *self, gpointer item)
{
  const char *name = gtk_string_object_get_string (item);
  const char *zone = liaison_zone_intern (name, strlen (name));

  liaison_field_picker_set (
      self, liaison_value_field (liaison_form_row_get_field (LIAISON_FORM_ROW (self)), &zone));
}

static void
liaison_field_zone_row_show_members (LiaisonFieldPicker *self)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_field_picker_get (self, &value))
    return;
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
  g_autofree char *city = liaison_words_dup_zone (manner.words, value.as.name);
  /* Translators: %1$s is a city, %2$s the technical name of its time zone: “Oslo (Europe/Oslo)” */
  g_autofree char *name = g_strdup_printf (_ ("%1$s (%2$s)"), city, value.as.name);
  liaison_field_picker_show (self, name, value.as.name, (LiaisonId){ 0 });
}

static void
liaison_field_zone_row_class_init (LiaisonFieldZoneRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  picker_class->create_model = liaison_field_zone_row_create_model;
  picker_class->tell = liaison_field_zone_row_tell;
  picker_class->tell_detail = liaison_field_zone_row_tell_detail;
  picker_class->is_chosen = liaison_field_picker_is_name;
  picker_class->choose = liaison_field_zone_row_choose;
  picker_class->show_members = liaison_field_zone_row_show_members;
}

static void
liaison_field_zone_row_init (LiaisonFieldZoneRow *self)
{
}

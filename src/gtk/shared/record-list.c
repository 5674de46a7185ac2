/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/record-list.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

GListModel *
liaison_record_list_model_new (LiaisonSession *session, guint64 targets)
{
  LiaisonDocument *document = liaison_session_get_document (session);
  GListStore *tables = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    if ((targets & (G_GUINT64_CONSTANT (1) << kind)) != 0)
      g_list_store_append (tables, liaison_document_get_table (document, kind));
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (tables)));
}

char *
liaison_record_list_tell (LiaisonSession *session, LiaisonRecord *record)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  return liaison_manner_tell_block_name (&manner, liaison_record_get_block (record));
}

char *
liaison_record_list_tell_detail (LiaisonSession *session, LiaisonRecord *record, guint64 targets)
{
  const LiaisonKind *kind = liaison_record_get_kind (record);
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  LiaisonManner manner = liaison_session_get_manner (session);
  gboolean several = (targets & (targets - 1)) != 0;
  g_autofree char *serial = NULL;

  if (code != NULL)
    serial = liaison_manner_tell_field (&manner, liaison_record_get_block (record), code);
  if (!several || serial == NULL || *serial == '\0')
    return several ? g_strdup (_ (kind->shape.label)) : g_steal_pointer (&serial);
  /* Translators: %1$s is a kind of record, %2$s its serial: “Event EV-012” */
  return g_strdup_printf (_ ("%1$s %2$s"), _ (kind->shape.label), serial);
}

static GListModel *
create_model (LiaisonFieldPicker *picker)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (picker);

  return liaison_record_list_model_new (liaison_form_row_get_session (row),
                                        liaison_form_row_get_field (row)->targets);
}

static char *
tell (LiaisonFieldPicker *picker, gpointer item)
{
  return liaison_record_list_tell (liaison_form_row_get_session (LIAISON_FORM_ROW (picker)), item);
}

static char *
tell_detail (LiaisonFieldPicker *picker, gpointer item)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (picker);

  return liaison_record_list_tell_detail (liaison_form_row_get_session (row), item,
                                          liaison_form_row_get_field (row)->targets);
}

void
liaison_record_list_prepare_picker (LiaisonFieldPickerClass *klass)
{
  klass->create_model = create_model;
  klass->tell = tell;
  klass->tell_detail = tell_detail;
}

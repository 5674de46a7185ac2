/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/nation-list.h"

#include "record/kinds/nation.h"
#include "words/nation.h"

#include <glib/gi18n.h>
#include <string.h>

static GListModel *
create_model (LiaisonFieldPicker *picker)
{
  LiaisonSession *session = liaison_form_row_get_session (LIAISON_FORM_ROW (picker));
  LiaisonDocument *document = liaison_session_get_document (session);
  LiaisonTable *nations = liaison_document_get_table (document, LIAISON_KIND_NATION);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkStringList *codes = gtk_string_list_new (NULL);
  const char *const *known = liaison_nation_list ();

  for (guint i = 0; i < liaison_table_get_size (nations); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (nations, i));
      const char *code = LIAISON_DATA (Nation, block)->code;
      if (code != NULL && g_hash_table_add (seen, (gpointer) code))
        gtk_string_list_append (codes, code);
    }
  for (guint i = 0; known[i] != NULL; i++)
    if (!g_hash_table_contains (seen, known[i]))
      gtk_string_list_append (codes, known[i]);
  return G_LIST_MODEL (codes);
}

static char *
tell (LiaisonFieldPicker *picker, gpointer item)
{
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (picker)));

  return liaison_manner_tell_nation (&manner, gtk_string_object_get_string (item));
}

static char *
tell_detail (LiaisonFieldPicker *picker, gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

void
liaison_nation_list_prepare_picker (LiaisonFieldPickerClass *klass)
{
  klass->create_model = create_model;
  klass->tell = tell;
  klass->tell_detail = tell_detail;
}

char *
liaison_nation_dup_label (LiaisonSession *session, const char *code)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autofree char *told = liaison_manner_tell_nation (&manner, code);

  if (strcmp (told, code) == 0)
    return g_steal_pointer (&told);
  /* Translators: %1$s is the name of a nation, %2$s its code: “Norway (NO)” */
  return g_strdup_printf (_ ("%1$s (%2$s)"), told, code);
}

void
liaison_nation_show_member (LiaisonFieldPicker *picker, const char *code)
{
  LiaisonSession *session = liaison_form_row_get_session (LIAISON_FORM_ROW (picker));
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (session));
  const LiaisonBlock *nation = liaison_lookup_find_nation (&lookup, code);
  g_autofree char *label = liaison_nation_dup_label (session, code);

  liaison_field_picker_show (picker, label, code, nation != NULL ? nation->id : (LiaisonId){ 0 });
}

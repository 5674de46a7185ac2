/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the files that packs go to. */
#include "config.h"

#include "pack/order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters of the mark of a record. */
#define MARK 8

/* Made from the id, which itself would tell when the pack was drawn up. */
static char *
make_mark (const LiaisonPackOrder *self)
{
  char id[LIAISON_ID_TEXT_SIZE];
  char *mark;

  liaison_id_format (self->record, id);
  mark = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  mark[MARK] = '\0';
  return mark;
}

static char *
make_name (const LiaisonPackOrder *self, gboolean marked)
{
  const char *base = self->file_name != NULL ? self->file_name
                     : self->code != NULL    ? self->code
                                             : "pack";
  gsize length = g_str_has_suffix (base, ".pdf") ? strlen (base) - 4 : strlen (base);
  g_autofree char *mark = marked ? make_mark (self) : NULL;
  g_autofree char *name =
      g_strdup_printf ("%.*s%s%s.%s.pdf", (int) length, base, mark != NULL ? "-" : "",
                       mark != NULL ? mark : "", self->language);

  for (char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_.", *at) == NULL)
      *at = '-';
  return *name == '.' ? g_strconcat ("pack", name, NULL) : g_steal_pointer (&name);
}

char *
liaison_pack_order_make_file_name (const LiaisonPackOrder *self)
{
  return make_name (self, FALSE);
}

/* How often there is each name, whatever its capitals. Names are those of @names where they are
 * made, and plain. */
static GHashTable *
count_names (const GPtrArray *orders, char **names)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      g_autofree char *plain = names == NULL ? make_name (orders->pdata[i], FALSE) : NULL;
      char *key = g_ascii_strdown (names == NULL ? plain : names[i], -1);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static gboolean
is_single (GHashTable *counts, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) <= 1;
}

char **
liaison_pack_orders_name_files (const GPtrArray *orders, GError **error)
{
  g_autoptr (GHashTable) plain = count_names (orders, NULL), all = NULL;
  g_auto (GStrv) names = g_new0 (char *, orders->len + 1);

  for (guint i = 0; i < orders->len; i++)
    {
      names[i] = make_name (orders->pdata[i], FALSE);
      if (is_single (plain, names[i]))
        continue;
      g_free (names[i]);
      names[i] = make_name (orders->pdata[i], TRUE);
    }
  all = count_names (orders, names);
  for (guint i = 0; i < orders->len; i++)
    if (!is_single (all, names[i]))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                     /* Translators: %s is a file name such as NP-FR.fr.pdf */
                     _ ("Two packs would be saved as %s. Give them different codes."), names[i]);
        return NULL;
      }
  return g_steal_pointer (&names);
}

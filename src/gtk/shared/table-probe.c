/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-sorter.h"

/* A column view asks the sorters of its columns in turn, the foremost first, until one says that
 * two items differ, and turns the answer round where the column descends. So two items that all but
 * the nth sorter call equal tell who is nth, and which way. */

#define LIAISON_TYPE_TABLE_PROBE (liaison_table_probe_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableProbe, liaison_table_probe, LIAISON, TABLE_PROBE, GtkSorter)

struct _LiaisonTableProbe
{
  GtkSorter parent_instance;

  guint column;
};

G_DEFINE_FINAL_TYPE (LiaisonTableProbe, liaison_table_probe, GTK_TYPE_SORTER)

/* The question under way; sorting belongs to the main thread. */
static struct
{
  guint skip; /* so many are still to say equal */
  int found;  /* the column that did not, or -1 */
} question;

static GtkOrdering
liaison_table_probe_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  if (question.skip > 0)
    {
      question.skip--;
      return GTK_ORDERING_EQUAL;
    }
  question.found = (int) LIAISON_TABLE_PROBE (sorter)->column;
  return GTK_ORDERING_SMALLER;
}

static void
liaison_table_probe_class_init (LiaisonTableProbeClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = liaison_table_probe_compare;
}

static void
liaison_table_probe_init (LiaisonTableProbe *self)
{
}

GtkSorter *
liaison_table_probe_new (guint column)
{
  LiaisonTableProbe *self = g_object_new (LIAISON_TYPE_TABLE_PROBE, NULL);
  self->column = column;
  return GTK_SORTER (self);
}

guint
liaison_table_probe_ask (GtkSorter *sorter, guint *columns, gboolean *descending, guint n)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);

  for (guint i = 0; i < n; i++)
    {
      question.skip = i;
      question.found = -1;
      descending[i] = gtk_sorter_compare (sorter, a, b) == GTK_ORDERING_LARGER;
      if (question.found < 0)
        return i;
      columns[i] = (guint) question.found;
    }
  return n;
}

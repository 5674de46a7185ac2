/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-cell.h"
#include "screen.h"

#include "words/direction.h"

#include <glib/gi18n.h>

#define MAX_CHARACTERS 400

struct _LiaisonTableCell
{
  GtkWidget parent_instance;

  /* Borrowed */
  LiaisonTableView *view;
  LiaisonTableSlot *slot; /* NULL: findings */
  GtkListItem *item;      /* while it is bound */

  /* Children */
  GtkWidget *expander;  /* NULL where there is no tree */
  GtkInscription *text; /* NULL for findings */
  GtkImage *mark;       /* NULL otherwise */

  /* State */
  gboolean marked;             /* the image is that of: */
  LiaisonTableMark marked_as; /* n 0: none */
};

G_DEFINE_FINAL_TYPE (LiaisonTableCell, liaison_table_cell, GTK_TYPE_WIDGET)

/* A tooltip only tells what has no room. */
static gboolean
liaison_table_cell_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LiaisonTableCell *self = LIAISON_TABLE_CELL (widget);
  const char *text = self->text != NULL ? gtk_inscription_get_text (self->text) : NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return FALSE;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->text), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (self->text)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
liaison_table_cell_dispose (GObject *object)
{
  LiaisonTableCell *self = LIAISON_TABLE_CELL (object);
  GtkWidget *child;

  if (self->view != NULL)
    g_hash_table_remove (self->view->cells, self);
  g_clear_weak_pointer (&self->view);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->expander = NULL;
  self->text = NULL;
  self->mark = NULL;

  G_OBJECT_CLASS (liaison_table_cell_parent_class)->dispose (object);
}

static void
liaison_table_cell_class_init (LiaisonTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_table_cell_dispose;
  widget_class->query_tooltip = liaison_table_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
liaison_table_cell_init (LiaisonTableCell *self)
{
}

static GtkWidget *
make_text (LiaisonTableCell *self)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  self->text = GTK_INSCRIPTION (text);
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->text, 1);
  gtk_inscription_set_nat_chars (self->text, 8);
  gtk_widget_set_hexpand (text, TRUE);
  if (liaison_table_column_is_numeric (&self->slot->column))
    gtk_widget_add_css_class (text, "numeric");
  if (self->slot->column.field->type == LIAISON_FIELD_INTEGER)
    gtk_inscription_set_xalign (self->text, 1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  return text;
}

static GtkWidget *
make_mark (LiaisonTableCell *self)
{
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self->mark);
}

GtkWidget *
liaison_table_cell_new (LiaisonTableView *view, LiaisonTableSlot *slot, gboolean expander)
{
  LiaisonTableCell *self = g_object_new (LIAISON_TYPE_TABLE_CELL, NULL);
  GtkWidget *child;

  g_set_weak_pointer (&self->view, view);
  self->slot = slot;
  child = slot != NULL ? make_text (self) : make_mark (self);
  if (expander)
    {
      self->expander = gtk_tree_expander_new ();
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (self->expander), child);
      child = self->expander;
    }
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
show_row (LiaisonTableCell *self)
{
  gpointer row = self->item != NULL ? gtk_list_item_get_item (self->item) : NULL;

  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (self->expander),
                                    GTK_IS_TREE_LIST_ROW (row) ? row : NULL);
}

void
liaison_table_cell_bind (LiaisonTableCell *self, GtkListItem *item)
{
  self->item = item;
  show_row (self);
  if (self->view == NULL)
    return;
  if (item == NULL)
    {
      g_hash_table_remove (self->view->cells, self);
      return;
    }
  g_hash_table_add (self->view->cells, self);
  liaison_table_cell_refresh (self);
}

/* One line, and no longer than anyone reads in a cell: to lay out a page takes a while. */
static void
cut (char *text)
{
  char *end = text;

  g_strdelimit (text, "\r\n\t", ' ');
  for (guint i = 0; i < MAX_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  *end = '\0';
}

/* A mark before text that runs the other way, so that all cells of a column begin at one edge; "" where there is no need. */
static const char *
choose_edge (LiaisonTableCell *self, const char *text)
{
  gboolean right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  LiaisonDirection direction = liaison_words_find_direction (text);

  if (right)
    return direction == LIAISON_DIRECTION_LEFT_TO_RIGHT ? "\342\200\217" : "";
  return direction == LIAISON_DIRECTION_RIGHT_TO_LEFT ? "\342\200\216" : "";
}

static gboolean
is_edge (const char *text)
{
  return g_str_has_prefix (text, "\342\200\217") || g_str_has_prefix (text, "\342\200\216");
}

static void
refresh_text (LiaisonTableCell *self, const LiaisonBlock *block)
{
  const LiaisonManner *manner = liaison_table_cache_get_manner (self->view->cache);
  g_autofree char *plain = liaison_table_column_tell (&self->slot->column, manner, block);
  const char *mark = self->slot->column.mark != NULL ? self->slot->column.mark (block) : NULL;
  g_autofree char *told =
      mark != NULL ? g_strdup_printf ("%s %s", mark, plain) : g_steal_pointer (&plain);

  cut (told);
  g_autofree char *edged = g_strconcat (choose_edge (self, told), told, NULL);
  if (g_strcmp0 (gtk_inscription_get_text (self->text), edged) != 0)
    gtk_inscription_set_text (self->text, edged);
}

static void
refresh_mark (LiaisonTableCell *self, const LiaisonBlock *block)
{
  static const char *const icons[] = { "dialog-information-symbolic", "dialog-warning-symbolic",
                                       "dialog-error-symbolic" };
  static const char *const styles[] = { "dim-label", "warning", "error" };
  const LiaisonTableMark *mark = g_hash_table_lookup (self->view->marks, &block->id);
  LiaisonTableMark now = mark != NULL ? *mark : (LiaisonTableMark){ 0, 0 };
  g_autofree char *told = NULL;

  /* An image that is set again is laid out again, and with it the table. */
  if (self->marked && now.severity == self->marked_as.severity && now.n == self->marked_as.n)
    return;
  self->marked = TRUE;
  self->marked_as = now;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), styles[i]);
  if (mark == NULL)
    {
      gtk_image_clear (self->mark);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), NULL);
      return;
    }
  told = liaison_screen_printf (ngettext ("%u finding", "%u findings", mark->n), mark->n);
  gtk_image_set_from_icon_name (self->mark, icons[mark->severity]);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), styles[mark->severity]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, told,
                                  -1);
}

void
liaison_table_cell_refresh (LiaisonTableCell *self)
{
  LiaisonRecord *record = liaison_table_cell_get_record (self);

  if (record == NULL || self->view == NULL)
    return;
  if (self->mark != NULL)
    refresh_mark (self, liaison_record_get_block (record));
  else
    refresh_text (self, liaison_record_get_block (record));
}

LiaisonTableSlot *
liaison_table_cell_get_slot (LiaisonTableCell *self)
{
  return self->slot;
}

guint
liaison_table_cell_get_position (LiaisonTableCell *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

LiaisonRecord *
liaison_table_cell_get_record (LiaisonTableCell *self)
{
  gpointer row = self->item != NULL ? gtk_list_item_get_item (self->item) : NULL;
  return row != NULL ? liaison_table_row_get_record (row) : NULL;
}

const char *
liaison_table_cell_get_text (LiaisonTableCell *self)
{
  const char *text = self->text != NULL ? gtk_inscription_get_text (self->text) : NULL;

  return text != NULL && is_edge (text) ? g_utf8_next_char (text) : text;
}

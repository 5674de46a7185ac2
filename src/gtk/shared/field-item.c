/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-item.h"

#include "shared/field-rows.h"
#include "screen.h"

#include <glib/gi18n.h>

/* How many fields the line tells. */
#define MAX_TOLD 4

struct _LiaisonFieldItem
{
  AdwExpanderRow parent_instance;

  /* Owned */
  LiaisonFieldTarget *target;
  GPtrArray *rows; /* of LiaisonFormRow, borrowed; empty until it is first opened */

  /* Borrowed, children; NULL until it is first opened, or where the order does not matter */
  GtkWidget *up;
  GtkWidget *down;

  LiaisonId item;
  guint place, n; /* in the list */
};

G_DEFINE_FINAL_TYPE (LiaisonFieldItem, liaison_field_item, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_MOVE,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
up_cb (LiaisonFieldItem *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
}

static void
down_cb (LiaisonFieldItem *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
}

/* From anywhere in the item, opened or not; at either end of the list nothing happens. */
static gboolean
move_key_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  LiaisonFieldItem *self = LIAISON_FIELD_ITEM (widget);
  const LiaisonShape *shape = liaison_field_target_get_shape (self->target);

  if (liaison_shape_find_flagged (shape, LIAISON_FIELD_ORDER) == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, g_variant_get_int32 (by));
  return TRUE;
}

static void
remove_cb (LiaisonFieldItem *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static GtkWidget *
add_button (LiaisonFieldItem *self,
            GtkWidget *box,
            const char *icon,
            const char *tooltip,
            GCallback callback)
{
  GtkWidget *button = liaison_form_row_new_button (icon, tooltip);

  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

/* The last line of the form: what can be done with the item as a whole. */
static GtkWidget *
make_buttons (LiaisonFieldItem *self)
{
  const LiaisonShape *shape = liaison_field_target_get_shape (self->target);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *remove;

  if (liaison_shape_find_flagged (shape, LIAISON_FIELD_ORDER) != NULL)
    {
      self->up =
          add_button (self, box, "go-up-symbolic", _ ("Move Up (Alt+Up)"), G_CALLBACK (up_cb));
      self->down = add_button (self, box, "go-down-symbolic", _ ("Move Down (Alt+Down)"),
                               G_CALLBACK (down_cb));
    }
  remove = add_button (self, box, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_widget_set_hexpand (remove, TRUE);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
show_moves (LiaisonFieldItem *self)
{
  if (self->up == NULL)
    return;
  gtk_widget_set_sensitive (self->up, self->place > 0);
  gtk_widget_set_sensitive (self->down, self->place + 1 < self->n);
}

/* The form of an item is made when it is first looked at. */
static void
expanded_cb (LiaisonFieldItem *self)
{
  if (self->rows->len > 0 || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  const LiaisonShape *shape = liaison_field_target_get_shape (self->target);
  for (guint i = 0; i < shape->n_fields; i++)
    if ((shape->fields[i].flags & LIAISON_FIELD_HIDDEN) == 0)
      {
        LiaisonFormRow *row = liaison_field_rows_create (self->target, i);
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
        g_ptr_array_add (self->rows, row);
      }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_buttons (self));
  show_moves (self);
}

static void
liaison_field_item_dispose (GObject *object)
{
  LiaisonFieldItem *self = LIAISON_FIELD_ITEM (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (liaison_field_item_parent_class)->dispose (object);
}

static void
liaison_field_item_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_FIELD_ITEM (object)->rows);

  G_OBJECT_CLASS (liaison_field_item_parent_class)->finalize (object);
}

static void
liaison_field_item_class_init (LiaisonFieldItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_field_item_dispose;
  object_class->finalize = liaison_field_item_finalize;

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Up, GDK_ALT_MASK, move_key_cb,
                                "i", -1);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Down, GDK_ALT_MASK, move_key_cb,
                                "i", 1);
  signals[SIGNAL_MOVE] = g_signal_new ("move", LIAISON_TYPE_FIELD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", LIAISON_TYPE_FIELD_ITEM, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_field_item_init (LiaisonFieldItem *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

LiaisonFieldItem *
liaison_field_item_new (LiaisonFormRow *list, LiaisonId item)
{
  LiaisonFieldItem *self = g_object_new (LIAISON_TYPE_FIELD_ITEM, NULL);
  LiaisonFieldTarget *target = liaison_form_row_get_target (list);

  self->item = item;
  self->target = liaison_field_target_new_item (
      liaison_form_row_get_session (list), liaison_field_target_get_kind (target),
      liaison_field_target_get_id (target, 0), liaison_form_row_get_index (list), item);
  return self;
}

LiaisonId
liaison_field_item_get_id (LiaisonFieldItem *self)
{
  return self->item;
}

/* The first fields that are set: the name in the title, the others below. */
static void
tell (LiaisonFieldItem *self, const LiaisonBlock *block)
{
  LiaisonManner manner =
      liaison_session_get_manner (liaison_field_target_get_session (self->target));
  g_autoptr (GString) more = g_string_new (NULL);
  g_autofree char *title = NULL;
  guint told = 0;

  for (guint i = 0; i < block->shape->n_fields && told < MAX_TOLD; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if ((field->flags & (LIAISON_FIELD_HIDDEN | LIAISON_FIELD_LONG)) != 0
          || !liaison_block_field_is_set (block, field))
        continue;
      g_autofree char *text = field->type == LIAISON_FIELD_BOOLEAN
                                  ? g_strdup (_ (field->label))
                                  : liaison_manner_tell_field (&manner, block, field);
      if (title == NULL)
        title = g_steal_pointer (&text);
      else
        g_string_append_printf (more, "%s\u2068%s\u2069",
                                more->len > 0 ? liaison_screen_separator () : "", text);
      told++;
    }
  if (title == NULL)
    title = liaison_manner_tell_block_name (&manner, block);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), more->str);
}

void
liaison_field_item_refresh (LiaisonFieldItem *self, guint place, guint n)
{
  const LiaisonBlock *block = liaison_field_target_get_block (self->target, 0);

  if (block == NULL)
    return;
  tell (self, block);
  self->place = place;
  self->n = n;
  show_moves (self);
  for (guint i = 0; i < self->rows->len; i++)
    liaison_form_row_refresh (self->rows->pdata[i]);
}

void
liaison_field_item_settle (LiaisonFieldItem *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    liaison_form_row_settle (self->rows->pdata[i]);
}

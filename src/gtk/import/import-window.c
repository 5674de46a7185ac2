/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "import/sheet-chooser.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (LiaisonImportWindow, liaison_import_window, ADW_TYPE_WINDOW)

/* The pages in their order. */
static const char *const pages[] = { "file", "columns", "options", "preview" };

static int
find_page (LiaisonImportWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (name, pages[i]))
      return (int) i;
  return -1;
}

static gboolean
can_import (LiaisonImportWindow *self, guint *n)
{
  LiaisonImportCounts counts = { 0 };

  if (self->preview != NULL)
    counts = liaison_import_preview_count (self->preview);
  *n = counts.n_new + counts.n_changed;
  return *n > 0 || (self->wishes != NULL && g_hash_table_size (self->wishes->gone) > 0);
}

static gboolean
has_columns (LiaisonImportWindow *self)
{
  for (guint i = 0; self->mapping != NULL && i < self->mapping->n_columns; i++)
    if (self->mapping->columns[i].role != LIAISON_IMPORT_IGNORE)
      return TRUE;
  return FALSE;
}

void
liaison_import_window_update_buttons (LiaisonImportWindow *self)
{
  const int page = find_page (self);
  guint n;
  gboolean ready = can_import (self, &n);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->back, page > 1 || (page == 1 && self->bytes == NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->next), page > 0);
  if (page == 3)
    {
      label = liaison_screen_printf (ngettext ("_Import %u Row", "_Import %u Rows", n), n);
      gtk_button_set_label (self->next, n > 0 ? label : _ ("_Import"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->next), ready && self->work == NULL);
      return;
    }
  gtk_button_set_label (self->next, _ ("_Next"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), page == 2 || has_columns (self));
}

/* Enter goes on, but takes nothing in that was not looked at. */
static void
focus_page (LiaisonImportWindow *self)
{
  const int page = find_page (self);

  if (page == 1 || page == 2)
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else if (page == 3)
    gtk_widget_grab_focus (GTK_WIDGET (self->rows));
}

void
liaison_import_window_show (LiaisonImportWindow *self, const char *page)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;
  g_autofree char *display = name != NULL ? g_filename_display_name (name) : NULL;

  const gboolean turned = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) != 0;

  gtk_stack_set_visible_child_name (self->stack, page);
  adw_window_title_set_subtitle (self->title, display != NULL       ? display
                                              : self->bytes != NULL ? _ ("From the clipboard")
                                                                    : "");
  liaison_import_window_update_buttons (self);
  if (turned)
    focus_page (self);
}

void
liaison_import_window_tell (LiaisonImportWindow *self, const GError *error)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *sentence = error != NULL ? liaison_exchange_tell_error (manner.words, error) : NULL;

  if (error != NULL)
    gtk_label_set_text (self->problem, sentence != NULL ? sentence : error->message);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->problem), error != NULL ? error->message : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

/* Steps */

static void
open_path (LiaisonImportWindow *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->book, liaison_book_free);
  self->dialect = (LiaisonCsvDialect){ 0 };
  self->sheet_index = G_MAXUINT;
  liaison_import_window_read (self);
}

static void
path_cb (char *path, gpointer data)
{
  g_autoptr (LiaisonImportWindow) self = data;
  g_autofree char *chosen = path;

  if (chosen != NULL && self->session != NULL)
    open_path (self, chosen);
}

static void
choose_cb (LiaisonImportWindow *self)
{
  liaison_choose_sheet_to_open (GTK_WINDOW (self), path_cb, g_object_ref (self));
}

static void
finish (LiaisonImportWindow *self)
{
  LiaisonProposal *proposal = liaison_import_preview_propose (self->preview);
  guint n;

  if (proposal == NULL)
    return;
  can_import (self, &n);
  g_autofree char *notice =
      liaison_screen_printf (ngettext ("%u row imported", "%u rows imported", n), n);
  if (liaison_session_commit (self->session, proposal, notice))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
next_cb (LiaisonImportWindow *self)
{
  switch (find_page (self))
    {
    case 1:
      liaison_import_window_fill_options (self);
      liaison_import_window_show (self, "options");
      break;
    case 2:
      /* A name that was typed is meant, also without the button beside it. */
      liaison_import_window_save_profile (self);
      liaison_import_window_look (self, TRUE);
      break;
    case 3:
      finish (self);
      break;
    default:
      break;
    }
}

static void
back_cb (LiaisonImportWindow *self)
{
  const int page = find_page (self);

  if (page == 3)
    liaison_import_window_fill_options (self);
  if (page > 0)
    liaison_import_window_show (self, pages[page - 1]);
}

/* Escape and Cancel end what is being done first. */
static gboolean
close_request (GtkWindow *window)
{
  LiaisonImportWindow *self = LIAISON_IMPORT_WINDOW (window);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  return GTK_WINDOW_CLASS (liaison_import_window_parent_class)->close_request (window);
}

static gboolean
drop_cb (LiaisonImportWindow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->work != NULL)
    return FALSE;
  open_path (self, path);
  return TRUE;
}

static void
liaison_import_window_dispose (GObject *object)
{
  LiaisonImportWindow *self = LIAISON_IMPORT_WINDOW (object);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_handle_id (&self->ticker, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_import_window_parent_class)->dispose (object);
}

static void
liaison_import_window_finalize (GObject *object)
{
  LiaisonImportWindow *self = LIAISON_IMPORT_WINDOW (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->book, liaison_book_free);
  g_clear_pointer (&self->sheet, liaison_sheet_unref);
  g_clear_pointer (&self->mapping, liaison_import_mapping_free);
  g_clear_pointer (&self->wishes, liaison_import_wishes_free);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->preview, liaison_import_preview_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_free (self->path);

  G_OBJECT_CLASS (liaison_import_window_parent_class)->finalize (object);
}

static void
liaison_import_window_class_init (LiaisonImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/import/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, back);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, next);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, busy_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, columns_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, options_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, shows);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, fixes_place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportWindow, fixes);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_import_window_init (LiaisonImportWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->wishes = liaison_import_wishes_new ();
  self->sheet_index = G_MAXUINT;
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  liaison_import_window_init_preview (self);
}

static LiaisonImportWindow *
new_window (GtkWindow *parent, LiaisonSession *session, const LiaisonKind *kind)
{
  LiaisonImportWindow *self =
      g_object_new (LIAISON_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  liaison_screen_fill (GTK_WINDOW (self));
  self->session = g_object_ref (session);
  self->kind = kind != NULL && liaison_import_is_kind (kind) ? kind : NULL;
  return self;
}

void
liaison_import_present (GtkWindow *parent,
                        LiaisonSession *session,
                        const LiaisonKind *kind,
                        const char *path)
{
  LiaisonImportWindow *self = new_window (parent, session, kind);

  liaison_import_window_show (self, "file");
  gtk_window_present (GTK_WINDOW (self));
  if (path != NULL)
    open_path (self, path);
  else
    gtk_widget_grab_focus (self->choose);
}

void
liaison_import_present_text (GtkWindow *parent,
                             LiaisonSession *session,
                             const LiaisonKind *kind,
                             const char *text,
                             const GPtrArray *fields)
{
  LiaisonImportWindow *self = new_window (parent, session, kind);

  self->bytes = g_bytes_new (text, strlen (text));
  self->dialect.separator = '\t';
  self->dialect.encoding = LIAISON_ENCODING_UTF_8;
  if (fields != NULL)
    self->fields = g_ptr_array_copy ((GPtrArray *) fields, NULL, NULL);
  liaison_import_window_show (self, "file");
  gtk_window_present (GTK_WINDOW (self));
  liaison_import_window_read (self);
}

gboolean
liaison_import_is_spreadsheet (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".csv", ".tsv", ".tab", ".txt" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  return FALSE;
}

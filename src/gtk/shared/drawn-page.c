/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawn-page.h"

#include "print/printable.h"
#include "shared/empty-page.h"
#include "shared/view-line.h"
#include "words/search.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonDrawnPage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  gpointer data;
  GDestroyNotify destroy;

  const LiaisonDrawnPageFuncs *funcs;

  /* Borrowed, children */
  GtkWidget *content;
  LiaisonViewLine line;
  GtkStack *pages;
  LiaisonDrawnView *view;
  GtkWidget *scrolled;

  char *wanted; /* folded words to look for; NULL: all. Owned */

  guint source;       /* waits to be made anew */
  guint reveal;       /* waits to scroll to what is best seen at first */
  gboolean revealed;
  gboolean stale;     /* the plan has changed since it was made */
  int width, height;  /* the room it was last told of */
};

static void liaison_drawn_page_printable_init (LiaisonPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonDrawnPage,
                               liaison_drawn_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE,
                                                      liaison_drawn_page_printable_init))

static void
fill (LiaisonDrawnPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autofree char *summary = NULL;
  gboolean empty = FALSE;

  manner.lookup = liaison_snapshot_get_lookup (snapshot);
  self->stale = FALSE;
  if (self->line.filter != NULL)
    liaison_area_filter_look (self->line.filter);
  summary = self->funcs->fill (liaison_drawn_view_get_drawing (self->view), snapshot, &manner,
                               &empty, self->data);
  liaison_view_line_tell (&self->line, summary);
  /* Of nothing there is nothing to say, nor to look for. */
  gtk_widget_set_opacity (GTK_WIDGET (self->line.summary), empty ? 0 : 1);
  if (self->line.search != NULL)
    gtk_widget_set_sensitive (self->line.search, !empty);
  gtk_stack_set_visible_child_name (self->pages, empty ? "empty" : "drawing");
}

static gboolean
fill_cb (gpointer data)
{
  LiaisonDrawnPage *self = data;

  self->source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Edits come in groups; it is made once, when the views have followed. */
void
liaison_drawn_page_refresh (LiaisonDrawnPage *self)
{
  self->stale = TRUE;
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, self, NULL);
}

static void
liaison_drawn_page_map (GtkWidget *widget)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (widget);

  GTK_WIDGET_CLASS (liaison_drawn_page_parent_class)->map (widget);
  /* The table beside it may have been filtered meanwhile. */
  if ((self->line.filter != NULL && liaison_area_filter_look (self->line.filter)) || self->stale)
    fill (self);
}

gboolean
liaison_drawn_page_is_wanted (LiaisonDrawnPage *self,
                              const LiaisonManner *manner,
                              const LiaisonBlock *block)
{
  g_autofree char *text = NULL;

  if (self->line.filter != NULL && !liaison_area_filter_matches (self->line.filter, block->id))
    return FALSE;
  if (self->wanted == NULL)
    return TRUE;
  text = liaison_manner_get_search_text (manner, block);
  return strstr (text, self->wanted) != NULL;
}

static LiaisonDrawing *
get_drawing (LiaisonPrintable *printable, const char **title, LiaisonBox *seen)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (printable);

  if (self->content == NULL || !gtk_widget_get_mapped (self->scrolled))
    return NULL;
  liaison_drawn_view_get_scroll (self->view, &seen->x, &seen->y);
  liaison_drawn_view_get_room (self->view, &seen->width, &seen->height);
  *title = _ (self->funcs->title);
  return liaison_drawn_view_get_drawing (self->view);
}

/* What fills it may set its choices too: the one on the screen is filled again after that. */
static LiaisonDrawing *
dup_drawing (LiaisonPrintable *printable, const LiaisonManner *manner, const char **title)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (printable);
  LiaisonDrawing *copy;
  gboolean empty;

  if (self->content == NULL)
    return NULL;
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  copy = g_object_new (G_OBJECT_TYPE (liaison_drawn_view_get_drawing (self->view)), NULL);
  g_free (self->funcs->fill (copy, snapshot, manner, &empty, self->data));
  if (self->funcs->set_room != NULL && self->width > 0)
    self->funcs->set_room (copy, self->width, MAX (self->height, 1));
  *title = liaison_words_get (manner->words, self->funcs->title);
  fill (self);
  return copy;
}

static gboolean
is_filtered (LiaisonPrintable *printable)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (printable);

  return self->content != NULL
         && (self->wanted != NULL
             || (self->line.filter != NULL && liaison_area_filter_is_active (self->line.filter)));
}

static void
liaison_drawn_page_printable_init (LiaisonPrintableInterface *iface)
{
  iface->get_drawing = get_drawing;
  iface->dup_drawing = dup_drawing;
  iface->is_filtered = is_filtered;
}

static gboolean
reveal_cb (gpointer data)
{
  LiaisonDrawnPage *self = data;
  LiaisonBox box;

  self->reveal = 0;
  if (self->funcs->find_first (liaison_drawn_view_get_drawing (self->view), &box))
    liaison_drawn_view_reveal (self->view, &box);
  return G_SOURCE_REMOVE;
}

/* The drawing is told of its room before it is laid out in it. */
static void
liaison_drawn_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (widget);
  int above = 0;

  gtk_widget_measure (gtk_widget_get_first_child (self->content), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &above, NULL, NULL);
  if (self->funcs->set_room != NULL && (width != self->width || height - above != self->height))
    {
      self->width = width;
      self->height = height - above;
      self->funcs->set_room (liaison_drawn_view_get_drawing (self->view), width,
                             MAX (height - above, 1));
    }
  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (self->revealed || self->stale || self->funcs->find_first == NULL)
    return;
  self->revealed = TRUE;
  self->reveal = g_idle_add (reveal_cb, self);
}

static void
liaison_drawn_page_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (LIAISON_DRAWN_PAGE (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
liaison_drawn_page_grab_focus (GtkWidget *widget)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (widget);

  /* What is not shown must not have the focus: no key would reach anything. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)) || !gtk_widget_get_mapped (widget))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
liaison_drawn_page_dispose (GObject *object)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->reveal, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_drawn_page_parent_class)->dispose (object);
}

static void
liaison_drawn_page_finalize (GObject *object)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->wanted);

  G_OBJECT_CLASS (liaison_drawn_page_parent_class)->finalize (object);
}

static void
search_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonDrawnPage *self = LIAISON_DRAWN_PAGE (widget);

  if (self->line.search != NULL)
    gtk_widget_grab_focus (self->line.search);
}

static void
liaison_drawn_page_class_init (LiaisonDrawnPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_drawn_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_drawn_page_finalize;
  widget_class->map = liaison_drawn_page_map;
  widget_class->measure = liaison_drawn_page_measure;
  widget_class->size_allocate = liaison_drawn_page_size_allocate;
  widget_class->grab_focus = liaison_drawn_page_grab_focus;
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "view.search", NULL);
}

static void
liaison_drawn_page_init (LiaisonDrawnPage *self)
{
  self->stale = TRUE;
}

static void
searched_cb (LiaisonDrawnPage *self, GtkEditable *entry)
{
  g_autofree char *folded = liaison_words_fold (gtk_editable_get_text (entry));

  g_clear_pointer (&self->wanted, g_free);
  if (*folded != '\0')
    self->wanted = g_steal_pointer (&folded);
  liaison_drawn_page_refresh (self);
}

static void
first_cb (LiaisonDrawnPage *self)
{
  self->funcs->first (GTK_WIDGET (self), self->data);
}

static GtkWidget *
empty_new (LiaisonDrawnPage *self)
{
  GtkWidget *empty = liaison_empty_page_new (self->funcs->icon, _ (self->funcs->empty_title),
                                             _ (self->funcs->empty_text));

  if (self->funcs->low)
    gtk_widget_add_css_class (empty, "compact");
  if (self->funcs->first != NULL)
    g_signal_connect_swapped (
        liaison_empty_page_add_step (empty, _ (self->funcs->first_label), TRUE), "clicked",
        G_CALLBACK (first_cb), self);
  return empty;
}

GtkWidget *
liaison_drawn_page_new_for_view (LiaisonSession *session,
                                 LiaisonDrawnView *view,
                                 const LiaisonDrawnPageFuncs *funcs,
                                 GtkWidget *settings,
                                 gpointer data,
                                 GDestroyNotify destroy)
{
  LiaisonDrawnPage *self = g_object_new (LIAISON_TYPE_DRAWN_PAGE, NULL);

  self->session = g_object_ref (session);
  self->view = view;
  self->funcs = funcs;
  self->data = data;
  self->destroy = destroy;
  self->scrolled = liaison_drawn_view_wrap (view);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, self->scrolled, "drawing");
  gtk_stack_add_named (self->pages, empty_new (self), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  liaison_view_line_init (&self->line, session, GTK_WIDGET (self),
                          funcs->search != NULL ? _ (funcs->search) : NULL, settings);
  if (self->line.search != NULL)
    {
      g_signal_connect_swapped (self->line.filter, "cleared",
                                G_CALLBACK (liaison_drawn_page_refresh), self);
      g_signal_connect_swapped (self->line.search, "search-changed", G_CALLBACK (searched_cb), self);
    }
  gtk_box_append (GTK_BOX (self->content), self->line.line);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->pages));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (liaison_drawn_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (liaison_drawn_page_refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
liaison_drawn_page_new (LiaisonSession *session,
                        LiaisonDrawing *drawing,
                        const LiaisonDrawnPageFuncs *funcs,
                        GtkWidget *settings,
                        gpointer data,
                        GDestroyNotify destroy)
{
  GtkWidget *view = liaison_drawn_view_new (session, drawing, _ (funcs->title));

  return liaison_drawn_page_new_for_view (session, LIAISON_DRAWN_VIEW (view), funcs, settings, data,
                                          destroy);
}

LiaisonDrawnView *
liaison_drawn_page_get_view (LiaisonDrawnPage *self)
{
  return self->view;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/positions-view.h"

#include "shared/matrix-view.h"

#include "arrangements/days.h"
#include "arrangements/positions.h"
#include "record/record.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_POSITIONS_VIEW (liaison_positions_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonPositionsView, liaison_positions_view, LIAISON, POSITIONS_VIEW, GtkWidget)

struct _LiaisonPositionsView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonMatrix *matrix;
  LiaisonPositions *positions; /* what is shown */

  /* Children */
  GtkWidget *content, *popover;
  LiaisonMatrixView *view;
  GtkLabel *summary;
  GtkStack *pages;

  guint row, column; /* of the popover */
  guint source;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (LiaisonPositionsView, liaison_positions_view, GTK_TYPE_WIDGET)

static const LiaisonPositionRow *
get_row (LiaisonPositionsView *self, guint row)
{
  return self->positions != NULL && row < self->positions->rows->len
             ? &g_array_index (self->positions->rows, LiaisonPositionRow, row)
             : NULL;
}

static const char *
get_nation (LiaisonPositionsView *self, guint column)
{
  return column < self->positions->nations->len ? self->positions->nations->pdata[column] : NULL;
}

/* Filling */

static char *
tell_detail (const LiaisonPositionRow *row)
{
  GString *text = g_string_new (NULL);

  if (row->n_concerns > 0)
    liaison_screen_append (text,
                            ngettext ("%u open concern", "%u open concerns", row->n_concerns),
                            row->n_concerns);
  if (row->n_reservations > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      liaison_screen_append (text,
                              ngettext ("%u reservation", "%u reservations", row->n_reservations),
                              row->n_reservations);
    }
  return g_string_free (text, FALSE);
}

static char *
tell_label (const LiaisonPositionRow *row, const LiaisonManner *manner)
{
  const LiaisonArticleData *article = LIAISON_DATA (Article, row->article);
  const char *title;

  if (row->article == NULL)
    return liaison_manner_tell_block_name (manner, row->agreement);
  title = liaison_text_pick (article->title, liaison_words_get_language (manner->words), NULL);
  return g_strdup_printf ("%s  %s", article->number != NULL ? article->number : "",
                          title != NULL ? title : "");
}

static void
add_heads (LiaisonPositionsView *self, const LiaisonManner *manner)
{
  for (guint i = 0; i < self->positions->nations->len; i++)
    {
      g_autofree char *name =
          liaison_manner_tell_nation (manner, self->positions->nations->pdata[i]);
      const LiaisonMatrixHead head = {
        .id = liaison_id_for_code (self->positions->nations->pdata[i]), .label = name
      };

      liaison_matrix_add_column (self->matrix, &head);
    }
  for (guint i = 0; i < self->positions->rows->len; i++)
    {
      const LiaisonPositionRow *row = get_row (self, i);
      g_autofree char *label = tell_label (row, manner), *detail = tell_detail (row);
      const LiaisonMatrixHead head = { .id = row->article != NULL ? row->article->id
                                                                  : row->agreement->id,
                                       .label = label,
                                       .detail = *detail != '\0' ? detail : NULL,
                                       .depth = row->article != NULL,
                                       .strong = row->article == NULL };

      liaison_matrix_add_row (self->matrix, &head);
    }
}

static void
set_cell (LiaisonPositionsView *self, guint row, guint column)
{
  static const struct
  {
    LiaisonHue hue;
    double level;
  } looks[] = {
    [LIAISON_POSITION_AGREED] = { LIAISON_HUE_GREEN, 0.5 },
    [LIAISON_POSITION_RESERVATION] = { LIAISON_HUE_YELLOW, 0.8 },
    [LIAISON_POSITION_CONCERN] = { LIAISON_HUE_RED, 0.8 },
    [LIAISON_POSITION_NOT_STATED] = { LIAISON_HUE_GREY, 0.3 },
  };
  LiaisonPosition position =
      liaison_positions_get (get_row (self, row), get_nation (self, column));

  if (position != LIAISON_POSITION_UNSET)
    liaison_matrix_set_heat (self->matrix, row, column, looks[position].hue, looks[position].level,
                             _ (liaison_positions.choices[position].label));
}

static void
show_summary (LiaisonPositionsView *self)
{
  guint concerns = 0, reservations = 0;
  g_autofree char *text = NULL, *open = NULL;

  for (guint i = 0; i < self->positions->rows->len; i++)
    {
      concerns += get_row (self, i)->n_concerns;
      reservations += get_row (self, i)->n_reservations;
    }
  open = liaison_screen_printf (ngettext ("%u open concern", "%u open concerns", concerns), concerns);
  text = liaison_screen_printf (ngettext ("%s · %u reservation", "%s · %u reservations", reservations),
                          open, reservations);
  gtk_label_set_text (self->summary, text);
}

static void
fill (LiaisonPositionsView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));

  self->stale = FALSE;
  g_clear_pointer (&self->positions, liaison_positions_free);
  self->positions = liaison_positions_new (snapshot);
  liaison_matrix_begin (self->matrix);
  liaison_matrix_set_column_letters (self->matrix, 11);
  liaison_matrix_set_corner (self->matrix, _ ("Article"));
  add_heads (self, &manner);
  for (guint row = 0; row < self->positions->rows->len; row++)
    for (guint column = 0; column < self->positions->nations->len; column++)
      set_cell (self, row, column);
  liaison_matrix_end (self->matrix);
  show_summary (self);
  gtk_stack_set_visible_child_name (self->pages,
                                    self->positions->rows->len > 0 ? "matrix" : "empty");
}

static gboolean
fill_cb (gpointer data)
{
  LiaisonPositionsView *self = data;

  self->source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
refresh (LiaisonPositionsView *self)
{
  self->stale = TRUE;
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, self, NULL);
}

/* Changing */

static void
choose_cb (LiaisonPositionsView *self, GtkButton *button)
{
  LiaisonPosition position =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "liaison-position"));
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonPositionRow *row = get_row (self, self->row);
  const char *nation = row != NULL ? get_nation (self, self->column) : NULL;
  LiaisonProposal *proposal = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (nation != NULL)
    proposal = liaison_positions_propose (
        row, nation, position,
        liaison_day_of (liaison_days_get_zone (&manner.lookup), manner.now),
        g_get_real_time () / 1000);
  if (proposal != NULL)
    liaison_session_commit (self->session, proposal, NULL);
}

static void
make_popover (LiaisonPositionsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = LIAISON_POSITION_AGREED; i <= LIAISON_POSITION_NOT_STATED; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (liaison_positions.choices[i].label));

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "liaison-position", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
activate (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonPositionsView *self = data;
  const LiaisonPositionRow *line = get_row (self, row);
  const LiaisonMatrixCursor cursor = { row, column, LIAISON_MATRIX_NOWHERE };
  GdkRectangle area;
  graphene_point_t at;

  if (line == NULL || column == LIAISON_MATRIX_NOWHERE
      || liaison_editor_get_read_only (liaison_session_get_editor (self->session))
      || liaison_positions_get (line, get_nation (self, column)) == LIAISON_POSITION_UNSET
      || !liaison_matrix_view_place (self->view, &cursor, &area)
      || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y), &at))
    return;
  self->row = row;
  self->column = column;
  if (self->popover == NULL)
    make_popover (self);
  area.x = (int) at.x;
  area.y = (int) at.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* A cell that is pointed at selects its agreement. */
static void
released_cb (LiaisonPositionsView *self)
{
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);
  const LiaisonPositionRow *row = get_row (self, cursor->row);

  if (row != NULL)
    liaison_selection_set_one (liaison_session_get_selection (self->session), row->agreement->id);
}

static const LiaisonMatrixFuncs matrix_funcs = { .activate = activate };

static void
liaison_positions_view_map (GtkWidget *widget)
{
  LiaisonPositionsView *self = LIAISON_POSITIONS_VIEW (widget);

  GTK_WIDGET_CLASS (liaison_positions_view_parent_class)->map (widget);
  if (self->stale)
    fill (self);
}

static void
liaison_positions_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LiaisonPositionsView *self = LIAISON_POSITIONS_VIEW (widget);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
liaison_positions_view_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  gtk_widget_measure (LIAISON_POSITIONS_VIEW (widget)->content, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
liaison_positions_view_dispose (GObject *object)
{
  LiaisonPositionsView *self = LIAISON_POSITIONS_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->positions, liaison_positions_free);
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_positions_view_parent_class)->dispose (object);
}

static void
liaison_positions_view_class_init (LiaisonPositionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_positions_view_dispose;
  widget_class->map = liaison_positions_view_map;
  widget_class->measure = liaison_positions_view_measure;
  widget_class->size_allocate = liaison_positions_view_size_allocate;
}

static void
liaison_positions_view_init (LiaisonPositionsView *self)
{
  self->stale = TRUE;
}

static GtkWidget *
pages_new (LiaisonPositionsView *self)
{
  GtkWidget *pages = gtk_stack_new (), *empty = adw_status_page_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = liaison_matrix_view_new (self->session, self->matrix, &matrix_funcs, self);
  liaison_matrix_view_set_label (self->view, _ ("Positions of the parties"));
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "emblem-documents-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Parties Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (empty),
      _ ("Add parties and articles to an agreement in the form at its side: here you see who agrees to what, "
         "and change it as they say it."));
  gtk_stack_add_named (GTK_STACK (pages), GTK_WIDGET (self->view), "matrix");
  gtk_stack_add_named (GTK_STACK (pages), empty, "empty");
  gtk_widget_set_vexpand (pages, TRUE);
  self->pages = GTK_STACK (pages);
  return pages;
}

GtkWidget *
liaison_positions_view_new (LiaisonSession *session)
{
  LiaisonPositionsView *self = g_object_new (LIAISON_TYPE_POSITIONS_VIEW, NULL);
  GtkWidget *summary = gtk_label_new (NULL);

  self->session = g_object_ref (session);
  self->matrix = liaison_matrix_new ();
  self->summary = GTK_LABEL (summary);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_set_margin_top (summary, 9);
  gtk_widget_set_margin_bottom (summary, 9);
  gtk_widget_set_margin_start (summary, 12);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->content), summary);
  gtk_box_append (GTK_BOX (self->content), pages_new (self));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

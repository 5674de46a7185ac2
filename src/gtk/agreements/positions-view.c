/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/positions-view.h"

#include "shared/choice-popover.h"
#include "shared/live-matrix.h"

#include "arrangements/days.h"
#include "arrangements/positions.h"
#include "record/record.h"
#include "screen.h"
#include "words/printed.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonSession *session;     /* borrowed: the widget keeps it longer */
  LiaisonLiveMatrix *live;     /* borrowed */
  LiaisonPositions *positions; /* what is shown; owned */
  guint row, column;           /* of the popover */
} Positions;

static void
positions_free (gpointer data)
{
  Positions *self = data;

  g_clear_pointer (&self->positions, liaison_positions_free);
  g_free (self);
}

static const LiaisonPositionRow *
get_row (Positions *self, guint row)
{
  return self->positions != NULL && row < self->positions->rows->len
             ? &g_array_index (self->positions->rows, LiaisonPositionRow, row)
             : NULL;
}

static const char *
get_nation (Positions *self, guint column)
{
  return column < self->positions->nations->len ? self->positions->nations->pdata[column] : NULL;
}

/* Filling */

static char *
tell_detail (const LiaisonPositionRow *row)
{
  GString *text = g_string_new (NULL);

  if (row->n_concerns > 0)
    liaison_screen_append (text, ngettext ("%u open concern", "%u open concerns", row->n_concerns),
                           row->n_concerns);
  if (row->n_reservations > 0)
    {
      g_string_append (text, text->len > 0 ? liaison_screen_separator () : "");
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
  return liaison_words_lead (manner->words, article->number, title != NULL ? title : "");
}

static void
add_heads (Positions *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < self->positions->nations->len; i++)
    {
      g_autofree char *name =
          liaison_manner_tell_nation (manner, self->positions->nations->pdata[i]);
      const LiaisonMatrixHead head = { .id =
                                           liaison_id_for_code (self->positions->nations->pdata[i]),
                                       .label = name };

      liaison_matrix_add_column (matrix, &head);
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

      liaison_matrix_add_row (matrix, &head);
    }
}

static void
set_cell (
    Positions *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint row, guint column)
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
  LiaisonPosition position = liaison_positions_get (get_row (self, row), get_nation (self, column));

  if (position != LIAISON_POSITION_UNSET)
    liaison_matrix_set_heat (
        matrix, row, column, looks[position].hue, looks[position].level,
        liaison_words_get (manner->words, liaison_positions.choices[position].label));
}

static char *
tell_summary (Positions *self)
{
  guint concerns = 0, reservations = 0;
  g_autofree char *open = NULL;

  for (guint i = 0; i < self->positions->rows->len; i++)
    {
      concerns += get_row (self, i)->n_concerns;
      reservations += get_row (self, i)->n_reservations;
    }
  open =
      liaison_screen_printf (ngettext ("%u open concern", "%u open concerns", concerns), concerns);
  return liaison_screen_printf (
      ngettext ("%s · %u reservation", "%s · %u reservations", reservations), open, reservations);
}

/* Articles go with their agreement. */
static void
sift (Positions *self)
{
  GArray *rows = self->positions->rows;

  for (guint i = rows->len; i-- > 0;)
    if (!liaison_live_matrix_lets_through (
            self->live, g_array_index (rows, LiaisonPositionRow, i).agreement->id))
      g_array_remove_index (rows, i);
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  Positions *self = data;

  g_clear_pointer (&self->positions, liaison_positions_free);
  self->positions = liaison_positions_new ((LiaisonSnapshot *) snapshot);
  sift (self);
  liaison_matrix_set_column_letters (matrix, 11);
  liaison_matrix_set_head_letters (matrix, 40);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Article")));
  add_heads (self, matrix, manner);
  for (guint row = 0; row < self->positions->rows->len; row++)
    for (guint column = 0; column < self->positions->nations->len; column++)
      set_cell (self, matrix, manner, row, column);
  return tell_summary (self);
}

static GArray *
list (guint row, guint column, gpointer data)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  const LiaisonPositionRow *line = get_row (data, row);

  if (line != NULL)
    g_array_append_val (ids, line->agreement->id);
  return ids;
}

/* Changing */

static gboolean
set_position (Positions *self, guint row, guint column, LiaisonPosition position)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonPositionRow *line = get_row (self, row);
  const char *nation = line != NULL ? get_nation (self, column) : NULL;
  LiaisonProposal *proposal = NULL;

  if (nation != NULL)
    proposal = liaison_positions_propose (
        line, nation, position, liaison_day_of (liaison_days_get_zone (&manner.lookup), manner.now),
        g_get_real_time () / 1000);
  return proposal != NULL && liaison_session_commit (self->session, proposal, NULL);
}

static void
chosen_cb (guint choice, gpointer data)
{
  Positions *self = data;

  set_position (self, self->row, self->column, LIAISON_POSITION_AGREED + choice);
}

/* Whether a party says something there, which can be changed. */
static gboolean
can_set (Positions *self, guint row, guint column)
{
  const LiaisonPositionRow *line = get_row (self, row);

  return line != NULL && column != LIAISON_MATRIX_NOWHERE && get_nation (self, column) != NULL
         && !liaison_editor_get_read_only (liaison_session_get_editor (self->session))
         && liaison_positions_get (line, get_nation (self, column)) != LIAISON_POSITION_UNSET;
}

static gboolean
activate (guint row, guint column, gpointer data)
{
  Positions *self = data;
  const char *labels[LIAISON_POSITION_NOT_STATED - LIAISON_POSITION_AGREED + 2] = { NULL };
  GdkRectangle area;

  if (!can_set (self, row, column) || !liaison_live_matrix_place (self->live, row, column, &area))
    return column != LIAISON_MATRIX_NOWHERE;
  for (guint i = LIAISON_POSITION_AGREED; i <= LIAISON_POSITION_NOT_STATED; i++)
    labels[i - LIAISON_POSITION_AGREED] = _ (liaison_positions.choices[i].label);
  self->row = row;
  self->column = column;
  liaison_choice_popover_show (
      GTK_WIDGET (self->live), &area, labels,
      liaison_positions_get (get_row (self, row), get_nation (self, column))
          - LIAISON_POSITION_AGREED,
      chosen_cb, self);
  return TRUE;
}

/* 1 to 4 set a position at once. */
static gboolean
key (guint key_value, guint row, guint column, gpointer data)
{
  Positions *self = data;
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key_value));

  if (digit < 1 || digit > LIAISON_POSITION_NOT_STATED - LIAISON_POSITION_AGREED + 1
      || !can_set (self, row, column))
    return FALSE;
  set_position (self, row, column, LIAISON_POSITION_AGREED + digit - 1);
  return TRUE;
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .activate = activate,
  .key = key,
  .title = N_ ("Positions of the parties"),
  .empty_title = N_ ("No Parties Yet"),
  .empty = N_ ("Add parties and articles to an agreement in the form at its side: here you see who "
               "agrees to what, "
               "and change it as they say it."),
};

GtkWidget *
liaison_positions_view_new (LiaisonSession *session)
{
  Positions *self = g_new0 (Positions, 1);
  GtkWidget *live = liaison_live_matrix_new (session, &funcs, NULL, self, positions_free);

  self->session = session;
  self->live = LIAISON_LIVE_MATRIX (live);
  return live;
}

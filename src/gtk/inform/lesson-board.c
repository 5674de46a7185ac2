/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/lesson-board.h"

#include "inform/lesson-flow.h"
#include "inform/lesson-steps.h"
#include "record/kinds/participant.h"
#include "shared/live-matrix.h"
#include "screen.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  LiaisonSession *session; /* borrowed: the view keeps it */
  LiaisonMatrix *matrix;   /* borrowed, as last filled */
} Board;

/* A row: who carries the remedy out. */
typedef struct
{
  LiaisonId body; /* zero: somebody outside, or nobody */
  char *name;
} Row;

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->name);
}

static char *
tell_body (const LiaisonManner *manner, const LiaisonObservationData *data)
{
  const char *outside =
      liaison_text_pick (data->action_body_name, liaison_words_get_language (manner->words), NULL);

  if (!liaison_id_is_zero (data->action_body))
    return liaison_manner_tell_name (manner, data->action_body);
  return g_strdup (outside != NULL ? outside : liaison_words_get (manner->words, N_ ("No action body yet")));
}

static gboolean
is_homeless (const LiaisonObservationData *data)
{
  return liaison_id_is_zero (data->action_body)
         && liaison_text_get_size (data->action_body_name) == 0;
}

static guint
find_row (GArray *rows, const LiaisonManner *manner, const LiaisonObservationData *data)
{
  g_autofree char *name = tell_body (manner, data);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (g_array_index (rows, Row, i).name, name) == 0)
      return i;
  Row row = { data->action_body, g_steal_pointer (&name) };
  g_array_append_val (rows, row);
  return rows->len - 1;
}

static LiaisonHue
get_hue (const LiaisonObservationData *data)
{
  if (data->type == LIAISON_OBSERVATION_TYPE_SUSTAIN)
    return LIAISON_HUE_TEAL;
  return data->type == LIAISON_OBSERVATION_TYPE_IMPROVE ? LIAISON_HUE_ORANGE : LIAISON_HUE_GREY;
}

static void
add_card (LiaisonMatrix *matrix, const LiaisonManner *manner, guint row, const LiaisonBlock *block)
{
  const LiaisonObservationData *data = LIAISON_DATA (Observation, block);
  gboolean late = liaison_lesson_is_late (block, (gint32) (manner->now / 86400));
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  /* Translators: Before the title of something that should have been done by now */
  g_autofree char *label = late ? liaison_words_format (manner->words, N_ ("Late: {title}"),
                                                       liaison_operand_text ("title", name)) : g_strdup (name);
  const LiaisonMatrixItem item = { .record = block->id,
                                   .label = label,
                                   .hue = get_hue (data),
                                   .mark = late ? LIAISON_MARK_WARNING : LIAISON_MARK_NONE,
                                   .flags = liaison_lesson_is_open (block) ? LIAISON_ITEM_DEFAULT
                                                                           : LIAISON_ITEM_FADED };

  liaison_matrix_add_item (matrix, row,
                           (guint) MAX (data->stage, LIAISON_LESSON_STAGE_OBSERVATION) - 1, &item);
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  Board *self = data;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint n, late = 0;
  const LiaisonBlock *const *all = liaison_snapshot_get (snapshot, LIAISON_KIND_OBSERVATION, &n);
  g_autofree guint *places = g_new (guint, n + 1);

  self->matrix = matrix;
  g_array_set_clear_func (rows, clear_row);
  liaison_matrix_set_column_letters (matrix, 18);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Action body")));
  for (guint i = 1; n > 0 && i < liaison_lesson_stages.n; i++)
    {
      const LiaisonMatrixHead head = { .label = liaison_words_get (manner->words, liaison_lesson_stages.choices[i].label) };
      liaison_matrix_add_column (matrix, &head);
    }
  /* What nobody has taken up yet comes first. */
  for (guint i = 0; i < n; i++)
    if (is_homeless (LIAISON_DATA (Observation, all[i])))
      places[i] = find_row (rows, manner, LIAISON_DATA (Observation, all[i]));
  for (guint i = 0; i < n; i++)
    places[i] = find_row (rows, manner, LIAISON_DATA (Observation, all[i]));
  for (guint i = 0; i < rows->len; i++)
    {
      const LiaisonMatrixHead head = { .id = g_array_index (rows, Row, i).body,
                                       .label = g_array_index (rows, Row, i).name };
      liaison_matrix_add_row (matrix, &head);
    }
  for (guint i = 0; i < n; i++)
    {
      add_card (matrix, manner, places[i], all[i]);
      late += liaison_lesson_is_late (all[i], (gint32) (manner->now / 86400));
    }
  return late > 0 ? liaison_screen_printf (
             ngettext ("%u remedial action is late. Drag cards, or move them with . and ,",
                       "%u remedial actions are late. Drag cards, or move them with . and ,", late),
             late)
                  : g_strdup (
                      _ ("Drag cards to the stage they have come to, or move them with . and ,"));
}

static GArray *
list (guint row, guint column, gpointer data)
{
  Board *self = data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint last = self->matrix != NULL ? liaison_matrix_count_columns (self->matrix) : 0;

  for (guint i = 0; i < last; i++)
    {
      guint n, first;
      if (column != LIAISON_MATRIX_NOWHERE && column != i)
        continue;
      first = liaison_matrix_get_items (self->matrix, row, i, &n);
      for (guint k = 0; k < n; k++)
        g_array_append_val (ids, liaison_matrix_get_item (self->matrix, first + k)->record);
    }
  return ids;
}

static void
take (Board *self, const LiaisonId *ids, guint n, LiaisonLessonStage stage, gboolean back)
{
  const char *why;

  if (n > 0 && !liaison_lessons_move (self->session, ids, n, stage, back, &why) && why != NULL)
    g_signal_emit_by_name (self->session, "notice", why, FALSE);
}

static gboolean
can_move (LiaisonId record, guint row, guint column, gpointer data)
{
  return !liaison_editor_get_read_only (liaison_session_get_editor (((Board *) data)->session));
}

static void
move (LiaisonId record, guint from_row, guint from_column, guint row, guint column, gpointer data)
{
  if (column != from_column)
    take (data, &record, 1, column + 1, FALSE);
}

/* The card that keys go to, else all of the cell. */
static gboolean
key (guint keyval, guint row, guint column, gpointer data)
{
  Board *self = data;
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);
  gboolean back = keyval == GDK_KEY_comma;

  if (keyval != GDK_KEY_period && keyval != GDK_KEY_comma)
    return FALSE;
  if (cursor->item != LIAISON_MATRIX_NOWHERE)
    {
      LiaisonId id = liaison_matrix_get_item (self->matrix, cursor->item)->record;
      take (self, &id, 1, LIAISON_LESSON_STAGE_UNSET, back);
      return TRUE;
    }
  g_autoptr (GArray) ids = list (row, column, self);
  take (self, (const LiaisonId *) (gconstpointer) ids->data, ids->len, LIAISON_LESSON_STAGE_UNSET,
        back);
  return TRUE;
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .key = key,
  .can_move = can_move,
  .move = move,
  .title = N_ ("Life cycle of lessons"),
  .empty_title = N_ ("Nothing Observed Yet"),
  .empty = N_ ("Write down what you see with Ctrl+Shift+O; here you see what becomes of it."),
};

GtkWidget *
liaison_lesson_board_new (LiaisonSession *session)
{
  Board *self = g_new0 (Board, 1);

  self->session = session;
  return liaison_live_matrix_new (session, &funcs, NULL, self, g_free);
}

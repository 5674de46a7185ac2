/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/release-matrix-view.h"

#include "inform/release-state.h"
#include "record/kinds/nation.h"
#include "record/kinds/product.h"
#include "shared/live-matrix.h"
#include "words/sentence.h"
#include "screen.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonReleaseMatrix *matrix; /* what is shown; owned */
} View;

static void
view_free (gpointer data)
{
  View *self = data;

  g_clear_pointer (&self->matrix, liaison_release_matrix_free);
  g_free (self);
}

/* How a state looks; the sign says the same to those who do not see the colour. */
static const struct
{
  LiaisonHue hue;
  double level;
} looks[LIAISON_RELEASE_N_STATES] = {
  [LIAISON_RELEASE_STATE_MAY_NOT] = { LIAISON_HUE_GREY, 0.15 },
  [LIAISON_RELEASE_STATE_WAITS] = { LIAISON_HUE_BLUE, 0.15 },
  [LIAISON_RELEASE_STATE_MAY] = { LIAISON_HUE_BLUE, 0.4 },
  [LIAISON_RELEASE_STATE_HAS] = { LIAISON_HUE_TEAL, 0.7 },
  [LIAISON_RELEASE_STATE_RECALLED] = { LIAISON_HUE_ORANGE, 0.35 },
  [LIAISON_RELEASE_STATE_BEYOND] = { LIAISON_HUE_RED, 0.9 },
  [LIAISON_RELEASE_STATE_ORIGIN] = { LIAISON_HUE_TEAL, 0.25 },
};

static void
add_heads (View *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < liaison_release_matrix_count_nations (self->matrix); i++)
    {
      const LiaisonBlock *nation = liaison_release_matrix_get_nation (self->matrix, i);
      const LiaisonMatrixHead head = { .id = nation->id,
                                       .label = LIAISON_DATA (Nation, nation)->code };
      liaison_matrix_add_column (matrix, &head);
    }
  for (guint row = 0; row < liaison_release_matrix_count_products (self->matrix); row++)
    {
      const LiaisonBlock *product = liaison_release_matrix_get_product (self->matrix, row);
      int status = LIAISON_DATA (Product, product)->status;
      g_autofree char *name = liaison_manner_tell_block_name (manner, product);
      const LiaisonMatrixHead head = {
        .id = product->id,
        .label = name,
        .detail = status > 0 ? _ (liaison_product_statuses.choices[status].label) : NULL
      };
      liaison_matrix_add_row (matrix, &head);
    }
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  View *self = data;
  guint beyond = 0;

  g_clear_pointer (&self->matrix, liaison_release_matrix_free);
  self->matrix = liaison_release_matrix_new ((LiaisonSnapshot *) snapshot, manner->now);
  liaison_matrix_set_column_letters (matrix, 6);
  liaison_matrix_set_corner (matrix, _ ("Product"));
  add_heads (self, matrix, manner);
  for (guint row = 0; row < liaison_release_matrix_count_products (self->matrix); row++)
    for (guint column = 0; column < liaison_release_matrix_count_nations (self->matrix); column++)
      {
        LiaisonReleaseState state = liaison_release_matrix_get (self->matrix, row, column);
        liaison_matrix_set_heat (matrix, row, column, looks[state].hue, looks[state].level,
                                 liaison_release_state_get_sign (state));
        beyond += state == LIAISON_RELEASE_STATE_BEYOND;
      }
  g_autofree char *legend = liaison_screen_printf (
      /* Translators: The signs of a matrix and what they mean */
      _ ("● has it   ○ may have it   … later   – may not   ↶ recalled   ◆ theirs   ! has it and "
         "may not: %u"),
      beyond);
  return g_steal_pointer (&legend);
}

static GArray *
list (guint row, guint column, gpointer data)
{
  View *self = data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  if (self->matrix == NULL || row >= liaison_release_matrix_count_products (self->matrix))
    return ids;
  LiaisonId id = liaison_release_matrix_get_product (self->matrix, row)->id;
  g_array_append_val (ids, id);
  return ids;
}

static char *
tell (const LiaisonManner *manner, guint row, guint column, gpointer data)
{
  View *self = data;
  g_autoptr (GArray) operands = NULL;
  const char *sentence;

  if (self->matrix == NULL || row >= liaison_release_matrix_count_products (self->matrix)
      || column >= liaison_release_matrix_count_nations (self->matrix))
    return NULL;
  sentence = liaison_release_matrix_explain (self->matrix, row, column, &operands);
  return liaison_manner_tell_sentence (manner, sentence, operands);
}

static const LiaisonLiveMatrixFuncs funcs = {
  .fill = fill,
  .list = list,
  .tell = tell,
  .title = N_ ("Who has which product"),
  .empty_title = N_ ("Nothing to Share Yet"),
  .empty =
      N_ ("Add products and nations: here you see who has what, who may have it, and why not."),
};

GtkWidget *
liaison_release_matrix_view_new (LiaisonSession *session)
{
  return liaison_live_matrix_new (session, &funcs, NULL, g_new0 (View, 1), view_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which nation has which product, may have it, may not. */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "record/kinds/nation.h"
#include "record/kinds/product.h"

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
look (LiaisonPlanMatrix *self)
{
  self->releases = liaison_release_matrix_new (self->snapshot, self->options.now);
  for (guint i = 0; i < liaison_release_matrix_count_products (self->releases); i++)
    {
      const PlanRow row = { i, liaison_release_matrix_get_product (self->releases, i), NULL, 0 };
      g_array_append_val (self->rows, row);
    }
}

static void
add_row (LiaisonMatrix *matrix, const LiaisonManner *manner, const LiaisonBlock *product)
{
  const LiaisonProductData *data = LIAISON_DATA (Product, product);
  g_autofree char *name = liaison_manner_tell_block_name (manner, product);
  const LiaisonMatrixHead head = {
    .id = product->id,
    .label = name,
    .detail = data->status > 0
                  ? liaison_words_get (manner->words,
                                       liaison_product_statuses.choices[data->status].label)
                  : NULL
  };

  liaison_matrix_add_row (matrix, &head);
}

static void
fill (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n = liaison_release_matrix_count_nations (self->releases);

  liaison_matrix_set_column_letters (matrix, 6);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Product")));
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *nation = liaison_release_matrix_get_nation (self->releases, i);
      const LiaisonMatrixHead head = { .id = nation->id,
                                       .label = LIAISON_DATA (Nation, nation)->code };

      liaison_matrix_add_column (matrix, &head);
    }
  for (guint row = 0; row < self->rows->len; row++)
    add_row (matrix, manner, plan_row (self, row)->block);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < n; column++)
      {
        LiaisonReleaseState state = liaison_release_matrix_get (self->releases, row, column);

        liaison_matrix_set_heat (matrix, row, column, looks[state].hue, looks[state].level,
                                 liaison_release_state_get_sign (state));
      }
}

static char *
summarise (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint beyond = 0;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < liaison_release_matrix_count_nations (self->releases); i++)
      beyond +=
          liaison_release_matrix_get (self->releases, row, i) == LIAISON_RELEASE_STATE_BEYOND;
  /* Translators: The signs of a matrix and what they mean */
  return plan_tell (manner,
                    N_ ("● has it   ○ may have it   … later   – may not   ↶ recalled   ◆ theirs   ! has "
                        "it and may not: {n}"),
                    liaison_operand_integer ("n", beyond));
}

static char *
tell (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  g_autoptr (GArray) operands = NULL;
  const char *sentence;

  if (row >= self->rows->len || column >= liaison_release_matrix_count_nations (self->releases))
    return NULL;
  sentence = liaison_release_matrix_explain (self->releases, row, column, &operands);
  return liaison_manner_tell_sentence (manner, sentence, operands);
}

static void
list (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  if (row < self->rows->len)
    plan_add_id (ids, plan_row (self, row)->block->id);
}

const LiaisonPlanMatrixType liaison_matrix_products = {
  .name = "products",
  .title = N_ ("Who has which product"),
  .help = N_ ("Which nation has which product, may have it, may not, and why"),
  .empty =
      N_ ("Add products and nations: here you see who has what, who may have it, and why not."),
  .look = look,
  .fill = fill,
  .summarise = summarise,
  .tell = tell,
  .list = list,
};

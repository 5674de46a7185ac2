/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of joining instructions and kit. */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "words/dates.h"
#include "words/printed.h"

static void
look (LiaisonPlanMatrix *self)
{
  self->checklists =
      liaison_checklists_new (self->snapshot, self->language, (gint32) (self->options.now / 86400));
  for (guint i = 0; i < liaison_checklists_count_posts (self->checklists); i++)
    {
      const PlanRow row = { i, liaison_checklists_get_post (self->checklists, i), NULL, 0 };
      g_array_append_val (self->rows, row);
    }
}

static void
add_columns (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < liaison_checklists_count_lines (self->checklists); i++)
    {
      const LiaisonCheckLine *line = liaison_checklists_get_line (self->checklists, i);
      g_autofree char *done =
          plan_tell (manner, N_ ("{done} of {all}"), liaison_operand_integer ("done", line->n_done),
                     liaison_operand_integer ("all", line->n));
      const LiaisonMatrixHead head = {
        .label = line->title,
        .detail = done,
        .group =
            liaison_words_get (manner->words, line->kit ? N_ ("Kit") : N_ ("Joining instructions")),
      };
      liaison_matrix_add_column (matrix, &head);
    }
}

static void
add_row (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint row)
{
  const LiaisonBlock *post = plan_row (self, row)->block;
  const char *serial = LIAISON_DATA (Post, post)->serial;
  g_autofree char *name = liaison_manner_tell_block_name (manner, post), *label = NULL,
                  *done = NULL;
  guint n, n_done;

  liaison_checklists_count_done (self->checklists, row, &n, &n_done);
  done = plan_tell (manner, N_ ("{done} of {all} done"), liaison_operand_integer ("done", n_done),
                    liaison_operand_integer ("all", n));
  label = liaison_words_lead (manner->words, serial, name);
  const LiaisonMatrixHead head = { .id = post->id, .label = label, .detail = n > 0 ? done : "" };
  liaison_matrix_add_row (matrix, &head);
}

static void
fill (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n = liaison_checklists_count_lines (self->checklists);

  liaison_matrix_set_column_letters (matrix, 16);
  liaison_matrix_set_head_letters (matrix, 44);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Liaison post")));
  if (n == 0)
    return;
  add_columns (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    add_row (self, matrix, manner, row);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < n; column++)
      switch (liaison_checklists_get (self->checklists, row, column, NULL))
        {
        case LIAISON_CHECK_DONE:
          liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREEN, .6, "✓");
          break;
        case LIAISON_CHECK_LATE:
          liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_RED, 1, "☐ !");
          break;
        case LIAISON_CHECK_OPEN:
          liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .1, "☐");
          break;
        case LIAISON_CHECK_NONE:
          break;
        }
}

static char *
summarise (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint n, n_done, all = 0, done = 0, late = liaison_checklists_count_late (self->checklists);
  g_autofree char *one = NULL, *two = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      liaison_checklists_count_done (self->checklists, i, &n, &n_done);
      all += n;
      done += n_done;
    }
  one = plan_tell (manner, N_ ("{done} of {all} done"), liaison_operand_integer ("done", done),
                   liaison_operand_integer ("all", all));
  two = plan_tell_count (manner, "{n} late", "{n} late", late);
  return late == 0 ? g_steal_pointer (&one)
                   : g_strjoin (liaison_words_get_separator (manner->words), one, two, NULL);
}

static char *
tell (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  const LiaisonCheckItemData *item;
  LiaisonCheckState state = liaison_checklists_get (self->checklists, row, column, &item);
  const char *title = liaison_checklists_get_line (self->checklists, column)->title;

  if (state == LIAISON_CHECK_NONE)
    return plan_tell (manner, N_ ("The list of this post does not have “{line}”."),
                      liaison_operand_text ("line", title));
  if (state == LIAISON_CHECK_DONE && item->completed != LIAISON_DATE_UNSET)
    return plan_tell (manner, N_ ("{line}: done on {date}. Press Space to take the tick off."),
                      liaison_operand_text ("line", title),
                      liaison_operand_date ("date", item->completed));
  if (state == LIAISON_CHECK_DONE)
    return plan_tell (manner, N_ ("{line}: done. Press Space to take the tick off."),
                      liaison_operand_text ("line", title));
  if (item->due != LIAISON_DATE_UNSET)
    return plan_tell (manner, N_ ("{line}: due on {date}. Press Space to tick it."),
                      liaison_operand_text ("line", title),
                      liaison_operand_date ("date", item->due));
  return plan_tell (manner, N_ ("{line}: open. Press Space to tick it."),
                    liaison_operand_text ("line", title));
}

static void
list (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  plan_add_id (ids, plan_row (self, row)->block->id);
}

const LiaisonPlanMatrixType liaison_matrix_checklists = {
  "checklists",
  N_ ("Checklists"),
  N_ ("Joining instructions and kit of every liaison post, to be ticked"),
  N_ ("Give liaison posts joining instructions and kit: here you tick them off."),
  look,
  fill,
  summarise,
  tell,
  list,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "record/kinds/nation.h"
#include "words/sentence.h"

#include <string.h>

static const LiaisonPlanMatrixType *const types[] = {
  &liaison_matrix_manning,
  &liaison_matrix_representation,
  &liaison_matrix_representation_sites,
  &liaison_matrix_language_pairs,
  &liaison_matrix_checklists,
  &liaison_matrix_results,
  &liaison_matrix_levels,
  &liaison_matrix_pairs,
  &liaison_matrix_trend,
  &liaison_matrix_products,
};

const LiaisonPlanMatrixType *const *
liaison_plan_matrix_get_types (guint *n)
{
  *n = G_N_ELEMENTS (types);
  return types;
}

const LiaisonPlanMatrixType *
liaison_plan_matrix_find_type (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i]->name, name) == 0)
      return types[i];
  return NULL;
}

LiaisonPlanMatrix *
liaison_plan_matrix_new (const LiaisonPlanMatrixType *type,
                         LiaisonSnapshot *snapshot,
                         const char *language,
                         const LiaisonPlanMatrixOptions *options)
{
  LiaisonPlanMatrix *self = g_new0 (LiaisonPlanMatrix, 1);

  self->type = type;
  self->options = *options;
  self->snapshot = liaison_snapshot_ref (snapshot);
  self->language = language;
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlanRow));
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlanColumn));
  type->look (self);
  return self;
}

void
liaison_plan_matrix_free (LiaisonPlanMatrix *self)
{
  g_clear_pointer (&self->pairs, liaison_language_pairs_free);
  g_clear_pointer (&self->manning, liaison_manning_free);
  g_clear_pointer (&self->representations, liaison_representations_free);
  g_clear_pointer (&self->checklists, liaison_checklists_free);
  g_clear_pointer (&self->results, liaison_results_free);
  g_clear_pointer (&self->trend, liaison_trend_free);
  g_clear_pointer (&self->releases, liaison_release_matrix_free);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

void
liaison_plan_matrix_fill (LiaisonPlanMatrix *self,
                          LiaisonMatrix *matrix,
                          const LiaisonManner *manner)
{
  liaison_matrix_begin (matrix);
  liaison_matrix_set_column_letters (matrix, 0);
  self->type->fill (self, matrix, manner);
  liaison_matrix_end (matrix);
}

char *
liaison_plan_matrix_summarise (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  return self->type->summarise (self, manner);
}

char *
liaison_plan_matrix_tell (LiaisonPlanMatrix *self,
                          const LiaisonManner *manner,
                          guint row,
                          guint column)
{
  return self->type->tell (self, manner, row, column);
}

GArray *
liaison_plan_matrix_list (LiaisonPlanMatrix *self, guint row, guint column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  self->type->list (self, row, column, ids);
  return ids;
}

const LiaisonSnapshot *
liaison_plan_matrix_get_snapshot (LiaisonPlanMatrix *self)
{
  return self->snapshot;
}

const LiaisonManning *
liaison_plan_matrix_get_manning (LiaisonPlanMatrix *self)
{
  return self->manning;
}

const LiaisonChecklists *
liaison_plan_matrix_get_checklists (LiaisonPlanMatrix *self)
{
  return self->checklists;
}

const LiaisonResults *
liaison_plan_matrix_get_results (LiaisonPlanMatrix *self)
{
  return self->results;
}

guint
liaison_plan_matrix_get_place (LiaisonPlanMatrix *self, guint row)
{
  return row < self->rows->len ? plan_row (self, row)->place : NOWHERE;
}

char *
plan_tell_take (const LiaisonManner *manner, const char *msgid, LiaisonOperand *operands, gsize n)
{
  g_autoptr (GArray) list = liaison_operands_new ();

  g_array_append_vals (list, operands, (guint) n);
  return liaison_manner_tell_sentence (manner, msgid, list);
}

void
plan_add_sentence (GString *text, char *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
plan_tell_count (const LiaisonManner *manner, const char *singular, const char *plural, guint n)
{
  return liaison_words_format_plural (manner->words, singular, plural, n,
                                      liaison_operand_integer ("n", n));
}

void
plan_add_id (GArray *ids, LiaisonId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (liaison_id_same (g_array_index (ids, LiaisonId, i), id))
      return;
  if (!liaison_id_is_zero (id))
    g_array_append_val (ids, id);
}

void
plan_add_nation_column (LiaisonMatrix *matrix,
                        const LiaisonManner *manner,
                        const LiaisonBlock *nation,
                        const char *group)
{
  g_autofree char *name = liaison_manner_tell_block_name (manner, nation);
  const LiaisonMatrixHead head = {
    .id = nation->id, .label = LIAISON_DATA (Nation, nation)->code, .detail = name, .group = group
  };

  liaison_matrix_add_column (matrix, &head);
}

void
plan_add_record_row (LiaisonMatrix *matrix,
                     const LiaisonManner *manner,
                     const LiaisonBlock *block,
                     const char *detail,
                     guint depth,
                     gboolean strong)
{
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  const LiaisonMatrixHead head = {
    .id = block->id, .label = name, .detail = detail, .depth = depth, .strong = strong
  };

  liaison_matrix_add_row (matrix, &head);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/visibility-matrix.h"

#include "record/kinds/nation.h"
#include "release/banner.h"
#include "words/query.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

/* More rows than anybody looks through. */
#define MOST_ROWS 5000
/* A code of a nation or organisation, and a letter below it. */
#define COLUMN_LETTERS 5

/* How a cell looks. */
typedef struct
{
  const char *letter; /* msgid */
  LiaisonHue hue;
  double level;
} Look;

static const Look released = { LIAISON_RELEASED_LETTER, LIAISON_HUE_GREEN, 0.25 };

static Look
get_look (LiaisonWithheldReason reason)
{
  static const Look looks[] = {
    [LIAISON_WITHHELD_UNMARKED] = { NULL, LIAISON_HUE_RED, 0.55 },
    [LIAISON_WITHHELD_LIST] = { NULL, LIAISON_HUE_ORANGE, 0.45 },
    [LIAISON_WITHHELD_LEVEL] = { NULL, LIAISON_HUE_ORANGE, 0.7 },
    [LIAISON_WITHHELD_CONTROL] = { NULL, LIAISON_HUE_PURPLE, 0.4 },
    [LIAISON_WITHHELD_PLANNERS] = { NULL, LIAISON_HUE_GREY, 0.5 },
  };
  Look look = looks[reason];

  look.letter = liaison_withheld_reason_get_letter (reason);
  return look;
}

static int
compare_nations (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(gpointer *) a, *other = *(gpointer *) b;

  return g_strcmp0 (LIAISON_DATA (Nation, one)->code, LIAISON_DATA (Nation, other)->code);
}

static void
add_columns (LiaisonVisibilityMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);
  g_autoptr (GPtrArray) nations = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Nation, blocks[i])->code != NULL)
      g_ptr_array_add (nations, (gpointer) blocks[i]);
  g_ptr_array_sort (nations, compare_nations);
  for (guint i = 0; i < nations->len; i++)
    {
      const LiaisonBlock *nation = nations->pdata[i];
      const char *code = LIAISON_DATA (Nation, nation)->code;
      const LiaisonMatrixHead head = { .id = nation->id, .label = code };

      liaison_matrix_add_column (matrix, &head);
      g_ptr_array_add (self->audiences, liaison_audience_new_for_nation (code));
    }
}

/* All cells of one row. FALSE: everybody sees it. */
static gboolean
look_at (const GPtrArray *views, const LiaisonBlock *block, Look *looks)
{
  gboolean withheld = FALSE;

  for (guint i = 0; i < views->len; i++)
    {
      LiaisonWithheld why;
      gboolean seen = liaison_view_may_see (views->pdata[i], block, &why);

      looks[i] = seen ? released : get_look (why.reason);
      withheld = withheld || !seen;
    }
  return withheld;
}

static void
add_row (LiaisonVisibilityMatrix *self,
         LiaisonMatrix *matrix,
         const LiaisonManner *manner,
         const LiaisonBlock *block)
{
  const LiaisonField *code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  g_autofree char *serial = code != NULL ? liaison_manner_tell_field (manner, block, code) : NULL;
  g_autofree char *label = liaison_words_lead (
      manner->words,
      serial != NULL && *serial != '\0' && g_strcmp0 (serial, name) != 0 ? serial : NULL, name);
  g_autofree char *portion = liaison_banner_tell_portion (&manner->lookup, block);
  const LiaisonMatrixHead head = { .id = block->id, .label = label, .detail = portion };

  liaison_matrix_add_row (matrix, &head);
  g_ptr_array_add (self->blocks, liaison_block_ref (block));
}

/* Once all rows are there. */
static void
set_cells (LiaisonVisibilityMatrix *self,
           LiaisonMatrix *matrix,
           const LiaisonManner *manner,
           const GArray *looks)
{
  guint n = self->audiences->len;

  for (guint i = 0; i < looks->len; i++)
    {
      const Look *look = &g_array_index (looks, Look, i);

      self->n_withheld += look->letter != released.letter;
      liaison_matrix_set_heat (matrix, i / n, i % n, look->hue, look->level,
                               liaison_words_get (manner->words, look->letter));
    }
}

static void
add_rows (LiaisonVisibilityMatrix *self,
          LiaisonMatrix *matrix,
          const LiaisonManner *manner,
          const LiaisonVisibilityMatrixSetup *setup)
{
  g_autoptr (LiaisonQuery) query = liaison_query_new (liaison_kind_get (setup->kind));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_view_free);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Look));
  g_autofree Look *looks = g_new0 (Look, self->audiences->len + 1);

  query->limit = MOST_ROWS;
  found = liaison_query_run (query, manner, self->snapshot);
  for (guint i = 0; i < self->audiences->len; i++)
    g_ptr_array_add (views,
                     liaison_view_new_for_questions (self->snapshot, self->audiences->pdata[i]));
  for (guint i = 0; i < found->len; i++)
    {
      gboolean withheld = look_at (views, found->pdata[i], looks);

      self->n_open += !withheld;
      if (!withheld && setup->withheld_only)
        continue;
      add_row (self, matrix, manner, found->pdata[i]);
      g_array_append_vals (all, looks, views->len);
    }
  set_cells (self, matrix, manner, all);
}

LiaisonVisibilityMatrix *
liaison_visibility_matrix_fill (LiaisonMatrix *matrix,
                                LiaisonSnapshot *snapshot,
                                const LiaisonManner *manner,
                                const LiaisonVisibilityMatrixSetup *setup)
{
  LiaisonVisibilityMatrix *self = g_new0 (LiaisonVisibilityMatrix, 1);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  self->audiences = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_audience_unref);
  liaison_matrix_begin (matrix);
  liaison_matrix_set_column_letters (matrix, COLUMN_LETTERS);
  liaison_matrix_set_corner (
      matrix, liaison_words_get (manner->words, liaison_kind_get (setup->kind)->plural_label));
  add_columns (self, matrix, manner);
  add_rows (self, matrix, manner, setup);
  liaison_matrix_end (matrix);
  return self;
}

void
liaison_visibility_matrix_free (LiaisonVisibilityMatrix *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->audiences);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

static char *
tell_why (const LiaisonVisibilityMatrix *self,
          const LiaisonAudience *audience,
          const LiaisonBlock *block,
          const LiaisonManner *manner)
{
  g_autoptr (LiaisonView) view = liaison_view_new_for_questions (self->snapshot, audience);
  LiaisonWithheld why;

  if (liaison_view_may_see (view, block, &why))
    return g_strdup (liaison_words_get (manner->words, N_ ("It is on the release list.")));
  return liaison_withheld_tell (&why, audience, manner);
}

char *
liaison_visibility_matrix_tell (const LiaisonVisibilityMatrix *self,
                                guint row,
                                guint column,
                                const LiaisonManner *manner)
{
  g_autofree char *name = NULL;
  g_autofree char *why = NULL;

  if (row >= self->blocks->len || column >= self->audiences->len)
    return g_strdup ("");
  const LiaisonBlock *block = self->blocks->pdata[row];
  const LiaisonAudience *audience = self->audiences->pdata[column];

  name = liaison_manner_tell_block_name (manner, block);
  why = tell_why (self, audience, block, manner);
  /* Translators: A record, a nation, and why it goes there or not: “Opening → Norway: It is on the
   * release list.” */
  return liaison_words_format (
      manner->words, N_ ("{record} → {nation}: {reason}"), liaison_operand_text ("record", name),
      liaison_operand_nation ("nation", audience->name), liaison_operand_text ("reason", why));
}

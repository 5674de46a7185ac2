/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/group.h"
#include "record/kinds/product.h"
#include "record/title-finder.h"
#include "review/rules/release-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LiaisonReview *review;
  const LiaisonShape *shape; /* of the record looked at last, */
  gboolean marked;           /* and whether such records have a marking */
  LiaisonTitleFinder *finder;
} Look;

static void
take_titles (Look *self)
{
  guint n;
  const LiaisonBlock *const *products = liaison_snapshot_get (self->review->snapshot, LIAISON_KIND_PRODUCT, &n);

  for (guint i = 0; i < n; i++)
    liaison_title_finder_add_title (self->finder, products[i]);
}

static void
report (Look *self, const LiaisonBlock *block, const LiaisonField *field, const LiaisonBlock *named)
{
  g_autoptr (LiaisonCodes) wide = liaison_release_list_get (self->review, block);
  g_autoptr (LiaisonCodes) narrow = liaison_release_list_get (self->review, named);
  g_autoptr (GPtrArray) extra = g_ptr_array_new ();

  if (!liaison_release_list_find_extra (wide, narrow, extra) || !liaison_review_may_list (self->review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      self->review, block, field->name,
      N_ ("“{record}” names, under “{field}”, “{other}”, which {nations} may not see."));
  liaison_finding_add_record (finding, named->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", named->id));
  liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
  for (guint i = 0; i < extra->len; i++)
    liaison_finding_take_operand (finding, liaison_operand_nation ("nations", extra->pdata[i]));
}

/* Each field once, whatever languages name it; the title of a release is that of its product and goes where it goes. */
static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  Look *self = review->state;

  if (block->shape != self->shape)
    {
      self->shape = block->shape;
      self->marked = liaison_shape_find (block->shape, "marking", NULL) != NULL;
    }
  if (liaison_title_finder_is_empty (self->finder) || !self->marked)
    return;
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if (field->type != LIAISON_FIELD_TEXT || (field->flags & (LIAISON_FIELD_CONTROL | LIAISON_FIELD_TITLE)))
        continue;
      const LiaisonText *text = *(LiaisonText *const *) LIAISON_BLOCK_AT (block, field);
      g_autoptr (GPtrArray) named = NULL;
      for (guint j = 0; j < liaison_text_get_size (text); j++)
        liaison_title_finder_find (self->finder, liaison_text_get_string (text, j), block, &named);
      for (guint j = 0; named != NULL && j < named->len; j++)
        report (self, block, field, named->pdata[j]);
    }
}

static gpointer
prepare (LiaisonReview *review)
{
  Look *look = g_new0 (Look, 1);

  look->review = review;
  look->finder = liaison_title_finder_new ();
  take_titles (look);
  return look;
}

static void
forget (gpointer data)
{
  Look *look = data;

  liaison_title_finder_free (look->finder);
  g_free (look);
}

static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  if (before->shape == &liaison_group_kind.shape)
    return liaison_review_differs (before, after, LIAISON_FIELD (Group, members));
  return before->shape != &liaison_product_kind.shape
         || liaison_review_differs (before, after, LIAISON_FIELD (Product, title))
         || liaison_review_differs (before, after, LIAISON_FIELD (Product, originator))
         || liaison_review_differs (before, after, LIAISON_FIELD (Product, marking));
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  liaison_release_list_offer_narrow (review, finding, finding->records[0], finding->records[1],
                                     N_ ("Take them off the list"));
}

const LiaisonRule liaison_rule_names_withheld_record = {
  "names-withheld-record", LIAISON_SEVERITY_WARNING, N_ ("Texts that name what is withheld"),
  N_ ("A text names a product that some of its readers may not see: the title alone can tell them too much. Take the name out, or "
      "narrow the text’s release list."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .reads = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (GROUP), .matters = matters,
  .prepare = prepare, .forget = forget, .fix = fix
};

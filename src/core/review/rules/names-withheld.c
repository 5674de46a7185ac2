/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/group.h"
#include "record/kinds/inject.h"
#include "record/kinds/product.h"
#include "record/title-finder.h"
#include "review/rules/presence.h"
#include "review/rules/release-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LiaisonReview *review;
  const LiaisonShape *shape; /* of the record looked at last, */
  gboolean marked;           /* and whether such records have a marking */
  LiaisonTitleFinder *finder;
} Look;

/* Never for players, whatever its marking says. */
static gboolean
is_for_control (const LiaisonBlock *block)
{
  return liaison_kind_for_shape (block->shape)->control
         || (block->shape == &liaison_event_kind.shape && LIAISON_DATA (Event, block)->hidden);
}

/* Products, injects and hidden events: what the names of alone can tell too much. */
static gboolean
is_delicate (const LiaisonBlock *block)
{
  return block->shape == &liaison_product_kind.shape || is_for_control (block);
}

static void
take_titles (Look *self)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_PRODUCT, LIAISON_KIND_INJECT, LIAISON_KIND_EVENT };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (self->review->snapshot, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        if (is_delicate (blocks[i]))
          liaison_title_finder_add_title (self->finder, blocks[i]);
    }
}

static LiaisonFinding *
add_finding (Look *self, const LiaisonBlock *block, const LiaisonField *field, const LiaisonBlock *named, const char *sentence)
{
  LiaisonFinding *finding = liaison_review_add (self->review, block, field->name, sentence);

  liaison_finding_add_record (finding, named->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", named->id));
  liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
  return finding;
}

static void
report_nations (Look *self, const LiaisonBlock *block, const LiaisonField *field, const LiaisonBlock *named)
{
  g_autoptr (LiaisonCodes) wide = liaison_release_list_get (self->review, block);
  g_autoptr (LiaisonCodes) narrow = liaison_release_list_get (self->review, named);
  g_autoptr (GPtrArray) extra = g_ptr_array_new ();

  if (!liaison_release_list_find_extra (wide, narrow, extra) || !liaison_review_may_list (self->review))
    return;
  LiaisonFinding *finding = add_finding (self, block, field, named,
                                         N_ ("“{record}” names, under “{field}”, “{other}”, which {nations} may not see."));
  for (guint i = 0; i < extra->len; i++)
    liaison_finding_take_operand (finding, liaison_operand_nation ("nations", extra->pdata[i]));
}

/* What is for exercise control may be named in what is, too. */
static void
report (Look *self, const LiaisonBlock *block, const LiaisonField *field, const LiaisonBlock *named)
{
  if (!is_for_control (named))
    report_nations (self, block, field, named);
  else if (!is_for_control (block) && liaison_review_may_list (self->review))
    add_finding (self, block, field, named,
                 N_ ("“{record}” names, under “{field}”, “{other}”, which is for exercise control only."));
}

/* The title of a release is that of its product and goes where it goes. */
static gboolean
is_released (const LiaisonField *field)
{
  return field->open && (field->flags & LIAISON_FIELD_CONTROL) == 0;
}

static void
find_named (Look *self, const LiaisonBlock *block, const LiaisonField *field, gconstpointer at, GPtrArray **named)
{
  const LiaisonText *text = *(LiaisonText *const *) at;

  for (guint i = 0; field->type == LIAISON_FIELD_TEXT && i < liaison_text_get_size (text); i++)
    liaison_title_finder_find (self->finder, liaison_text_get_string (text, i), block, named);
}

static void
find_in_items (Look *self, const LiaisonBlock *block, const LiaisonItems *items, GPtrArray **named)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);

      for (guint j = 0; j < item->shape->n_fields; j++)
        if (item->shape->fields[j].type == LIAISON_FIELD_TEXT && is_released (&item->shape->fields[j]))
          find_named (self, block, &item->shape->fields[j], LIAISON_BLOCK_AT (item, &item->shape->fields[j]), named);
    }
}

/* Each field once, whatever languages or lines of it name it. */
static void
look_at_field (Look *self, const LiaisonBlock *block, const LiaisonField *field)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);
  g_autoptr (GPtrArray) named = NULL;

  if (!is_released (field) || (field->flags & LIAISON_FIELD_TITLE))
    return;
  if (field->type == LIAISON_FIELD_TEXT)
    find_named (self, block, field, at, &named);
  else if (field->type == LIAISON_FIELD_ITEMS)
    find_in_items (self, block, *(LiaisonItems *const *) at, &named);
  for (guint i = 0; named != NULL && i < named->len; i++)
    report (self, block, field, named->pdata[i]);
}

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
    look_at_field (self, block, &block->shape->fields[i]);
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
  if (before->shape == &liaison_event_kind.shape)
    return (is_for_control (before) || is_for_control (after))
           && (liaison_review_differs (before, after, LIAISON_FIELD (Event, title))
               || liaison_review_differs (before, after, LIAISON_FIELD (Event, hidden)));
  if (before->shape == &liaison_inject_kind.shape)
    return liaison_review_differs (before, after, LIAISON_FIELD (Inject, title));
  return before->shape != &liaison_product_kind.shape
         || liaison_review_differs (before, after, LIAISON_FIELD (Product, title))
         || liaison_review_differs (before, after, LIAISON_FIELD (Product, originator))
         || liaison_review_differs (before, after, LIAISON_FIELD (Product, marking));
}

static gboolean
concerns (const LiaisonBlock *block, gboolean followed)
{
  return block->shape != &liaison_event_kind.shape || is_for_control (block);
}

/* No list keeps players from what is not for them: there the name has to go. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *named = liaison_review_find (review, finding->records[1], &liaison_product_kind);

  if (named != NULL)
    liaison_release_list_offer_narrow (review, finding, finding->records[0], finding->records[1],
                                       N_ ("Take them off the list"));
}

const LiaisonRule liaison_rule_names_withheld_record = {
  "names-withheld-record", LIAISON_SEVERITY_WARNING, N_ ("Texts that name what is withheld"),
  N_ ("A text names a product, an inject or a hidden event that some of its readers may not see: the title alone can tell them "
      "too much. Take the name out, or narrow the text’s release list."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL,
  .reads = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (GROUP) | LIAISON_TARGET (INJECT) | LIAISON_TARGET (EVENT),
  .matters = matters, .concerns = concerns, .prepare = prepare, .forget = forget, .fix = fix
};

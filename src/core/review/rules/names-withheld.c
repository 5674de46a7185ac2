/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/group.h"
#include "record/kinds/product.h"
#include "review/rules/release-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shorter titles stand in texts by chance, in bytes. */
#define MIN_LENGTH 16
/* Titles are looked up by their first bytes. */
#define HEAD 8

/* A title of a product. */
typedef struct
{
  const LiaisonBlock *product;
  const char *text; /* borrowed */
  gsize length;
} Title;

typedef struct
{
  LiaisonReview *review;
  const LiaisonShape *shape; /* of the record looked at last, */
  gboolean marked;           /* and whether such records have a marking */
  GHashTable *heads; /* first bytes as a number -> GArray of Title */
  guint8 marks[8192]; /* a bit for each hash of a head, so that most places are passed by at once */
} Look;

static guint64
get_head (const char *text)
{
  guint64 head;

  memcpy (&head, text, HEAD);
  return head;
}

static guint
get_mark (guint64 head)
{
  return (guint) ((head * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 48);
}

static void
take_title (Look *self, const LiaisonBlock *product, const char *text)
{
  Title title = { product, text, strlen (text) };

  if (title.length < MIN_LENGTH)
    return;
  guint64 head = get_head (text);
  GArray *titles = g_hash_table_lookup (self->heads, &head);
  if (titles == NULL)
    {
      titles = g_array_new (FALSE, FALSE, sizeof (Title));
      g_hash_table_insert (self->heads, g_memdup2 (&head, sizeof head), titles);
      guint mark = get_mark (head);
      self->marks[mark >> 3] |= (guint8) (1 << (mark & 7));
    }
  g_array_append_val (titles, title);
}

static void
take_titles (Look *self)
{
  guint n;
  const LiaisonBlock *const *products = liaison_snapshot_get (self->review->snapshot, LIAISON_KIND_PRODUCT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonText *title = LIAISON_DATA (Product, products[i])->title;
      for (guint j = 0; j < liaison_text_get_size (title); j++)
        take_title (self, products[i], liaison_text_get_string (title, j));
    }
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

static void
look_at_text (Look *self, const char *text, const LiaisonBlock *block, GPtrArray **named)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + MIN_LENGTH <= length; i++)
    {
      guint64 head = get_head (text + i);
      guint mark = get_mark (head);
      if (!(self->marks[mark >> 3] & (1 << (mark & 7))))
        continue;
      const GArray *titles = g_hash_table_lookup (self->heads, &head);
      for (guint j = 0; titles != NULL && j < titles->len; j++)
        {
          const Title *title = &g_array_index (titles, Title, j);
          if (title->product != block && title->length <= length - i && memcmp (title->text, text + i, title->length) == 0
              && (*named == NULL || !g_ptr_array_find (*named, title->product, NULL)))
            {
              if (*named == NULL)
                *named = g_ptr_array_new ();
              g_ptr_array_add (*named, (gpointer) title->product);
            }
        }
    }
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
  if (g_hash_table_size (self->heads) == 0 || !self->marked)
    return;
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if (field->type != LIAISON_FIELD_TEXT || (field->flags & (LIAISON_FIELD_CONTROL | LIAISON_FIELD_TITLE)))
        continue;
      const LiaisonText *text = *(LiaisonText *const *) LIAISON_BLOCK_AT (block, field);
      g_autoptr (GPtrArray) named = NULL;
      for (guint j = 0; j < liaison_text_get_size (text); j++)
        look_at_text (self, liaison_text_get_string (text, j), block, &named);
      for (guint j = 0; named != NULL && j < named->len; j++)
        report (self, block, field, named->pdata[j]);
    }
}

static gpointer
prepare (LiaisonReview *review)
{
  Look *look = g_new0 (Look, 1);

  look->review = review;
  look->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  take_titles (look);
  return look;
}

static void
forget (gpointer data)
{
  Look *look = data;

  g_hash_table_unref (look->heads);
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

const LiaisonRule liaison_rule_names_withheld_record = {
  "names-withheld-record", LIAISON_SEVERITY_WARNING, N_ ("Texts that name what is withheld"),
  N_ ("A text names a product that some of its readers may not see: the title alone can tell them too much. Take the name out, or "
      "narrow the text’s release list."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .reads = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (GROUP), .matters = matters,
  .prepare = prepare, .forget = forget
};

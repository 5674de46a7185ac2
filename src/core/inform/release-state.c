/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/release-state.h"

#include "record/kinds/agreement.h"
#include "record/kinds/nation.h"
#include "record/kinds/product.h"
#include "record/kinds/release.h"
#include "record/release-list.h"

#include <glib/gi18n-lib.h>

/* Products lie no deeper in each other than this. */
#define MAX_DEPTH 16

typedef struct
{
  LiaisonReleaseState state;
  const char *sentence;
  LiaisonId release; /* the last one; zero: none */
  LiaisonId other;   /* agreement or product that stands in the way */
} Cell;

struct _LiaisonReleaseMatrix
{
  LiaisonSnapshot *snapshot;
  GPtrArray *products; /* of const LiaisonBlock * */
  GPtrArray *nations;
  Cell *cells;
};

static const struct
{
  const char *label;
  const char *sign;
} states[LIAISON_RELEASE_N_STATES] = {
  [LIAISON_RELEASE_STATE_MAY_NOT] = { N_ ("May not have it"), "–" },
  [LIAISON_RELEASE_STATE_WAITS] = { N_ ("May have it later"), "…" },
  [LIAISON_RELEASE_STATE_MAY] = { N_ ("May have it"), "○" },
  [LIAISON_RELEASE_STATE_HAS] = { N_ ("Has it"), "●" },
  [LIAISON_RELEASE_STATE_RECALLED] = { N_ ("Recalled"), "↶" },
  [LIAISON_RELEASE_STATE_BEYOND] = { N_ ("Has it and may not"), "!" },
  [LIAISON_RELEASE_STATE_ORIGIN] = { N_ ("It is theirs"), "◆" },
};

const char *
liaison_release_state_get_label (LiaisonReleaseState state)
{
  return states[state].label;
}

const char *
liaison_release_state_get_sign (LiaisonReleaseState state)
{
  return states[state].sign;
}

gboolean
liaison_release_is_out (const LiaisonBlock *release)
{
  int status = LIAISON_DATA (Release, release)->status;

  return status == LIAISON_RELEASE_STATUS_RELEASED
         || status == LIAISON_RELEASE_STATUS_ACKNOWLEDGED;
}

static LiaisonCodes *
get_list (const LiaisonSnapshot *snapshot, const LiaisonBlock *product)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);

  return liaison_release_list_of (&lookup, product);
}

static const LiaisonBlock *
find_product (const LiaisonSnapshot *snapshot, LiaisonId id)
{
  const LiaisonBlock *block = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (snapshot, id);

  return block != NULL && block->shape == &liaison_product_kind.shape ? block : NULL;
}

/* The product among @product, its wholes and its sources, that keeps it from the nation; NULL: none. */
static const LiaisonBlock *
find_bar (const LiaisonSnapshot *snapshot, const LiaisonBlock *product, const char *nation, guint depth)
{
  const LiaisonProductData *data = LIAISON_DATA (Product, product);
  const LiaisonBlock *whole = find_product (snapshot, data->parent), *bar = NULL;
  g_autoptr (LiaisonCodes) list = get_list (snapshot, product);
  guint n;
  const LiaisonId *sources = liaison_ids_get (data->sources, &n);

  if (!liaison_codes_contains (list, nation))
    return product;
  if (depth >= MAX_DEPTH)
    return NULL;
  if (whole != NULL)
    bar = find_bar (snapshot, whole, nation, depth + 1);
  for (guint i = 0; bar == NULL && i < n; i++)
    {
      const LiaisonBlock *source = find_product (snapshot, sources[i]);
      if (source != NULL)
        bar = find_bar (snapshot, source, nation, depth + 1);
    }
  return bar;
}

gboolean
liaison_product_may_go_to (const LiaisonSnapshot *snapshot,
                           const LiaisonBlock *product,
                           const char *nation)
{
  return nation != NULL && find_bar (snapshot, product, g_intern_string (nation), 0) == NULL;
}

static gboolean
is_in_force (const LiaisonAgreementData *agreement, gint32 today)
{
  return agreement->stage == LIAISON_AGREEMENT_STAGE_IN_FORCE
         && (agreement->in_force == LIAISON_DATE_UNSET || agreement->in_force <= today)
         && (agreement->expires == LIAISON_DATE_UNSET || agreement->expires >= today);
}

/* An agreement that must be in force and is not; zero: none. */
static LiaisonId
find_agreement (const LiaisonSnapshot *snapshot, const LiaisonProductData *product, gint32 today)
{
  guint n;
  const LiaisonId *ids = liaison_ids_get (product->agreements, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (snapshot, ids[i]);
      if (block != NULL && block->shape == &liaison_agreement_kind.shape
          && !is_in_force (LIAISON_DATA (Agreement, block), today))
        return ids[i];
    }
  return (LiaisonId){ 0 };
}

static void
judge (const LiaisonReleaseMatrix *self,
       const LiaisonBlock *product,
       const char *nation,
       gint32 today,
       const LiaisonBlock *release,
       Cell *cell)
{
  const LiaisonProductData *data = LIAISON_DATA (Product, product);
  const LiaisonBlock *bar = find_bar (self->snapshot, product, nation, 0);
  gboolean out = release != NULL && liaison_release_is_out (release);
  LiaisonId agreement = find_agreement (self->snapshot, data, today);

  cell->release = release != NULL ? release->id : (LiaisonId){ 0 };
  if (bar != NULL)
    cell->other = bar->id;
  if (out && bar != NULL)
    *cell = (Cell){ LIAISON_RELEASE_STATE_BEYOND,
                    N_ ("{nation} has “{product}”, and is not on the list of “{other}”."),
                    cell->release, bar->id };
  else if (out)
    *cell = (Cell){ LIAISON_RELEASE_STATE_HAS, N_ ("Released to {nation}."), cell->release, { 0 } };
  else if (release != NULL
           && LIAISON_DATA (Release, release)->status >= LIAISON_RELEASE_STATUS_RECALLED)
    *cell = (Cell){ LIAISON_RELEASE_STATE_RECALLED, N_ ("Recalled from {nation}."), cell->release,
                    { 0 } };
  else if (data->originator == nation)
    *cell = (Cell){ LIAISON_RELEASE_STATE_ORIGIN, N_ ("“{product}” comes from {nation}."), { 0 }, { 0 } };
  else if (bar != NULL)
    *cell = (Cell){ LIAISON_RELEASE_STATE_MAY_NOT,
                    bar == product ? N_ ("{nation} is not on the release list of “{product}”.")
                                   : N_ ("{nation} is not on the release list of “{other}”, which "
                                         "“{product}” is part of or made from."),
                    cell->release, bar->id };
  else if (data->status < LIAISON_PRODUCT_STATUS_APPROVED)
    *cell = (Cell){ LIAISON_RELEASE_STATE_WAITS, N_ ("“{product}” has not been approved yet."),
                    cell->release, { 0 } };
  else if (!liaison_id_is_zero (agreement))
    *cell = (Cell){ LIAISON_RELEASE_STATE_WAITS, N_ ("“{other}” is not in force."), cell->release,
                    agreement };
  else
    *cell = (Cell){ LIAISON_RELEASE_STATE_MAY, N_ ("{nation} may have “{product}”."), cell->release,
                    { 0 } };
}

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *two = *(const LiaisonBlock *const *) b;
  int order = g_strcmp0 (LIAISON_DATA (Product, one)->serial, LIAISON_DATA (Product, two)->serial);

  return order != 0 ? order : liaison_id_compare (one->id, two->id);
}

static GPtrArray *
list (const LiaisonSnapshot *snapshot, LiaisonKindId kind)
{
  GPtrArray *blocks = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (snapshot, kind, &n);

  for (guint i = 0; i < n; i++)
    if (kind != LIAISON_KIND_NATION || LIAISON_DATA (Nation, all[i])->code != NULL)
      g_ptr_array_add (blocks, (gpointer) all[i]);
  return blocks;
}

/* The last release of each product to each nation: "item nation" -> block. */
static GHashTable *
index_releases (const LiaisonSnapshot *snapshot)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const LiaisonBlock *const *releases
      = liaison_snapshot_get (snapshot, LIAISON_KIND_RELEASE, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonReleaseData *release = LIAISON_DATA (Release, releases[i]);
      char id[LIAISON_ID_TEXT_SIZE];
      if (release->nation == NULL || release->status <= LIAISON_RELEASE_STATUS_PLANNED)
        continue;
      liaison_id_format (release->item, id);
      g_hash_table_insert (table, g_strconcat (id, release->nation, NULL), (gpointer) releases[i]);
    }
  return table;
}

LiaisonReleaseMatrix *
liaison_release_matrix_new (LiaisonSnapshot *snapshot, gint64 now)
{
  LiaisonReleaseMatrix *self = g_new0 (LiaisonReleaseMatrix, 1);
  g_autoptr (GHashTable) releases = index_releases (snapshot);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->products = list (snapshot, LIAISON_KIND_PRODUCT);
  self->nations = list (snapshot, LIAISON_KIND_NATION);
  g_ptr_array_sort (self->products, compare_serials);
  self->cells = g_new0 (Cell, (gsize) self->products->len * self->nations->len + 1);
  for (guint row = 0; row < self->products->len; row++)
    for (guint column = 0; column < self->nations->len; column++)
      {
        const LiaisonBlock *product = self->products->pdata[row];
        const char *nation = LIAISON_DATA (Nation, self->nations->pdata[column])->code;
        char id[LIAISON_ID_TEXT_SIZE];
        liaison_id_format (product->id, id);
        g_autofree char *key = g_strconcat (id, nation, NULL);
        judge (self, product, nation, (gint32) (now / 86400), g_hash_table_lookup (releases, key),
               &self->cells[(gsize) row * self->nations->len + column]);
      }
  return self;
}

void
liaison_release_matrix_free (LiaisonReleaseMatrix *self)
{
  if (self == NULL)
    return;
  liaison_snapshot_unref (self->snapshot);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->nations);
  g_free (self->cells);
  g_free (self);
}

guint
liaison_release_matrix_count_products (const LiaisonReleaseMatrix *self)
{
  return self->products->len;
}

guint
liaison_release_matrix_count_nations (const LiaisonReleaseMatrix *self)
{
  return self->nations->len;
}

const LiaisonBlock *
liaison_release_matrix_get_product (const LiaisonReleaseMatrix *self, guint row)
{
  return self->products->pdata[row];
}

const LiaisonBlock *
liaison_release_matrix_get_nation (const LiaisonReleaseMatrix *self, guint column)
{
  return self->nations->pdata[column];
}

static const Cell *
get_cell (const LiaisonReleaseMatrix *self, guint row, guint column)
{
  return &self->cells[(gsize) row * self->nations->len + column];
}

LiaisonReleaseState
liaison_release_matrix_get (const LiaisonReleaseMatrix *self, guint row, guint column)
{
  return get_cell (self, row, column)->state;
}

const char *
liaison_release_matrix_explain (const LiaisonReleaseMatrix *self,
                                guint row,
                                guint column,
                                GArray **operands)
{
  const Cell *cell = get_cell (self, row, column);
  LiaisonOperand all[]
      = { liaison_operand_nation ("nation", LIAISON_DATA (Nation, self->nations->pdata[column])->code),
          liaison_operand_record ("product", ((const LiaisonBlock *) self->products->pdata[row])->id),
          liaison_operand_record ("other", cell->other) };

  *operands = liaison_operands_new ();
  g_array_append_vals (*operands, all, G_N_ELEMENTS (all));
  return cell->sentence;
}

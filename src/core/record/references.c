/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/references.h"

#include "record/record-references.h"
#include "record/shape.h"

typedef struct
{
  LiaisonReferenceScope scope;
  LiaisonReferenceFunc func;
  gpointer data;
  gboolean without_codes;
} Visit;

static void
visit_codes (const LiaisonCodes *codes,
             guint               field,
             const LiaisonBlock *item,
             const Visit        *visit)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);
  for (guint i = 0; i < n && !visit->without_codes; i++)
    visit->func (liaison_id_for_code (members[i]), field, item, visit->data);
}

static void
visit_ids (const LiaisonIds   *ids,
           guint               field,
           const LiaisonBlock *item,
           const Visit        *visit)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);
  for (guint i = 0; i < n; i++)
    visit->func (members[i], field, item, visit->data);
}

static LiaisonId
anchor_target (const LiaisonInstant *instant)
{
  switch (instant->edge)
    {
    case LIAISON_ANCHOR_STARTEX:
      return liaison_id_for_code ("STARTEX");
    case LIAISON_ANCHOR_ENDEX:
      return liaison_id_for_code ("ENDEX");
    default:
      return liaison_anchor_get_id (instant->anchor);
    }
}

static const LiaisonFieldList *
get_fields (const LiaisonShape   *shape,
            LiaisonReferenceScope scope)
{
  const LiaisonShapeLore *lore = liaison_shape_get_lore (shape);
  return scope == LIAISON_REFERENCES_ANCHORS ? &lore->anchoring : &lore->referring;
}

static void
visit_field (const LiaisonBlock *block,
             const LiaisonField *field,
             guint               place,
             const LiaisonBlock *item,
             const Visit        *visit)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);

  switch (field->type)
    {
    case LIAISON_FIELD_NATION:
      if (*(const char *const *) at != NULL && !visit->without_codes)
        visit->func (liaison_id_for_code (*(const char *const *) at), place, item, visit->data);
      break;
    case LIAISON_FIELD_NATIONS:
      visit_codes (*(LiaisonCodes *const *) at, place, item, visit);
      break;
    case LIAISON_FIELD_REFERENCE:
      if (!liaison_id_is_zero (*(const LiaisonId *) at))
        visit->func (*(const LiaisonId *) at, place, item, visit->data);
      break;
    case LIAISON_FIELD_REFERENCES:
      visit_ids (*(LiaisonIds *const *) at, place, item, visit);
      break;
    case LIAISON_FIELD_MARKING:
      if (*(LiaisonMarking *const *) at != NULL)
        {
          const LiaisonMarking *marking = *(LiaisonMarking *const *) at;
          visit_codes (marking->nations, place, item, visit);
          visit_ids (marking->groups, place, item, visit);
        }
      break;
    case LIAISON_FIELD_INSTANT:
      if (((const LiaisonInstant *) at)->form > LIAISON_INSTANT_FIXED)
        visit->func (anchor_target (at), place, item, visit->data);
      break;
    case LIAISON_FIELD_ITEMS:
      {
        const LiaisonItems *items = *(LiaisonItems *const *) at;
        for (guint i = 0; i < liaison_items_get_size (items); i++)
          {
            const LiaisonBlock *each = liaison_items_get (items, i);
            const LiaisonFieldList *fields = get_fields (each->shape, visit->scope);
            for (guint j = 0; j < fields->n; j++)
              visit_field (each, fields->fields[j], place, each, visit);
          }
        break;
      }
    default:
      break;
    }
}

void
liaison_block_foreach_reference (const LiaisonBlock   *block,
                                 LiaisonReferenceScope scope,
                                 LiaisonReferenceFunc  func,
                                 gpointer              data)
{
  Visit visit = { scope, func, data };
  const LiaisonFieldList *fields = get_fields (block->shape, scope);

  for (guint i = 0; i < fields->n; i++)
    visit_field (block, fields->fields[i], fields->fields[i] - block->shape->fields, NULL, &visit);
}

void
liaison_block_foreach_record (const LiaisonBlock  *block,
                              LiaisonReferenceFunc func,
                              gpointer             data)
{
  Visit visit = { LIAISON_REFERENCES_ALL, func, data, TRUE };
  const LiaisonFieldList *fields = get_fields (block->shape, LIAISON_REFERENCES_ALL);

  for (guint i = 0; i < fields->n; i++)
    visit_field (block, fields->fields[i], fields->fields[i] - block->shape->fields, NULL, &visit);
}

typedef struct
{
  LiaisonId target;
  guint n;
} Count;

static void
count_cb (LiaisonId           target,
          guint               field,
          const LiaisonBlock *item,
          gpointer            data)
{
  Count *count = data;
  if (liaison_id_same (target, count->target))
    count->n++;
}

guint
liaison_block_count_references (const LiaisonBlock *block,
                                LiaisonId           target)
{
  Count count = { target, 0 };
  liaison_block_foreach_reference (block, LIAISON_REFERENCES_ALL, count_cb, &count);
  return count.n;
}

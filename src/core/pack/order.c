/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/order-private.h"

#include "record/kinds/attachment.h"
#include "record/kinds/baseline.h"
#include "record/times.h"

#include <string.h>

#define USUAL_SIZE 10

static void
clear_part (gpointer data)
{
  LiaisonPackOrderPart *part = data;

  g_free (part->heading);
  g_free (part->text);
  g_free (part->filter);
  g_free (part->columns);
}

static LiaisonPackOrder *
new_order (LiaisonAudience *audience)
{
  LiaisonPackOrder *self = g_new0 (LiaisonPackOrder, 1);

  self->audience = liaison_audience_ref (audience);
  self->type_size = USUAL_SIZE;
  self->layout = LIAISON_LAYOUT_SINGLE;
  self->digits = LIAISON_DIGIT_SET_LANGUAGE;
  self->language = g_strdup ("en");
  self->valid_from = self->valid_until = LIAISON_DATE_UNSET;
  self->from = G_MININT64;
  self->until = G_MAXINT64;
  self->first_copy = 1;
  self->parts = g_array_new (FALSE, TRUE, sizeof (LiaisonPackOrderPart));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

LiaisonPackOrder *
liaison_pack_order_copy (const LiaisonPackOrder *self)
{
  LiaisonPackOrder *copy = g_memdup2 (self, sizeof *self);
  char **texts[] = { &copy->title,      &copy->subtitle,    &copy->imprint,   &copy->version,
                     &copy->watermark,  &copy->code,        &copy->template,  &copy->language,
                     &copy->cover_hash, &copy->copy_prefix, &copy->file_name, &copy->previous };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (*texts[i]);
  liaison_audience_ref (copy->audience);
  copy->parts = g_array_new (FALSE, TRUE, sizeof (LiaisonPackOrderPart));
  g_array_set_clear_func (copy->parts, clear_part);
  for (guint i = 0; i < self->parts->len; i++)
    {
      LiaisonPackOrderPart part = g_array_index (self->parts, LiaisonPackOrderPart, i);

      part.heading = g_strdup (part.heading);
      part.text = g_strdup (part.text);
      part.filter = g_strdup (part.filter);
      part.columns = g_strdup (part.columns);
      g_array_append_val (copy->parts, part);
    }
  return copy;
}

void
liaison_pack_order_free (LiaisonPackOrder *self)
{
  liaison_audience_unref (self->audience);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->imprint);
  g_free (self->version);
  g_free (self->watermark);
  g_free (self->code);
  g_free (self->template);
  g_free (self->language);
  g_free (self->cover_hash);
  g_free (self->copy_prefix);
  g_free (self->file_name);
  g_free (self->previous);
  g_array_unref (self->parts);
  g_free (self);
}

void
liaison_pack_order_add_part (LiaisonPackOrder *self, LiaisonPackSection section)
{
  const LiaisonPackOrderPart part = { .section = section };

  g_array_append_val (self->parts, part);
}

gboolean
liaison_pack_order_has (const LiaisonPackOrder *self, LiaisonPackSection section)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, LiaisonPackOrderPart, i).section == section)
      return TRUE;
  return FALSE;
}

static char *
dup_text (const LiaisonText *text, const char *language)
{
  const char *found = liaison_text_pick (text, language, NULL);

  return found != NULL && *found != '\0' ? g_strdup (found) : NULL;
}

static char *
dup_string (const char *string)
{
  return string != NULL && *string != '\0' ? g_strdup (string) : NULL;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const LiaisonPackPartData *left = *(const LiaisonPackPartData *const *) a;
  const LiaisonPackPartData *right = *(const LiaisonPackPartData *const *) b;
  int order = g_strcmp0 (left->order, right->order);

  return order != 0 ? order : liaison_id_compare (left->block.id, right->block.id);
}

/* In the order people gave them; those without one by age. */
static void
take_parts (LiaisonPackOrder *self, const LiaisonPackData *pack)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (pack->contents); i++)
    g_ptr_array_add (parts, (gpointer) liaison_items_get (pack->contents, i));
  g_ptr_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const LiaisonPackPartData *from = parts->pdata[i];
      LiaisonPackOrderPart part = { .section = (LiaisonPackSection) from->section,
                                    .new_page = from->new_page };

      if (from->off || from->section == LIAISON_PACK_SECTION_UNSET)
        continue;
      part.heading = dup_text (from->heading, self->language);
      part.text = dup_text (from->text, self->language);
      part.filter = dup_string (from->filter);
      part.columns = dup_string (from->columns);
      g_array_append_val (self->parts, part);
    }
}

static void
take_time (const LiaisonLookup *lookup, const LiaisonInstant *instant, gint64 *seconds)
{
  gint64 found;

  if (liaison_times_resolve (lookup, instant, &found, NULL) == LIAISON_TIME_KNOWN)
    *seconds = found;
}

/* One nation alone has people of its own among all that it reads of. */
static void
take_audience (LiaisonPackOrder *self, const LiaisonLookup *lookup)
{
  const LiaisonAudience *audience = self->audience;
  guint n;
  const char *const *nations = liaison_codes_get (audience->nations, &n);
  const LiaisonBlock *record = liaison_lookup_find (lookup, audience->record);

  if (n == 1 && audience->type != LIAISON_AUDIENCE_ROLE)
    self->nation = nations[0];
  if (record != NULL && audience->type == LIAISON_AUDIENCE_POST)
    self->post = record->id;
  if (record != NULL && audience->type == LIAISON_AUDIENCE_EVENT)
    self->event = record->id;
}

static void
take_paper (LiaisonPackOrder *self, const LiaisonPackData *pack)
{
  self->digits = pack->digits != 0 ? (LiaisonDigitSet) pack->digits : self->digits;
  self->paper = (LiaisonPaper) pack->paper;
  self->layout = pack->layout != 0 ? (LiaisonLayout) pack->layout : LIAISON_LAYOUT_SINGLE;
  if (pack->type_size != LIAISON_INTEGER_UNSET)
    self->type_size = pack->type_size;
  self->same_pages = pack->same_pages;
  self->count_withheld = pack->count_withheld;
  self->zone = pack->zone;
  self->valid_from = pack->valid_from;
  self->valid_until = pack->valid_until;
  if (pack->copies != LIAISON_INTEGER_UNSET)
    self->copies = pack->copies;
  if (pack->first_copy != LIAISON_INTEGER_UNSET)
    self->first_copy = pack->first_copy;
}

LiaisonPackOrder *
liaison_pack_order_new (const LiaisonSnapshot *plan, LiaisonAudience *audience)
{
  LiaisonPackOrder *self = new_order (audience);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (plan);

  take_audience (self, &lookup);
  return self;
}

static void
take_texts (LiaisonPackOrder *self, const LiaisonPackData *pack)
{
  self->title = dup_text (pack->title, self->language);
  self->subtitle = dup_text (pack->subtitle, self->language);
  self->imprint = dup_text (pack->imprint, self->language);
  self->version = dup_string (pack->version);
  self->watermark = dup_string (pack->watermark);
  self->code = dup_string (pack->code);
  self->template = dup_string (pack->template);
  self->copy_prefix = dup_string (pack->copy_prefix);
  self->file_name = dup_string (pack->file_name);
  self->previous = dup_string (pack->previous_version);
}

void
liaison_pack_order_take_record (LiaisonPackOrder *self,
                                const LiaisonBlock *block,
                                const char *language)
{
  const LiaisonPackData *pack = LIAISON_DATA (Pack, block);

  if (language == NULL)
    language = pack->language.language;
  g_free (self->language);
  self->language = g_strdup (language != NULL ? language : "en");
  take_paper (self, pack);
  take_texts (self, pack);
  take_parts (self, pack);
}

/* What the version is called that changes are told since, where the pack does not say. */
static char *
dup_baseline_version (const LiaisonSnapshot *plan, LiaisonId id)
{
  const LiaisonBlock *block = liaison_snapshot_find (plan, id);
  const LiaisonBaselineData *baseline = block != NULL && block->shape == &liaison_baseline_kind.shape
                                            ? LIAISON_DATA (Baseline, block)
                                            : NULL;

  if (baseline == NULL)
    return NULL;
  return dup_string (baseline->version != NULL ? baseline->version : baseline->name);
}

LiaisonPackOrder *
liaison_pack_order_new_for_record (const LiaisonSnapshot *plan,
                                   const LiaisonBlock *block,
                                   const char *language,
                                   GError **error)
{
  const LiaisonPackData *pack = LIAISON_DATA (Pack, block);
  g_autoptr (LiaisonAudience) audience = liaison_audience_new_for_pack (plan, block, error);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (plan);
  const LiaisonBlock *cover = liaison_lookup_find (&lookup, pack->cover);
  LiaisonPackOrder *self;

  if (audience == NULL)
    return NULL;
  self = liaison_pack_order_new (plan, audience);
  self->record = block->id;
  self->baseline = pack->baseline;
  if (!liaison_id_is_zero (pack->event))
    self->event = pack->event;
  liaison_pack_order_take_record (self, block, language);
  if (cover != NULL && cover->shape == &liaison_attachment_kind.shape)
    self->cover_hash = dup_string (LIAISON_DATA (Attachment, cover)->sha256);
  if (self->previous == NULL)
    self->previous = dup_baseline_version (plan, pack->baseline);
  take_time (&lookup, &pack->start, &self->from);
  take_time (&lookup, &pack->end, &self->until);
  return self;
}

GPtrArray *
liaison_pack_orders_new_for_plan (const LiaisonSnapshot *plan, const char *language)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_pack_order_free);
  guint n;
  const LiaisonBlock *const *packs = liaison_snapshot_get (plan, LIAISON_KIND_PACK, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonPackOrder *order =
          LIAISON_DATA (Pack, packs[i])->status != LIAISON_PACK_STATUS_WITHDRAWN
              ? liaison_pack_order_new_for_record (plan, packs[i], language, NULL)
              : NULL;

      if (order != NULL)
        g_ptr_array_add (orders, order);
    }
  return orders;
}

char *
liaison_pack_order_tell_copy (const LiaisonPackOrder *self, guint number)
{
  return number > 0 ? g_strdup_printf ("%s%03u", self->copy_prefix != NULL ? self->copy_prefix : "",
                                       number)
                    : NULL;
}

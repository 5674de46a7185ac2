/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/observance-set.h"

#include "liaison-observances.h"

#include "json/reader.h"
#include "record/block-json.h"
#include "record/kinds/nation.h"

#define PREFIX "/org/liaisonplanner/Liaison/observances/"

static gboolean
read_array (LiaisonJsonReader *reader, GPtrArray *blocks, GError **error)
{
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (liaison_json_reader_next_element (reader, &more, error))
    {
      LiaisonBlock *block;

      if (!more)
        return TRUE;
      block = liaison_block_read (&liaison_observance_kind.shape, reader, FALSE, error);
      if (block == NULL)
        return FALSE;
      g_ptr_array_add (blocks, block);
    }
  return FALSE;
}

gboolean
liaison_observance_set_read (GBytes *bytes, const char *display, GPtrArray *blocks, GError **error)
{
  static const char *const known[] = { "observances" };
  static const guint8 lengths[] = { 11 };
  static const LiaisonJsonNames names = { 1, known, lengths };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (data, size, display, &liaison_json_default_limits);
  guint index;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  while (liaison_json_reader_next_name (reader, &names, &index, error))
    {
      if (index == LIAISON_JSON_NAME_END)
        return liaison_json_reader_finish (reader, error);
      if (index == 0 ? !read_array (reader, blocks, error)
                     : !liaison_json_reader_skip (reader, error))
        return FALSE;
    }
  return FALSE;
}

GPtrArray *
liaison_observance_set_list (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  g_auto (GStrv) names = g_resource_enumerate_children (liaison_observances_get_resource (), PREFIX,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (PREFIX, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (liaison_observances_get_resource (), path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr (GError) error = NULL;

      /* A test reads them all. */
      if (bytes == NULL || !liaison_observance_set_read (bytes, names[i], blocks, &error))
        g_warning ("%s: %s", path, error != NULL ? error->message : "not there");
    }
  return blocks;
}

/* The codes of the plan's nations. */
static LiaisonCodes *
list_nations (const LiaisonSnapshot *snapshot)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonNationData *nation = LIAISON_DATA (Nation, blocks[i]);

      if (nation->code != NULL && nation->status != LIAISON_NATION_STATUS_DECLINED
          && nation->status != LIAISON_NATION_STATUS_WITHDRAWN)
        g_ptr_array_add (codes, (gpointer) nation->code);
    }
  return liaison_codes_new ((const char *const *) codes->pdata, codes->len);
}

static LiaisonCodes *
intersect (const LiaisonCodes *a, const LiaisonCodes *b)
{
  g_autoptr (GPtrArray) common = g_ptr_array_new ();
  guint n;
  const char *const *codes = liaison_codes_get (a, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_codes_contains (b, codes[i]))
      g_ptr_array_add (common, (gpointer) codes[i]);
  return common->len > 0 ? liaison_codes_new ((const char *const *) common->pdata, common->len)
                         : NULL;
}

GPtrArray *
liaison_observance_set_for_plan (const LiaisonSnapshot *snapshot)
{
  g_autoptr (GPtrArray) all = liaison_observance_set_list ();
  g_autoptr (LiaisonCodes) nations = list_nations (snapshot);
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);

  for (guint i = 0; i < all->len; i++)
    {
      LiaisonCodes *common = intersect (LIAISON_DATA (Observance, all->pdata[i])->nations, nations);
      LiaisonObservanceData *data;

      if (common == NULL)
        continue;
      data = (gpointer) liaison_block_copy (all->pdata[i]);
      g_clear_pointer (&data->nations, liaison_codes_unref);
      data->nations = common;
      g_ptr_array_add (blocks, data);
    }
  return blocks;
}

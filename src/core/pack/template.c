/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/template.h"

#include "pack/order-private.h"

#include "liaison-packs.h"

#define FOLDER "/org/liaisonplanner/Liaison/packs/"

static const char *const names[] = {
  "nation-pack",  "liaison-officer", "exercise-control", "room-cards",  "round-sheets",
  "inject-cards", "read-ahead",      "after-action",     "pocket-card", NULL,
};

const char *const *
liaison_pack_template_list (void)
{
  return names;
}

LiaisonBlock *
liaison_pack_template_read (const char *bytes, gsize length, GError **error)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (bytes, length, "template", NULL);

  return liaison_block_read (&liaison_pack_kind.shape, reader, FALSE, error);
}

LiaisonBlock *
liaison_pack_template_find (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_strv_contains (names, name))
    return NULL;
  bytes = g_resource_lookup_data (liaison_packs_get_resource (), path, 0, NULL);
  return bytes != NULL ? liaison_pack_template_read (g_bytes_get_data (bytes, NULL),
                                                     g_bytes_get_size (bytes), NULL)
                       : NULL;
}

LiaisonPackOrder *
liaison_pack_order_new_for_template (const LiaisonSnapshot *plan,
                                     const LiaisonBlock *pack,
                                     LiaisonAudience *audience,
                                     const char *language)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (plan);
  LiaisonPackOrder *self = liaison_pack_order_new (plan, audience);
  const LiaisonBlock *nation =
      self->nation != NULL ? liaison_lookup_find_nation (&lookup, self->nation) : NULL;

  if (language == NULL && nation != NULL)
    language = LIAISON_DATA (Nation, nation)->pack_language.language;
  liaison_pack_order_take_record (self, pack, language);
  return self;
}

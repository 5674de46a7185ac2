/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/pack-templates.h"

#include "pack/template.h"
#include "record/kinds/pack.h"

GMenuModel *
liaison_pack_templates_make_menu (LiaisonSession *session)
{
  const char *const *names = liaison_pack_template_list ();
  LiaisonManner manner = liaison_session_get_manner (session);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (LiaisonBlock) template = liaison_pack_template_find (names[i]);
      const char *title =
          liaison_block_get_title (template, liaison_words_get_language (manner.words));
      GMenuItem *item = g_menu_item_new (title != NULL ? title : names[i], NULL);

      g_menu_item_set_action_and_target (item, "packs.new", "s", names[i]);
      g_menu_append_item (menu, item);
      g_object_unref (item);
    }
  return G_MENU_MODEL (menu);
}

void
liaison_pack_templates_add (LiaisonSession *session, const char *name)
{
  g_autoptr (LiaisonBlock) template = liaison_pack_template_find (name);
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (session));

  if (template != NULL)
    liaison_session_add_record (session, &liaison_pack_kind, liaison_block_copy_as (template, id));
}

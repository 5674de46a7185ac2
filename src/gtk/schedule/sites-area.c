/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/sites-area.h"

#include "record/kinds/site.h"
#include "shared/page-area.h"
#include "shared/table-view.h"

#include <glib/gi18n.h>

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  GtkWidget *table = liaison_table_view_new (session, kind);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Change the Time _Zone…"), "win.site-zone");
  liaison_table_view_append_menu (LIAISON_TABLE_VIEW (table), G_MENU_MODEL (menu));
  return table;
}

GtkWidget *
liaison_sites_area_new (LiaisonSession *session)
{
  const LiaisonPage page = { .name = liaison_site_kind.plural,
                             .label = liaison_site_kind.plural_label,
                             .kinds = G_GUINT64_CONSTANT (1) << LIAISON_KIND_SITE,
                             .create = create_table,
                             .kind = &liaison_site_kind };

  return liaison_page_area_new (session, &page, 1);
}

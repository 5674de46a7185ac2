/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-area.h"

#include "shared/page-area.h"
#include "shared/table-view.h"

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

GtkWidget *
liaison_table_area_new (LiaisonSession *session, const LiaisonKindId *kinds, guint n)
{
  g_autofree LiaisonPage *pages = g_new0 (LiaisonPage, n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonKind *kind = liaison_kind_get (kinds[i]);
      pages[i] = (LiaisonPage){ .name = kind->plural,
                                .label = kind->plural_label,
                                .kinds = G_GUINT64_CONSTANT (1) << kind->id,
                                .create = create_table,
                                .kind = kind };
    }
  return liaison_page_area_new (session, pages, n);
}

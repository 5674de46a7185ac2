/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process/process-page.h"

#include "schedule/process/process-view.h"

/* Stages are few: the filter of events is not for them. */
GtkWidget *
liaison_process_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  return liaison_process_view_new (session);
}

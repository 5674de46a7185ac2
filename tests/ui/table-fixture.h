/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of tables share: a plan of three events and a window that shows a table of them.
 */
#pragma once

#include "display.h"
#include "record/kinds.h"
#include "shared/table-cell.h"

G_BEGIN_DECLS

/* 00:00Z of a day in May 2027. */
#define DAY(n) (G_GINT64_CONSTANT (1809129600) + (n) * 86400)

typedef struct
{
  LiaisonSession *session;
  LiaisonDocument *document;
  GtkWidget *window;
  LiaisonTableView *view;
  LiaisonId site;
  LiaisonId events[3];
} Fixture;

void table_settle (void);
LiaisonText *table_make_text (Fixture *f, const char *text);
LiaisonId table_add_event (Fixture *f, const char *title, gint64 start);
LiaisonId table_add_site (Fixture *f, const char *name);
LiaisonId table_add_nation (Fixture *f, const char *code);
LiaisonId
table_add_participant (Fixture *f, const char *name, const char *nation, LiaisonId parent);
void table_show (Fixture *f, GtkWidget *widget);
void table_set_up (Fixture *f, gconstpointer data);
void table_tear_down (Fixture *f, gconstpointer data);
guint table_count_rows (LiaisonTableView *view);
LiaisonRecord *table_record_at (LiaisonTableView *view, guint position);
char *table_name_at (Fixture *f, LiaisonTableView *view, guint position);
char *table_list_names (Fixture *f, LiaisonTableView *view);
void table_assert_names (Fixture *f, LiaisonTableView *view, const char *expected);
gboolean table_shows_text (GtkWidget *widget, const char *text);
gpointer table_find_widget (GtkWidget *widget, GType type);
guint table_count_edits (Fixture *f);
const LiaisonEventData *table_event_of (Fixture *f, LiaisonId id);
const char *table_title_of (Fixture *f, LiaisonId id);
gboolean table_edit (Fixture *f, LiaisonId id, const char *column, const char *text);
void table_select_one (Fixture *f, LiaisonId id);
AdwMessageDialog *table_find_dialog (void);
void table_answer (const char *response);

#define TABLE_ADD(path, func) g_test_add (path, Fixture, NULL, table_set_up, func, table_tear_down)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the areas that nations work in together: rows copied there come back when they are
 * pasted, rows typed elsewhere become records, and each is one edit. All of them print. */
#include "config.h"

#include "table-fixture.h"

#include "agreements/agreements-area.h"
#include "communications/communications-area.h"
#include "inform/information-area.h"
#include "inform/lessons-area.h"
#include "interoperability/interoperability-area.h"
#include "posts/liaison-area.h"
#include "print/printable.h"
#include "shared/page-area.h"
#include "support/support-area.h"

#include <string.h>

typedef struct
{
  GtkWidget *(*create) (LiaisonSession *session);
  const char *page;
  LiaisonKindId kind;
} Case;

static const Case cases[] = {
  { liaison_liaison_area_new, "list", LIAISON_KIND_POST },
  { liaison_interoperability_area_new, "requirements", LIAISON_KIND_REQUIREMENT },
  { liaison_interoperability_area_new, "list", LIAISON_KIND_ASSESSMENT },
  { liaison_communications_area_new, "list", LIAISON_KIND_CHANNEL },
  { liaison_communications_area_new, "tests", LIAISON_KIND_CHANNEL_TEST },
  { liaison_support_area_new, "list", LIAISON_KIND_SUPPORT_REQUEST },
  { liaison_support_area_new, "movements", LIAISON_KIND_MOVEMENT },
  { liaison_agreements_area_new, "list", LIAISON_KIND_AGREEMENT },
  { liaison_agreements_area_new, "issues", LIAISON_KIND_ACTION },
  { liaison_information_area_new, "list", LIAISON_KIND_PRODUCT },
  { liaison_information_area_new, "register", LIAISON_KIND_RELEASE },
  { liaison_information_area_new, "requests", LIAISON_KIND_INFORMATION_REQUEST },
  { liaison_lessons_area_new, "list", LIAISON_KIND_OBSERVATION },
};

/* The table that is seen: areas keep those of other pages. */
static LiaisonTableView *
find_table (GtkWidget *widget)
{
  LiaisonTableView *found = LIAISON_IS_TABLE_VIEW (widget) && gtk_widget_get_mapped (widget)
                                ? LIAISON_TABLE_VIEW (widget)
                                : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_table (child);
  return found;
}

static LiaisonTableView *
show (Fixture *f, const Case *at)
{
  GtkWidget *area = at->create (f->session);

  table_show (f, area);
  g_assert_true (liaison_page_area_show (area, at->page));
  table_settle ();
  return find_table (area);
}

static LiaisonId
add_record (Fixture *f, const LiaisonKind *kind, const char *title)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, kind);
  const LiaisonField *field = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_TITLE);

  /* The log of issues shows those about agreements. */
  if (kind == &liaison_action_kind)
    {
      LiaisonId about = add_record (f, &liaison_agreement_kind, "Treaty");
      ((LiaisonActionData *) block)->type = LIAISON_ACTION_TYPE_ISSUE;
      ((LiaisonActionData *) block)->about = liaison_ids_new (&about, 1);
    }
  if (field != NULL && field->type == LIAISON_FIELD_TEXT)
    *(LiaisonText **) LIAISON_BLOCK_AT (block, field) = table_make_text (f, title);
  return liaison_session_add_record (f->session, kind, block);
}

static guint
count (Fixture *f, LiaisonKindId kind)
{
  return liaison_table_get_size (liaison_document_get_table (f->document, kind));
}

static const LiaisonKind *
kind_of (const Case *at)
{
  return liaison_kind_get (at->kind);
}

/* What was pasted is selected; it has a serial, if its kind has any, and not that of @copied. */
static void
assert_own_serial (Fixture *f, const LiaisonKind *kind, LiaisonId copied)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  const LiaisonRecord *pasted = liaison_selection_get_record (liaison_session_get_selection (f->session));
  const LiaisonBlock *one = liaison_record_get_block (liaison_document_find (f->document, copied));

  g_assert_nonnull (pasted);
  if (kind->prefix == NULL || code == NULL)
    return;
  const LiaisonBlock *two = liaison_record_get_block ((LiaisonRecord *) pasted);
  g_assert_nonnull (*(const char *const *) LIAISON_BLOCK_AT (two, code));
  g_assert_cmpstr (*(const char *const *) LIAISON_BLOCK_AT (one, code), !=,
                   *(const char *const *) LIAISON_BLOCK_AT (two, code));
}

/* What is copied here and pasted here is another record, with a serial of its own. */
static void
test_copied (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LiaisonKind *kind = kind_of (&cases[i]);
      g_test_message ("%s", kind->plural);
      LiaisonId id = add_record (f, kind, "R&D <b>مرحبا</b>");
      LiaisonTableView *view = show (f, &cases[i]);
      g_assert_nonnull (view);
      g_assert_true (liaison_table_view_get_kind (view) == kind);
      table_select_one (f, id);
      g_autofree char *tsv = liaison_table_view_copy (view);
      g_assert_nonnull (tsv);
      g_test_message ("%s", tsv);
      guint edits = table_count_edits (f), before = count (f, cases[i].kind);
      g_assert_cmpuint (liaison_table_view_paste (view, tsv, FALSE), ==, 1);
      g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
      g_assert_cmpuint (count (f, cases[i].kind), ==, before + 1);
      assert_own_serial (f, kind, id);
      liaison_session_undo (f->session);
      g_assert_cmpuint (count (f, cases[i].kind), ==, before);
    }
}

/* A line for each of @n rows under the heading of what records of the kind are called. */
static char *
make_rows (const LiaisonField *title, guint n)
{
  GString *tsv = g_string_new (title->label);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (tsv, "\r\n\"Row %u, with a tab\tin it\"", i);
  return g_string_free (tsv, FALSE);
}

/* Rows from elsewhere, under the headings people see. */
static void
test_pasted (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LiaisonKind *kind = kind_of (&cases[i]);
      const LiaisonField *title = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_TITLE);
      /* What is known by its parts only has no title to write. */
      if (title == NULL || title->type != LIAISON_FIELD_TEXT)
        continue;
      g_test_message ("%s", kind->plural);
      LiaisonTableView *view = show (f, &cases[i]);
      g_autofree char *tsv = make_rows (title, 40);
      guint edits = table_count_edits (f), before = count (f, cases[i].kind);
      g_assert_cmpuint (liaison_table_view_paste (view, tsv, FALSE), ==, 40);
      g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
      g_assert_cmpuint (count (f, cases[i].kind), ==, before + 40);
      liaison_session_undo (f->session);
      g_assert_cmpuint (count (f, cases[i].kind), ==, before);
    }
}

/* What print and export find on the page is the table that is seen. */
static void
test_prints (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *area = cases[i].create (f->session);
      g_test_message ("%s", kind_of (&cases[i])->plural);
      add_record (f, kind_of (&cases[i]), "Printed");
      table_show (f, area);
      g_assert_true (liaison_page_area_show (area, cases[i].page));
      table_settle ();
      LiaisonPrintable *printable = liaison_printable_find (area);
      g_assert_nonnull (printable);
      g_autoptr (LiaisonExtract) extract = liaison_printable_extract (printable);
      g_assert_nonnull (extract);
    }
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/area-tables/copied", test_copied);
  TABLE_ADD ("/area-tables/pasted", test_pasted);
  TABLE_ADD ("/area-tables/prints", test_prints);
  return g_test_run ();
}

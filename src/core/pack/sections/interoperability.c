/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the nations stand: requirements down, nations across, a sign in each cell that needs no
 * colour. */
#include "config.h"

#include "pack/book.h"

#include "record/kinds/assessment.h"
#include "record/kinds/requirement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const signs[] = {
  [LIAISON_ASSESSMENT_RESULT_UNSET] = "",
  [LIAISON_ASSESSMENT_RESULT_SUCCESS] = "●",
  [LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS] = "◐",
  [LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE] = "✕",
  [LIAISON_ASSESSMENT_RESULT_NOT_TESTED] = "○",
  [LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE] = "–",
};

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All nations of which something is said. */
static GPtrArray *
list_nations (const LiaisonBlock *const *assessments, guint n)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const LiaisonAssessmentData *each = LIAISON_DATA (Assessment, assessments[i]);

      if (each->nation != NULL && !g_ptr_array_find (codes, each->nation, NULL))
        g_ptr_array_add (codes, (gpointer) each->nation);
      if (each->other_nation != NULL && !g_ptr_array_find (codes, each->other_nation, NULL))
        g_ptr_array_add (codes, (gpointer) each->other_nation);
    }
  g_ptr_array_sort (codes, compare_codes);
  return codes;
}

/* The worst of what was found last; of two on one day the later one in the plan. */
static const LiaisonAssessmentData *
find_last (const LiaisonBlock *const *assessments, guint n, LiaisonId requirement, const char *code)
{
  const LiaisonAssessmentData *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonAssessmentData *each = LIAISON_DATA (Assessment, assessments[i]);

      if (liaison_id_compare (each->requirement, requirement) != 0
          || (each->nation != code && each->other_nation != code))
        continue;
      if (last == NULL || each->date >= last->date)
        last = each;
    }
  return last;
}

static gboolean
add_requirement (LiaisonBook *book,
                 LiaisonRows *rows,
                 const LiaisonBlock *requirement,
                 const LiaisonBlock *const *assessments,
                 guint n,
                 const GPtrArray *codes)
{
  gboolean any = FALSE;

  for (guint c = 0; c < codes->len; c++)
    any = any || find_last (assessments, n, requirement->id, codes->pdata[c]) != NULL;
  if (!any)
    return FALSE;
  liaison_rows_begin_row (rows, requirement, 0);
  liaison_rows_take (rows, liaison_book_tell (book, requirement, "serial"));
  liaison_rows_take (rows, liaison_manner_tell_block_name (&book->manner, requirement));
  for (guint c = 0; c < codes->len; c++)
    {
      const LiaisonAssessmentData *found =
          find_last (assessments, n, requirement->id, codes->pdata[c]);

      liaison_rows_add (rows, found != NULL ? signs[found->result] : "");
    }
  return TRUE;
}

static void
add_legend (LiaisonBook *book)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < G_N_ELEMENTS (signs); i++)
    g_string_append_printf (text, "%s%s\u00a0%s", i > 1 ? "\u2003" : "", signs[i],
                            liaison_book_say (book, liaison_assessment_results.choices[i].label));
  liaison_book_add_note (book, text->str);
}

void
liaison_section_interoperability (LiaisonBook *book)
{
  g_autoptr (GPtrArray) requirements = liaison_book_list (book, &liaison_requirement_kind, NULL);
  g_autoptr (GPtrArray) codes = NULL;
  const LiaisonBlock *const *assessments;
  LiaisonRows *rows = liaison_rows_new ();
  guint n;

  assessments = liaison_snapshot_get (book->copy, LIAISON_KIND_ASSESSMENT, &n);
  codes = list_nations (assessments, n);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Serial")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Requirement")), 0);
  for (guint i = 0; i < codes->len; i++)
    liaison_rows_add_column (rows, codes->pdata[i], LIAISON_ROWS_WHOLE);
  for (guint i = 0; i < requirements->len; i++)
    add_requirement (book, rows, requirements->pdata[i], assessments, n, codes);
  if (liaison_rows_get_n_rows (rows) > 0)
    add_legend (book);
  liaison_book_take_rows (book, rows);
}

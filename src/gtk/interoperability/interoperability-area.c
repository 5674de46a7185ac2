/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/interoperability-area.h"

#include "interoperability/results-view.h"
#include "record/kinds/assessment.h"
#include "record/kinds/requirement.h"
#include "shared/page-area.h"
#include "shared/plan-matrix-view.h"
#include "shared/table-view.h"

#include <glib/gi18n.h>

/* A new requirement is used in this exercise, and stands in the chapter of the one selected. */
static void
prepare_requirement (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  const LiaisonBlock *near = selected != NULL ? liaison_record_get_block (selected) : NULL;
  LiaisonRequirementData *made = (LiaisonRequirementData *) block;

  made->selected = TRUE;
  made->level = LIAISON_REQUIREMENT_LEVEL_REQUIREMENT;
  if (near == NULL || near->shape != &liaison_requirement_kind.shape)
    return;
  made->parent = LIAISON_DATA (Requirement, near)->level == LIAISON_REQUIREMENT_LEVEL_CHAPTER
                     ? near->id
                     : LIAISON_DATA (Requirement, near)->parent;
  made->dimension = LIAISON_DATA (Requirement, near)->dimension;
  made->per = LIAISON_DATA (Requirement, near)->per;
}

/* A new assessment is of the requirement that is selected. */
static void
prepare_assessment (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  const LiaisonBlock *near = selected != NULL ? liaison_record_get_block (selected) : NULL;
  LiaisonAssessmentData *made = (LiaisonAssessmentData *) block;

  made->result = LIAISON_ASSESSMENT_RESULT_NOT_TESTED;
  made->status = LIAISON_ASSESSMENT_STATUS_PLANNED;
  if (near != NULL && near->shape == &liaison_requirement_kind.shape)
    made->requirement = near->id;
  else if (near != NULL && near->shape == &liaison_assessment_kind.shape)
    made->requirement = LIAISON_DATA (Assessment, near)->requirement;
}

static const LiaisonTableSetup requirement_setup = { .icon = "view-grid-symbolic",
                                                     .prepare = prepare_requirement };
static const LiaisonTableSetup assessment_setup = { .icon = "view-grid-symbolic",
                                                    .prepare = prepare_assessment };

static GtkWidget *
create_requirements (LiaisonSession *session, const LiaisonKind *kind)
{
  return GTK_WIDGET (liaison_table_view_new_with (session, kind, &requirement_setup, NULL));
}

static GtkWidget *
create_assessments (LiaisonSession *session, const LiaisonKind *kind)
{
  return GTK_WIDGET (liaison_table_view_new_with (session, kind, &assessment_setup, NULL));
}

static GtkWidget *
create_results (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_results_view_new (session);
}

static GtkWidget *
add_rule (LiaisonPlanMatrixView *view)
{
  liaison_plan_matrix_view_add_help (view, _ ("How levels are worked out"),
                                     _ (liaison_rating_rule));
  return liaison_plan_matrix_view_get_widget (view);
}

static GtkWidget *
create_levels (LiaisonSession *session, const LiaisonKind *kind)
{
  return add_rule (
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("levels"), NULL));
}

static void
dimension_cb (LiaisonPlanMatrixView *view, guint chosen)
{
  liaison_plan_matrix_view_get_options (view)->dimension = (LiaisonDimension) chosen;
}

static GtkWidget *
create_pairs (LiaisonSession *session, const LiaisonKind *kind)
{
  static const char *const dimensions[] = { N_ ("All dimensions"), N_ ("Human"), N_ ("Procedural"),
                                            N_ ("Technical"), NULL };
  LiaisonPlanMatrixView *view =
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("pairs"), NULL);

  liaison_plan_matrix_view_add_choice (view, dimensions, 0, _ ("Dimension"), dimension_cb);
  return add_rule (view);
}

static GtkWidget *
create_trend (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_plan_matrix_view_get_widget (
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("trend"), NULL));
}

#define RECORDS (LIAISON_TARGET (REQUIREMENT) | LIAISON_TARGET (ASSESSMENT))

static const LiaisonPage pages[] = {
  { "results", N_ ("Results"),
    N_ ("What was found of each requirement; a letter puts a result down"), RECORDS, create_results,
    NULL },
  { "pairs", N_ ("Nations"), N_ ("How far each nation is interoperable with each other one"),
    RECORDS, create_pairs, NULL },
  { "levels", N_ ("Levels"), N_ ("How far each nation has come, in each dimension and chapter"),
    RECORDS, create_levels, NULL },
  { "trend", N_ ("Trend"), N_ ("How much had succeeded at each planning conference"), RECORDS,
    create_trend, NULL },
  { "requirements", N_ ("Requirements"), N_ ("All requirements, as a table"),
    LIAISON_TARGET (REQUIREMENT), create_requirements, &liaison_requirement_kind },
  { "list", N_ ("Assessments"), N_ ("All assessments, as a table"), LIAISON_TARGET (ASSESSMENT),
    create_assessments, &liaison_assessment_kind },
};

GtkWidget *
liaison_interoperability_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}

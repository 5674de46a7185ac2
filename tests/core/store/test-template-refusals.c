/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no plan is made of: each bad wish with its code. */
#include "config.h"

#include "store/template.h"

#define NOW G_GINT64_CONSTANT (1790000000000)

static const LiaisonTemplateWishes oslo = {
  .language = "fr",
  .name = "Exercice « Élan »",
  .year = 2027,
  .month = 10,
  .day = 25,
  .zone = "Europe/Oslo",
  .host = "NO",
  .host_name = "Norvège",
};

static void
assert_refused (const LiaisonTemplateWishes *wishes, LiaisonTemplateError code)
{
  g_autoptr (LiaisonTemplate) live = liaison_template_find ("live");
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_template_make_plan (live, wishes, NOW, &error));
  g_assert_error (error, LIAISON_TEMPLATE_ERROR, (int) code);
}

#define REFUSAL(function, code, ...)                                                               \
  static void function (void)                                                                      \
  {                                                                                                \
    LiaisonTemplateWishes wishes = oslo;                                                           \
    __VA_ARGS__;                                                                                   \
    assert_refused (&wishes, code);                                                                \
  }

REFUSAL (test_refuses_no_date, LIAISON_TEMPLATE_ERROR_DATE, wishes.year = 0)
REFUSAL (test_refuses_30_february, LIAISON_TEMPLATE_ERROR_DATE, wishes.month = 2; wishes.day = 30)
REFUSAL (test_refuses_far_year, LIAISON_TEMPLATE_ERROR_DATE, wishes.year = 2201)
REFUSAL (test_refuses_end_past_years, LIAISON_TEMPLATE_ERROR_DATE, wishes.year = 2200;
         wishes.month = 12;
         wishes.day = 30)
REFUSAL (test_refuses_too_long, LIAISON_TEMPLATE_ERROR_DAYS, wishes.days = 366)
REFUSAL (test_refuses_unknown_zone, LIAISON_TEMPLATE_ERROR_ZONE, wishes.zone = "Europe/Nowhere")
REFUSAL (test_refuses_lower_case_host, LIAISON_TEMPLATE_ERROR_HOST, wishes.host = "norway")
REFUSAL (test_refuses_bad_utf8, LIAISON_TEMPLATE_ERROR_NAME, wishes.name = "\377")

static void
test_refuses_long_name (void)
{
  g_autofree char *name = g_strnfill (501, 'x');
  LiaisonTemplateWishes wishes = oslo;

  wishes.name = name;
  assert_refused (&wishes, LIAISON_TEMPLATE_ERROR_NAME);
}

static void
test_unknown_name (void)
{
  g_assert_null (liaison_template_find ("picnic"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/template/refuses-no-date", test_refuses_no_date);
  g_test_add_func ("/store/template/refuses-30-february", test_refuses_30_february);
  g_test_add_func ("/store/template/refuses-far-year", test_refuses_far_year);
  g_test_add_func ("/store/template/refuses-end-past-years", test_refuses_end_past_years);
  g_test_add_func ("/store/template/refuses-too-long", test_refuses_too_long);
  g_test_add_func ("/store/template/refuses-unknown-zone", test_refuses_unknown_zone);
  g_test_add_func ("/store/template/refuses-lower-case-host", test_refuses_lower_case_host);
  g_test_add_func ("/store/template/refuses-bad-utf8", test_refuses_bad_utf8);
  g_test_add_func ("/store/template/refuses-long-name", test_refuses_long_name);
  g_test_add_func ("/store/template/unknown-name", test_unknown_name);
  return g_test_run ();
}

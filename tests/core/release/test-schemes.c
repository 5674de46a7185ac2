/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/marking-scheme.h"

#include <string.h>

static void
test_built_in (void)
{
  guint n;
  const LiaisonMarkingScheme *const *list = liaison_marking_scheme_list (&n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (list[i]);
      g_assert_true (list[i] == liaison_marking_scheme_find (list[i]->name));
      g_assert_nonnull (liaison_text_pick (list[i]->title, "ar", NULL));
      for (guint j = 1; j < list[i]->levels->len; j++)
        g_assert_cmpuint (((LiaisonMarkingLevel *) list[i]->levels->pdata[j - 1])->rank, <,
                          ((LiaisonMarkingLevel *) list[i]->levels->pdata[j])->rank);
    }
  g_assert_cmpstr (list[0]->name, ==, "exercise");
}

/* FIRST Standards Definitions and Usage Guidance, Traffic Light Protocol, version 2.0 (August
 * 2022), https://www.first.org/tlp/: the labels from the widest to the narrowest, the colours of
 * their type (RGB, on black) and the definitions (section 4), word for word. The labels have no
 * spaces and are never translated (section 1 b); the definitions are the source's own words. */
static void
test_tlp (void)
{
  static const struct
  {
    const char *label;
    guint rgb[3];
    const char *meaning;
  } labels[] = {
    { "TLP:CLEAR",
      { 255, 255, 255 },
      "Recipients can spread this to the world, there is no limit on disclosure. "
      "Sources may use TLP:CLEAR when information carries minimal or no foreseeable "
      "risk of misuse, in accordance with applicable rules and procedures for "
      "public release. Subject to standard copyright rules, TLP:CLEAR information "
      "may be shared without restriction." },
    { "TLP:GREEN",
      { 51, 255, 0 },
      "Limited disclosure, recipients can spread this within their community. "
      "Sources may use TLP:GREEN when information is useful to increase awareness "
      "within their wider community. Recipients may share TLP:GREEN information "
      "with peers and partner organizations within their community, but not via "
      "publicly accessible channels. TLP:GREEN information may not be shared "
      "outside of the community. Note: when “community” is not defined, assume the "
      "cybersecurity/defense community." },
    { "TLP:AMBER",
      { 255, 192, 0 },
      "Limited disclosure, recipients can only spread this on a need-to-know basis "
      "within their organization and its clients. Note that TLP:AMBER+STRICT "
      "restricts sharing to the organization only. Sources may use TLP:AMBER when "
      "information requires support to be effectively acted upon, yet carries risk "
      "to privacy, reputation, or operations if shared outside of the organizations "
      "involved. Recipients may share TLP:AMBER information with members of their "
      "own organization and its clients, but only on a need-to-know basis to "
      "protect their organization and its clients and prevent further harm. Note: "
      "if the source wants to restrict sharing to the organization only, they must "
      "specify TLP:AMBER+STRICT." },
    { "TLP:AMBER+STRICT",
      { 255, 192, 0 },
      "TLP:AMBER+STRICT restricts sharing to the organization only." },
    { "TLP:RED",
      { 255, 43, 43 },
      "For the eyes and ears of individual recipients only, no further disclosure. "
      "Sources may use TLP:RED when information cannot be effectively acted upon "
      "without significant risk for the privacy, reputation, or operations of the "
      "organizations involved. Recipients may therefore not share TLP:RED "
      "information with anyone else. In the context of a meeting, for example, "
      "TLP:RED information is limited to those present at the meeting." },
  };
  const LiaisonMarkingScheme *scheme = liaison_marking_scheme_find ("tlp-2-0");

  g_assert_cmpuint (scheme->levels->len, ==, G_N_ELEMENTS (labels));
  g_assert_nonnull (strstr (scheme->source, "version 2.0"));
  g_assert_nonnull (strstr (scheme->source, "https://www.first.org/tlp/"));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const LiaisonMarkingLevel *level = scheme->levels->pdata[i];
      g_autofree char *colour =
          g_strdup_printf ("#%02X%02X%02X", labels[i].rgb[0], labels[i].rgb[1], labels[i].rgb[2]);

      g_assert_cmpstr (level->code, ==, labels[i].label);
      g_assert_null (strchr (level->code, ' '));
      g_assert_cmpstr (level->colour, ==, colour);
      g_assert_cmpstr (level->ground, ==, "#000000");
      g_assert_cmpstr (liaison_text_pick (level->meaning, "en", NULL), ==, labels[i].meaning);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpstr (
            liaison_text_pick (level->name, ((const char *[]){ "en", "fr", "ar", "ja" })[j], NULL),
            ==, labels[i].label);
      g_assert_cmpstr (level->abbreviation, ==, labels[i].label);
    }
}

/* Labels whose colours are prescribed are known by what stands over a page. */
static void
test_labels (void)
{
  static const struct
  {
    const char *banner, *code;
  } cases[] = {
    { "TLP:AMBER – FR, NO", "TLP:AMBER" },
    { "TLP:AMBER", "TLP:AMBER" },
    { "TLP:AMBER+STRICT – NONE", "TLP:AMBER+STRICT" },
    { "TLP:AMBERISH", NULL },
    { "TLP:RED / EXERCISE-SECRET", "TLP:RED" },
    { "EXERCISE – SECRET REL FR", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LiaisonMarkingLevel *level = liaison_marking_scheme_find_label (cases[i].banner);

      g_assert_cmpstr (level != NULL ? level->code : NULL, ==, cases[i].code);
    }
}

static void
test_names (void)
{
  static const char *const names[] = { "",   "..", "../../etc/passwd", "Exercise", "no-such-scheme",
                                       "a/b" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (liaison_marking_scheme_find (names[i]));
  g_assert_null (liaison_marking_scheme_find (NULL));
}

static void
test_order (void)
{
  const LiaisonMarkingScheme *scheme = liaison_marking_scheme_find ("exercise");
  int order;

  g_assert_true (
      liaison_marking_scheme_compare (scheme, "EXERCISE-SECRET", "EXERCISE-RESTRICTED", &order));
  g_assert_cmpint (order, >, 0);
  g_assert_false (liaison_marking_scheme_compare (scheme, "EXERCISE-SECRET", "TLP:RED", &order));
  g_assert_false (liaison_marking_scheme_compare (NULL, "A", "A", &order));
  g_assert_true (
      liaison_marking_scheme_is_within (scheme, "EXERCISE-RESTRICTED", "EXERCISE-SECRET"));
  g_assert_true (liaison_marking_scheme_is_within (scheme, "OTHER", "OTHER"));
  /* What is not known is above everything. */
  g_assert_false (liaison_marking_scheme_is_within (scheme, "OTHER", "EXERCISE-SECRET"));
  g_assert_false (
      liaison_marking_scheme_is_within (NULL, "EXERCISE-UNCLASSIFIED", "EXERCISE-SECRET"));
}

static void
test_told (void)
{
  static const char *const nations[] = { "FR", "NO" };
  static const struct
  {
    const char *scheme, *level;
    guint n;
    const char *banner, *portion;
  } cases[] = {
    { "exercise", "EXERCISE-RESTRICTED", 2, "EXERCISE – RESTRICTED REL FR, NO",
      "(EX-R REL FR, NO)" },
    { "exercise", "EXERCISE-RESTRICTED", 0, "EXERCISE – RESTRICTED", "(EX-R)" },
    { "exercise", "UNHEARD-OF", 1, "UNHEARD-OF REL FR", "(UNHEARD-OF REL FR)" },
    { "tlp-2-0", "TLP:AMBER+STRICT", 0, "TLP:AMBER+STRICT", "(TLP:AMBER+STRICT)" },
    { "national-example", "STRENGT-HEMMELIG", 1, "STRENGT HEMMELIG – REL FR", "(SH REL FR)" },
    { NULL, "A", 2, "A REL FR, NO", "(A REL FR, NO)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LiaisonMarkingScheme *scheme = liaison_marking_scheme_find (cases[i].scheme);
      g_autofree char *banner =
          liaison_marking_scheme_tell_banner (scheme, cases[i].level, nations, cases[i].n, "en");
      g_autofree char *portion =
          liaison_marking_scheme_tell_portion (scheme, cases[i].level, nations, cases[i].n);

      g_assert_cmpstr (banner, ==, cases[i].banner);
      g_assert_cmpstr (portion, ==, cases[i].portion);
    }
}

#define HEAD                                                                                       \
  "{\"format\": \"liaison-marking-scheme\", \"name\": \"own\", \"title\": {\"en\": \"Own\"}, "
#define LEVEL "\"levels\": [{\"code\": \"A\", \"rank\": 1, \"name\": {\"en\": \"A\"}}]"

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    LiaisonMarkingSchemeError code;
    const char *place;
  } cases[] = {
    { "", LIAISON_MARKING_SCHEME_ERROR_JSON, "empty" },
    { "[]", LIAISON_MARKING_SCHEME_ERROR_JSON, "object" },
    { "{", LIAISON_MARKING_SCHEME_ERROR_JSON, "JSON" },
    { "{\"format\": \"liaison-stage-set\", \"name\": \"own\", \"title\": {\"en\": \"Own\"}, " LEVEL
      "}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "format" },
    { HEAD "\"colour\": 1, " LEVEL "}", LIAISON_MARKING_SCHEME_ERROR_MEMBER, "colour" },
    { HEAD "\"levels\": []}", LIAISON_MARKING_SCHEME_ERROR_LEVEL, "levels" },
    { HEAD "\"levels\": [1]}", LIAISON_MARKING_SCHEME_ERROR_MEMBER, "levels[0]" },
    { HEAD "\"levels\": [{\"code\": \"a\", \"rank\": 1, \"name\": {\"en\": \"A\"}}]}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "levels[0].code" },
    { HEAD "\"levels\": [{\"code\": \"A\", \"rank\": -1, \"name\": {\"en\": \"A\"}}]}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "levels[0].rank" },
    { HEAD "\"levels\": [{\"code\": \"A\", \"rank\": 1, \"name\": {\"fr\": \"A\"}}]}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "levels[0].name" },
    { HEAD "\"levels\": [{\"code\": \"A\", \"rank\": 1, \"name\": {\"en\": \"A\\nB\"}}]}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "en" },
    { HEAD "\"levels\": [{\"code\": \"A\", \"rank\": 1, \"name\": {\"en\": \"A\"}, \"colour\": "
           "\"red\"}]}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "levels[0].colour" },
    { HEAD "\"levels\": [{\"code\": \"A\", \"rank\": 1, \"name\": {\"en\": \"A\"}}, {\"code\": "
           "\"A\", \"rank\": 2, \"name\": "
           "{\"en\": \"A\"}}]}",
      LIAISON_MARKING_SCHEME_ERROR_LEVEL, "levels[1].code" },
    { HEAD "\"levels\": [{\"code\": \"A\", \"rank\": 1, \"name\": {\"en\": \"A\"}}, {\"code\": "
           "\"B\", \"rank\": 1, \"name\": "
           "{\"en\": \"A\"}}]}",
      LIAISON_MARKING_SCHEME_ERROR_LEVEL, "levels[1].rank" },
    { HEAD "\"banner\": \"{nations}\", " LEVEL "}", LIAISON_MARKING_SCHEME_ERROR_MEMBER, "banner" },
    { HEAD "\"banner\": \"{level}\", " LEVEL "}", LIAISON_MARKING_SCHEME_ERROR_MEMBER, "banner" },
    { HEAD "\"banner-alone\": \"{level} {nations}\", " LEVEL "}",
      LIAISON_MARKING_SCHEME_ERROR_MEMBER, "banner-alone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (liaison_marking_scheme_read (bytes, &error));
      g_assert_error (error, LIAISON_MARKING_SCHEME_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

static void
test_large (void)
{
  g_autofree char *text = g_strnfill (70000, ' ');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, 70000);
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_marking_scheme_read (bytes, &error));
  g_assert_error (error, LIAISON_MARKING_SCHEME_ERROR, LIAISON_MARKING_SCHEME_ERROR_SIZE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/marking-scheme/built-in", test_built_in);
  g_test_add_func ("/words/marking-scheme/tlp-as-published", test_tlp);
  g_test_add_func ("/words/marking-scheme/labels", test_labels);
  g_test_add_func ("/words/marking-scheme/names-are-no-paths", test_names);
  g_test_add_func ("/words/marking-scheme/order", test_order);
  g_test_add_func ("/words/marking-scheme/told", test_told);
  g_test_add_func ("/words/marking-scheme/refusals", test_refusals);
  g_test_add_func ("/words/marking-scheme/too-large", test_large);
  return g_test_run ();
}

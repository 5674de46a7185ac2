/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/plural.h"

#include "catalogues.h"
#include "words/catalogue.h"

#include <string.h>
#include <unicode/upluralrules.h>

/* The rules of the test catalogues against those of CLDR, which ICU carries: the n-th form of a
 * language is its n-th category. */
static const struct
{
  const char *language;
  const char *categories[6];
} languages[] = {
  { "en", { "one", "other" } },
  { "fr", { "one", "other" } },
  { "pl", { "one", "few", "many" } },
  { "uk", { "one", "few", "many" } },
  { "ar", { "zero", "one", "two", "few", "many", "other" } },
  { "ja", { "other" } },
};

static void
select_category (const UPluralRules *rules, guint n, char category[16])
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16];
  int32_t length = uplrules_select (rules, n, wide, G_N_ELEMENTS (wide), &status);

  g_assert_true (U_SUCCESS (status));
  for (int32_t i = 0; i <= length; i++)
    category[i] = i < length ? (char) wide[i] : '\0';
}

static LiaisonPlural *
read_rule (const char *language)
{
  g_autoptr (GBytes) bytes = catalogues_read (language, "little");
  const char *data, *rule;
  g_autoptr (GError) error = NULL;
  LiaisonPlural *plural;
  gsize size;

  data = g_bytes_get_data (bytes, &size);
  rule = memmem (data, size, "Plural-Forms:", 13);
  g_assert_nonnull (rule);
  rule += 13;
  plural = liaison_plural_new (rule, strcspn (rule, "\n"), &error);
  g_assert_no_error (error);
  return plural;
}

static void
test_agrees_with_cldr (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  const char *const *categories = languages[index].categories;
  g_autoptr (LiaisonPlural) plural = read_rule (languages[index].language);
  UErrorCode status = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_open (languages[index].language, &status);

  g_assert_true (U_SUCCESS (status));
  for (guint n = 0; n <= 200; n++)
    {
      char category[16];
      guint form = liaison_plural_get_form (plural, n);

      select_category (rules, n, category);
      g_assert_cmpuint (form, <, liaison_plural_get_n_forms (plural));
      g_assert_cmpstr (categories[form], ==, category);
    }
  uplrules_close (rules);
}

static void
test_computes (void)
{
  static const struct
  {
    const char *rule;
    guint64 n;
    guint form;
  } cases[] = {
    { "n", 3, 3 },
    { "n+1", 2, 3 },
    { "n-1", 0, 0 }, /* wraps, and is out of range */
    { "1+2*3", 0, 7 },
    { "(1+2)*3", 0, 9 },
    { "9-3-2", 0, 4 },
    { "8/2/2", 0, 2 },
    { "7%4", 0, 3 },
    { "n/0", 5, 0 },
    { "n%0", 5, 0 },
    { "!n", 0, 1 },
    { "!!n", 7, 1 },
    { "!(n==3)", 3, 0 },
    { "n!=3", 3, 0 },
    { "n<2", 1, 1 },
    { "n<=2", 2, 1 },
    { "n>2", 2, 0 },
    { "n>=2", 2, 1 },
    { "n==1||n==2", 2, 1 },
    { "1||0&&0", 0, 1 },
    { "2==2==1", 0, 1 },
    { "1<2==1", 0, 1 },
    { "n?1:n?2:3", 0, 3 },
    { "n==1?0:n==2?1:2", 2, 1 },
    { "n==1?0:n==2?1:2", 9, 2 },
    { "n ? n==1 ? 4 : 5 : 6", 1, 4 },
    { "n ? n==1 ? 4 : 5 : 6", 2, 5 },
    { "n ? n==1 ? 4 : 5 : 6", 0, 6 },
    { "n>4294967295", G_GUINT64_CONSTANT (1) << 40, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("nplurals=16; plural=%s;\n", cases[i].rule);
      g_autoptr (LiaisonPlural) plural = liaison_plural_new (text, strlen (text), NULL);

      g_test_message ("%s for %" G_GUINT64_FORMAT, cases[i].rule, cases[i].n);
      g_assert_nonnull (plural);
      g_assert_cmpuint (liaison_plural_get_form (plural, cases[i].n), ==, cases[i].form);
    }
}

/* As gettext does: translators' headers are like that. */
static void
test_ignores_what_follows (void)
{
  static const char *const texts[] = {
    "nplurals=2; plural=n>1",  "nplurals=2; plural=n>1);",  "nplurals=2; plural=n>1 1;",
    "nplurals=2; plural=n>1=", "nplurals=2; plural=n>1; x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LiaisonPlural) plural = liaison_plural_new (texts[i], strlen (texts[i]), NULL);

      g_assert_nonnull (plural);
      g_assert_cmpuint (liaison_plural_get_form (plural, 1), ==, 0);
      g_assert_cmpuint (liaison_plural_get_form (plural, 2), ==, 1);
    }
}

static void
refuse (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%.60s", text);
  g_assert_null (liaison_plural_new (text, strlen (text), &error));
  g_assert_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_PLURAL);
}

static void
test_refuses (void)
{
  static const char *const texts[] = {
    "",
    "nplurals",
    "nplurals=;",
    "nplurals=0; plural=0;",
    "nplurals=17; plural=0;",
    "nplurals=99999999999999999999; plural=0;",
    "nplurals=2; plural=",
    "nplurals=2; plural=;",
    "nplurals=2; plural=m;",
    "nplurals=2; plural=n>;",
    "nplurals=2; plural=(n;",
    "nplurals=2; plural=n?1;",
    "nplurals=2; plural=n?1:;",
    "nplurals=2; plural=!;",
    "nplurals=2; plural=n==4294967296;",
    "nplurals=2; plural=-1;",
    "nplurals=INTEGER; plural=EXPRESSION;",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    refuse (texts[i]);
}

/* However it is nested, a rule can exhaust neither the parser's stack nor the evaluator's. */
static void
test_bounds_size (void)
{
  static const struct
  {
    const char *before, *middle, *after;
  } shapes[] = {
    { "(", "n", ")" },       { "n?1:", "n", "" }, { "n+(", "n", ")" },
    { "n?n?", "1", ":2:3" }, { "!", "n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GString) text = g_string_new ("nplurals=2; plural=");

      for (guint depth = 0; depth < 100000; depth++)
        g_string_append (text, shapes[i].before);
      g_string_append (text, shapes[i].middle);
      for (guint depth = 0; depth < 100000; depth++)
        g_string_append (text, shapes[i].after);
      refuse (text->str);
    }
}

static void
test_default_is_english (void)
{
  g_autoptr (LiaisonPlural) plural = liaison_plural_new_default ();

  g_assert_cmpuint (liaison_plural_get_n_forms (plural), ==, 2);
  g_assert_cmpuint (liaison_plural_get_form (plural, 0), ==, 1);
  g_assert_cmpuint (liaison_plural_get_form (plural, 1), ==, 0);
  g_assert_cmpuint (liaison_plural_get_form (plural, 2), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path =
          g_strconcat ("/words/plural/agrees-with-cldr/", languages[i].language, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_agrees_with_cldr);
    }
  g_test_add_func ("/words/plural/computes", test_computes);
  g_test_add_func ("/words/plural/ignores-what-follows", test_ignores_what_follows);
  g_test_add_func ("/words/plural/refuses", test_refuses);
  g_test_add_func ("/words/plural/bounds-size", test_bounds_size);
  g_test_add_func ("/words/plural/default-is-english", test_default_is_english);
  return g_test_run ();
}

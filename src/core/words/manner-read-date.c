/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/time-scan.h"
#include "words/lexicon-private.h"
#include "words/manner-reading.h"

#include <string.h>

/* More parts than any date and time has. */
#define MAX_TOKENS 24

typedef enum
{
  TOKEN_NUMBER,
  TOKEN_WORD,
  TOKEN_MARK, /* anything else, one character */
} TokenKind;

typedef struct
{
  TokenKind kind;
  const char *at;
  gsize length;
  int number;      /* NUMBER */
  gboolean spaced; /* after a blank */
  gboolean used;
} Token;

typedef struct
{
  LiaisonWords *words;
  Token tokens[MAX_TOKENS];
  guint n;
  LiaisonTypedTime *typed;
} Scan;

static gsize
measure (const char *at, TokenKind kind)
{
  return kind == TOKEN_NUMBER ? strspn (at, "0123456789") : liaison_lexicon_measure_word (at);
}

/* 1er octobre, October 1st: an ending that says no more than the number before it. */
static gboolean
is_ordinal_ending (const Scan *scan, const Token *token)
{
  static const char *const endings[] = { "er", "st", "nd", "rd", "th" };

  if (token->kind != TOKEN_WORD || token->spaced || scan->n == 0
      || scan->tokens[scan->n - 1].kind != TOKEN_NUMBER || scan->tokens[scan->n - 1].length > 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (token->length == 2 && memcmp (token->at, endings[i], 2) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
split (Scan *scan, const char *folded)
{
  const char *at = folded;
  gboolean spaced = FALSE;

  for (; *at; spaced = FALSE)
    {
      Token token = { TOKEN_MARK, at };

      while (*at == ' ')
        {
          spaced = TRUE;
          at++;
        }
      if (*at == '\0')
        break;
      if (scan->n == MAX_TOKENS)
        return FALSE;
      token.at = at;
      token.spaced = spaced;
      token.kind = g_ascii_isdigit (*at)          ? TOKEN_NUMBER
                   : measure (at, TOKEN_WORD) > 0 ? TOKEN_WORD
                                                  : TOKEN_MARK;
      token.length = token.kind == TOKEN_MARK ? (gsize) (g_utf8_next_char (at) - at)
                                              : measure (at, token.kind);
      if (token.kind == TOKEN_NUMBER)
        {
          if (token.length > 4)
            return FALSE;
          token.number = (int) g_ascii_strtoll (at, NULL, 10);
        }
      at += token.length;
      if (!is_ordinal_ending (scan, &token))
        scan->tokens[scan->n++] = token;
    }
  return TRUE;
}

static gboolean
is_kind (const Scan *scan, guint i, TokenKind kind)
{
  return i < scan->n && scan->tokens[i].kind == kind && !scan->tokens[i].used;
}

static gboolean
is_text (const Scan *scan, guint i, const char *text)
{
  return i < scan->n && scan->tokens[i].length == strlen (text)
         && memcmp (scan->tokens[i].at, text, strlen (text)) == 0;
}

static gboolean
set_time (Scan *scan, int hour, int minute, int second)
{
  if (scan->typed->has_time || hour > 23 || minute > 59 || second > 59)
    return FALSE;
  scan->typed->has_time = TRUE;
  scan->typed->hour = hour;
  scan->typed->minute = minute;
  scan->typed->second = second;
  return TRUE;
}

static void
use (Scan *scan, guint from, guint n)
{
  for (guint i = from; i < from + n; i++)
    scan->tokens[i].used = TRUE;
}

/* 15:00, 15:00:30. */
static gboolean
take_colons (Scan *scan)
{
  for (guint i = 0; i + 2 < scan->n; i++)
    if (is_kind (scan, i, TOKEN_NUMBER) && is_text (scan, i + 1, ":")
        && is_kind (scan, i + 2, TOKEN_NUMBER))
      {
        gboolean seconds = is_text (scan, i + 3, ":") && is_kind (scan, i + 4, TOKEN_NUMBER);

        if (scan->tokens[i + 2].length != 2
            || !set_time (scan, scan->tokens[i].number, scan->tokens[i + 2].number,
                          seconds ? scan->tokens[i + 4].number : 0))
          return FALSE;
        use (scan, i, seconds ? 5 : 3);
      }
  return TRUE;
}

/* 15h, 15h30, 15 h 30. */
static gboolean
take_hours (Scan *scan)
{
  for (guint i = 0; i + 1 < scan->n; i++)
    if (is_kind (scan, i, TOKEN_NUMBER) && is_text (scan, i + 1, "h"))
      {
        gboolean minutes = is_kind (scan, i + 2, TOKEN_NUMBER) && scan->tokens[i + 2].length == 2
                           && (!scan->tokens[i + 2].spaced || scan->tokens[i + 1].spaced);

        if (!set_time (scan, scan->tokens[i].number, minutes ? scan->tokens[i + 2].number : 0, 0))
          return FALSE;
        use (scan, i, minutes ? 3 : 2);
      }
  return TRUE;
}

/* 1500B: a letter of a military zone without a blank before it. */
static gboolean
take_lettered (Scan *scan)
{
  for (guint i = 0; i + 1 < scan->n; i++)
    if (is_kind (scan, i, TOKEN_NUMBER) && scan->tokens[i].length == 4
        && is_kind (scan, i + 1, TOKEN_WORD) && !scan->tokens[i + 1].spaced
        && scan->tokens[i + 1].length == 1 && g_ascii_isalpha (*scan->tokens[i + 1].at))
      {
        if (!set_time (scan, scan->tokens[i].number / 100, scan->tokens[i].number % 100, 0))
          return FALSE;
        scan->typed->letter = g_ascii_toupper (*scan->tokens[i + 1].at);
        use (scan, i, 2);
      }
  return TRUE;
}

/* 年, 月 and 日 right behind a number are parts of a date, though alone the last two are weekdays;
 * so is the T of ISO 8601. */
static gboolean
is_counter (const Scan *scan, guint i, const char *word)
{
  return i > 0 && scan->tokens[i - 1].kind == TOKEN_NUMBER && !scan->tokens[i].spaced
         && (g_str_equal (word, "t") || liaison_lexicon_is_filler (scan->words, word));
}

/* Months, weekdays, and words that only stand between. "mar" is a month in French after a number
 * and a weekday else. */
static gboolean
take_words (Scan *scan)
{
  guint month_as_weekday = 0;

  for (guint i = 0; i < scan->n; i++)
    {
      g_autofree char *word =
          liaison_lexicon_make_word (scan->tokens[i].at, scan->tokens[i].length);
      guint month, weekday;

      if (!is_kind (scan, i, TOKEN_WORD))
        continue;
      month = liaison_lexicon_find_month (scan->words, word);
      weekday = liaison_lexicon_find_weekday (scan->words, word);
      if (month == 0 && is_counter (scan, i, word))
        continue;
      if (month != 0 && weekday != 0 && i == 0)
        month = 0;
      if (month != 0 && (scan->typed->month == 0 || month_as_weekday != 0))
        {
          scan->typed->weekday = scan->typed->month != 0 ? month_as_weekday : scan->typed->weekday;
          scan->typed->month = (int) month;
          month_as_weekday = weekday;
        }
      else if (weekday != 0 && scan->typed->weekday == 0)
        scan->typed->weekday = weekday;
      else if (month != 0 || weekday != 0 || !liaison_lexicon_is_filler (scan->words, word))
        return FALSE;
    }
  return TRUE;
}

/* The marks between the numbers of a date, and those of abbreviations in other scripts. */
static gboolean
is_separator (const Token *token)
{
  return token->length > 1 ? g_unichar_ispunct (g_utf8_get_char (token->at))
                           : strchr (",./-'", *token->at) != NULL;
}

/* The numbers that are left, in order; FALSE when there are more than five or a mark that does not
 * belong in a date. */
static gboolean
collect_numbers (const Scan *scan, const Token *numbers[5], guint *n)
{
  *n = 0;
  for (guint i = 0; i < scan->n; i++)
    {
      const Token *token = &scan->tokens[i];

      if (is_kind (scan, i, TOKEN_MARK) && !is_separator (token))
        return FALSE;
      if (!is_kind (scan, i, TOKEN_NUMBER))
        continue;
      if (*n == 5)
        return FALSE;
      numbers[(*n)++] = token;
    }
  return TRUE;
}

static gboolean
is_year (const Token *token)
{
  return token->length == 4 && token->number >= LIAISON_YEAR_MIN
         && token->number <= LIAISON_YEAR_MAX;
}

/* With the name of a month: a day, and a year of four digits on either side of it, or none. */
static gboolean
set_named_date (LiaisonTypedTime *typed, const Token *const *numbers, guint n)
{
  const Token *day = numbers[0], *year = n == 2 ? numbers[1] : NULL;

  if (n < 1 || n > 2)
    return FALSE;
  if (year && day->length == 4)
    {
      day = numbers[1];
      year = numbers[0];
    }
  typed->day = day->number;
  typed->year = year ? year->number : 0;
  if (day->length > 2 || day->number < 1 || day->number > 31)
    return FALSE;
  return !year || is_year (year);
}

/* Year first where it has four digits, else the day first, and the year with four digits all the
 * same. */
static gboolean
set_numeric_date (LiaisonTypedTime *typed, const Token *const *numbers, guint n)
{
  gboolean year_first = n == 3 && numbers[0]->length == 4;
  const Token *day, *year;

  if (n != 3 || numbers[1]->length > 2)
    return FALSE;
  year = numbers[year_first ? 0 : 2];
  day = numbers[year_first ? 2 : 0];
  if (!is_year (year) || day->length > 2)
    return FALSE;
  typed->year = year->number;
  typed->month = numbers[1]->number;
  typed->day = day->number;
  return typed->month >= 1 && typed->month <= 12 && typed->day >= 1 && typed->day <= 31;
}

static gboolean
set_date (LiaisonTypedTime *typed, const Token *const *numbers, guint n)
{
  if (n == 0)
    return typed->month == 0 && typed->weekday == 0;
  return typed->month != 0 ? set_named_date (typed, numbers, n)
                           : set_numeric_date (typed, numbers, n);
}

/* A time without a colon stands as four digits after the date or before it, or as two numbers with
 * a dot after it. */
static gboolean
set_date_and_time (Scan *scan, const Token *const *numbers, guint n)
{
  guint date = scan->typed->month != 0 ? 2 : 3;
  const LiaisonTypedTime before = *scan->typed;

  if (scan->typed->has_time || n <= date)
    {
      if (set_date (scan->typed, numbers, n))
        return TRUE;
      /* 14 May 0900 */
      *scan->typed = before;
      return !before.has_time && date == 2 && n == 2 && numbers[1]->length == 4
             && set_date (scan->typed, numbers, 1)
             && set_time (scan, numbers[1]->number / 100, numbers[1]->number % 100, 0);
    }
  if (n == date + 2)
    return numbers[date + 1]->length == 2 && set_date (scan->typed, numbers, date)
           && set_time (scan, numbers[date]->number, numbers[date + 1]->number, 0);
  if (n != date + 1)
    return FALSE;
  if (numbers[date]->length == 4 && set_date (scan->typed, numbers, date)
      && set_time (scan, numbers[date]->number / 100, numbers[date]->number % 100, 0))
    return TRUE;
  *scan->typed = before;
  return numbers[0]->length == 4 && set_date (scan->typed, numbers + 1, date)
         && set_time (scan, numbers[0]->number / 100, numbers[0]->number % 100, 0);
}

/* A bare 0930: a time, of a day that is known from elsewhere. */
static gboolean
set_bare_time (Scan *scan, const Token *const *numbers, guint n)
{
  if (n != 1 || numbers[0]->length != 4 || scan->typed->has_time || scan->typed->month != 0)
    return FALSE;
  return set_time (scan, numbers[0]->number / 100, numbers[0]->number % 100, 0);
}

gboolean
liaison_typed_time_read (LiaisonWords *words, const char *plain, LiaisonTypedTime *typed)
{
  g_autofree char *folded = liaison_lexicon_fold (plain);
  Scan scan = { words, .typed = typed };
  const Token *numbers[5];
  guint n;

  *typed = (LiaisonTypedTime){ 0 };
  if (!split (&scan, folded) || !take_colons (&scan) || !take_hours (&scan)
      || !take_lettered (&scan) || !take_words (&scan) || !collect_numbers (&scan, numbers, &n))
    return FALSE;
  if (set_bare_time (&scan, numbers, n))
    return TRUE;
  return set_date_and_time (&scan, numbers, n) && (typed->has_time || typed->day != 0);
}

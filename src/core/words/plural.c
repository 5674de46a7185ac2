/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/plural.h"

#include <string.h>

/* Arabic, the longest rule in use, takes some 40 steps and a stack of 8. */
#define MAX_STEPS 256
#define MAX_STACK 32
/* How deep an expression may nest; every level costs the parser about ten calls. */
#define MAX_NESTING 32

typedef enum
{
  STEP_N,
  STEP_NUMBER,
  STEP_NOT,
  STEP_MULTIPLY,
  STEP_DIVIDE,
  STEP_REMAINDER,
  STEP_ADD,
  STEP_SUBTRACT,
  STEP_LESS,
  STEP_GREATER,
  STEP_AT_MOST,
  STEP_AT_LEAST,
  STEP_EQUAL,
  STEP_UNEQUAL,
  STEP_AND,
  STEP_OR,
  STEP_SELECT,
} StepKind;

typedef struct
{
  guint8 kind;
  guint32 number;
} Step;

/* The expression in postfix order. It has no side effects, so both branches of a choice are
 * computed and one is taken. */
struct _LiaisonPlural
{
  guint n_forms;
  guint n_steps;
  Step steps[];
};

typedef struct
{
  const char *at;
  const char *end;
  guint nesting;
  guint stack;
  guint n_steps;
  Step steps[MAX_STEPS];
} Parser;

/* Operators that take two operands, the loosest first; of those with one level, longer spellings
 * first. */
static const struct
{
  guint8 level;
  guint8 kind;
  char spelling[3];
} operators[] = {
  { 0, STEP_OR, "||" },       { 1, STEP_AND, "&&" },     { 2, STEP_EQUAL, "==" },
  { 2, STEP_UNEQUAL, "!=" },  { 3, STEP_AT_MOST, "<=" }, { 3, STEP_AT_LEAST, ">=" },
  { 3, STEP_LESS, "<" },      { 3, STEP_GREATER, ">" },  { 4, STEP_ADD, "+" },
  { 4, STEP_SUBTRACT, "-" },  { 5, STEP_MULTIPLY, "*" }, { 5, STEP_DIVIDE, "/" },
  { 5, STEP_REMAINDER, "%" },
};

#define N_LEVELS 6

static gboolean parse_choice (Parser *parser);

static void
skip_blanks (Parser *parser)
{
  while (parser->at < parser->end && g_ascii_isspace (*parser->at))
    parser->at++;
}

static gboolean
accept (Parser *parser, const char *token)
{
  gsize length = strlen (token);

  skip_blanks (parser);
  if ((gsize) (parser->end - parser->at) < length || memcmp (parser->at, token, length) != 0)
    return FALSE;
  parser->at += length;
  return TRUE;
}

/* Adds a step that takes @operands from the stack and leaves one. */
static gboolean
emit (Parser *parser, StepKind kind, guint32 number, guint operands)
{
  if (parser->n_steps == MAX_STEPS)
    return FALSE;
  parser->steps[parser->n_steps++] = (Step){ kind, number };
  parser->stack = parser->stack - operands + 1;
  return parser->stack <= MAX_STACK;
}

static gboolean
parse_number (Parser *parser, guint32 *number)
{
  guint64 value = 0;
  gboolean any = FALSE;

  skip_blanks (parser);
  for (; parser->at < parser->end && g_ascii_isdigit (*parser->at); parser->at++, any = TRUE)
    {
      value = value * 10 + (guint) (*parser->at - '0');
      if (value > G_MAXUINT32)
        return FALSE;
    }
  *number = (guint32) value;
  return any;
}

static gboolean
parse_operand (Parser *parser)
{
  guint32 number;

  if (accept (parser, "("))
    return parse_choice (parser) && accept (parser, ")");
  if (accept (parser, "n"))
    return emit (parser, STEP_N, 0, 0);
  return parse_number (parser, &number) && emit (parser, STEP_NUMBER, number, 0);
}

static gboolean
parse_negation (Parser *parser)
{
  guint negations = 0;

  for (;; negations++)
    {
      skip_blanks (parser);
      if (parser->end - parser->at >= 2 && parser->at[1] == '=')
        break;
      if (!accept (parser, "!"))
        break;
    }
  if (!parse_operand (parser))
    return FALSE;
  for (; negations > 0; negations--)
    if (!emit (parser, STEP_NOT, 0, 1))
      return FALSE;
  return TRUE;
}

static gboolean
accept_operator (Parser *parser, guint level, StepKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (operators[i].level == level && accept (parser, operators[i].spelling))
      {
        *kind = operators[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_level (Parser *parser, guint level)
{
  StepKind kind;

  if (level == N_LEVELS)
    return parse_negation (parser);
  if (!parse_level (parser, level + 1))
    return FALSE;
  while (accept_operator (parser, level, &kind))
    if (!parse_level (parser, level + 1) || !emit (parser, kind, 0, 2))
      return FALSE;
  return TRUE;
}

static gboolean
parse_choice (Parser *parser)
{
  gboolean parsed;

  if (++parser->nesting > MAX_NESTING)
    return FALSE;
  parsed = parse_level (parser, 0);
  if (parsed && accept (parser, "?"))
    parsed = parse_choice (parser) && accept (parser, ":") && parse_choice (parser)
             && emit (parser, STEP_SELECT, 0, 3);
  parser->nesting--;
  return parsed;
}

LiaisonPlural *
liaison_plural_new (const char *text, gsize length, GError **error)
{
  Parser parser = { .at = text, .end = text + length };
  guint32 n_forms;
  LiaisonPlural *self;

  if (!accept (&parser, "nplurals") || !accept (&parser, "=") || !parse_number (&parser, &n_forms)
      || n_forms < 1 || n_forms > LIAISON_PLURAL_MAX_FORMS)
    {
      g_set_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_PLURAL,
                   "Plural-Forms: expected nplurals=1 to %d", LIAISON_PLURAL_MAX_FORMS);
      return NULL;
    }
  if (!accept (&parser, ";") || !accept (&parser, "plural") || !accept (&parser, "=")
      || !parse_choice (&parser))
    {
      g_set_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_PLURAL,
                   "Plural-Forms: cannot read the rule at byte %d", (int) (parser.at - text));
      return NULL;
    }

  self = g_malloc (sizeof *self + parser.n_steps * sizeof (Step));
  self->n_forms = n_forms;
  self->n_steps = parser.n_steps;
  memcpy (self->steps, parser.steps, parser.n_steps * sizeof (Step));
  return self;
}

LiaisonPlural *
liaison_plural_new_default (void)
{
  static const char rule[] = "nplurals=2; plural=n != 1;";

  return liaison_plural_new (rule, strlen (rule), NULL);
}

void
liaison_plural_free (LiaisonPlural *self)
{
  g_clear_pointer (&self, g_free);
}

guint
liaison_plural_get_n_forms (const LiaisonPlural *self)
{
  return self->n_forms;
}

/* Division by zero yields zero: the branch that is not taken may hold one. */
static guint64
compute (StepKind kind, guint64 a, guint64 b)
{
  switch (kind)
    {
    case STEP_MULTIPLY:
      return a * b;
    case STEP_DIVIDE:
      return b ? a / b : 0;
    case STEP_REMAINDER:
      return b ? a % b : 0;
    case STEP_ADD:
      return a + b;
    case STEP_SUBTRACT:
      return a - b;
    case STEP_LESS:
      return a < b;
    case STEP_GREATER:
      return a > b;
    case STEP_AT_MOST:
      return a <= b;
    case STEP_AT_LEAST:
      return a >= b;
    case STEP_EQUAL:
      return a == b;
    case STEP_UNEQUAL:
      return a != b;
    case STEP_AND:
      return a && b;
    case STEP_OR:
      return a || b;
    default:
      g_assert_not_reached ();
    }
}

guint
liaison_plural_get_form (const LiaisonPlural *self, guint64 n)
{
  guint64 stack[MAX_STACK];
  guint top = 0;

  for (const Step *step = self->steps; step < self->steps + self->n_steps; step++)
    {
      switch (step->kind)
        {
        case STEP_N:
          stack[top++] = n;
          break;
        case STEP_NUMBER:
          stack[top++] = step->number;
          break;
        case STEP_NOT:
          stack[top - 1] = !stack[top - 1];
          break;
        case STEP_SELECT:
          top -= 2;
          stack[top - 1] = stack[top - 1] ? stack[top] : stack[top + 1];
          break;
        default:
          top--;
          stack[top - 1] = compute (step->kind, stack[top - 1], stack[top]);
          break;
        }
    }
  return stack[0] < self->n_forms ? (guint) stack[0] : 0;
}

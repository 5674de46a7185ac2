/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/rich-text.h"

#include <cmark.h>
#include <string.h>

/* Deeper lists and quotes are shown at this depth: a page has no room for more. */
#define MAX_DEPTH 4

/* A walk over the document. */
typedef struct
{
  GPtrArray *blocks;
  LiaisonRichBlock *block; /* the one that text goes to, or NULL */
  GString *text;
  GArray *spans;      /* of LiaisonRichSpan */
  guint marks;        /* of what is walked over */
  const char *target; /* of the link it is in */
  guint depth;
  gboolean opens_item;
  guint number;
} Walk;

void
liaison_rich_block_free (LiaisonRichBlock *self)
{
  g_free (self->text);
  g_free (self->spans);
  g_free (self);
}

LiaisonRichBlock *
liaison_rich_block_new_plain (const char *text)
{
  LiaisonRichBlock *self = g_new0 (LiaisonRichBlock, 1);

  self->text = g_strdup (text);
  return self;
}

void
liaison_rich_block_append (LiaisonRichBlock *self, const char *text)
{
  char *longer = g_strconcat (self->text, text, NULL);

  g_free (self->text);
  self->text = longer;
}

static void
close_block (Walk *walk)
{
  LiaisonRichBlock *block = walk->block;

  if (block == NULL)
    return;
  while (walk->text->len > 0 && walk->text->str[walk->text->len - 1] == '\n')
    g_string_truncate (walk->text, walk->text->len - 1);
  block->text = g_strdup (walk->text->str);
  block->n_spans = walk->spans->len;
  block->spans = g_memdup2 (walk->spans->data, walk->spans->len * sizeof (LiaisonRichSpan));
  for (guint i = 0; i < block->n_spans; i++)
    block->spans[i].end = MIN (block->spans[i].end, walk->text->len);
  g_string_truncate (walk->text, 0);
  g_array_set_size (walk->spans, 0);
  walk->block = NULL;
}

static void
open_block (Walk *walk, LiaisonRichKind kind)
{
  close_block (walk);
  walk->block = g_new0 (LiaisonRichBlock, 1);
  walk->block->kind = walk->opens_item ? LIAISON_RICH_ITEM : kind;
  walk->block->depth = MIN (walk->depth, MAX_DEPTH);
  walk->block->number = walk->opens_item ? walk->number : 0;
  walk->opens_item = FALSE;
  g_ptr_array_add (walk->blocks, walk->block);
}

static void
add_text (Walk *walk, const char *text, guint more)
{
  LiaisonRichSpan span = { walk->text->len, 0, walk->marks | more, walk->target };

  if (text == NULL || *text == '\0')
    return;
  if (walk->block == NULL)
    open_block (walk, LIAISON_RICH_PARAGRAPH);
  g_string_append (walk->text, text);
  span.end = walk->text->len;
  if (span.marks != 0)
    g_array_append_val (walk->spans, span);
}

static const char *
take_target (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url != NULL ? url : "");

  return scheme != NULL && strlen (url) < 2000
                 && (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0
                     || strcmp (scheme, "mailto") == 0)
             ? g_intern_string (url)
             : NULL;
}

/* Marks count how often they are opened at most once: strong within strong is strong. */
static void
mark (Walk *walk, cmark_node *node, guint marks, gboolean enter)
{
  cmark_node *above = cmark_node_parent (node);

  if (enter)
    {
      walk->marks |= marks;
      return;
    }
  for (; above != NULL; above = cmark_node_parent (above))
    if (cmark_node_get_type (above) == cmark_node_get_type (node))
      return;
  walk->marks &= ~marks;
}

static guint
find_number (cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number;

  if (list == NULL || cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return 0;
  number = cmark_node_get_list_start (list);
  while ((item = cmark_node_previous (item)) != NULL)
    number++;
  return (guint) MAX (number, 1);
}

static LiaisonRichKind
find_kind (cmark_node *paragraph)
{
  cmark_node *above = cmark_node_parent (paragraph);

  return above != NULL && cmark_node_get_type (above) == CMARK_NODE_BLOCK_QUOTE
             ? LIAISON_RICH_QUOTE
             : LIAISON_RICH_PARAGRAPH;
}

static void
walk_verbatim (Walk *walk, cmark_node *node)
{
  open_block (walk, LIAISON_RICH_VERBATIM);
  add_text (walk, cmark_node_get_literal (node), LIAISON_RICH_CODE);
  close_block (walk);
}

static void
walk_block (Walk *walk, cmark_node *node, gboolean enter)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      if (enter)
        open_block (walk, find_kind (node));
      else
        close_block (walk);
      break;
    case CMARK_NODE_HEADING:
      if (enter)
        {
          open_block (walk, LIAISON_RICH_HEADING);
          walk->block->depth = (guint) cmark_node_get_heading_level (node);
        }
      else
        close_block (walk);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      walk->depth += enter ? 1 : -1;
      break;
    case CMARK_NODE_LIST:
      walk->depth += enter ? 1 : -1;
      break;
    case CMARK_NODE_ITEM:
      walk->opens_item = enter;
      walk->number = enter ? find_number (node) : 0;
      break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      walk_verbatim (walk, node);
      break;
    default:
      break;
    }
}

static void
walk_inline (Walk *walk, cmark_node *node, gboolean enter)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      add_text (walk, cmark_node_get_literal (node), 0);
      break;
    case CMARK_NODE_CODE:
      add_text (walk, cmark_node_get_literal (node), LIAISON_RICH_CODE);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_text (walk, " ", 0);
      break;
    case CMARK_NODE_LINEBREAK:
      add_text (walk, "\n", 0);
      break;
    case CMARK_NODE_EMPH:
      mark (walk, node, LIAISON_RICH_EMPHASIS, enter);
      break;
    case CMARK_NODE_STRONG:
      mark (walk, node, LIAISON_RICH_STRONG, enter);
      break;
    case CMARK_NODE_LINK:
      walk->target = enter ? take_target (cmark_node_get_url (node)) : NULL;
      mark (walk, node, LIAISON_RICH_LINK, enter);
      break;
    default:
      break;
    }
}

static cmark_node *
read_source (const char *source)
{
  g_autofree char *valid = g_utf8_make_valid (source, -1);

  return cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
}

GPtrArray *
liaison_rich_text_parse (const char *source)
{
  Walk walk = { 0 };
  cmark_event_type event;
  cmark_node *root;
  cmark_iter *iter;

  walk.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_rich_block_free);
  if (source == NULL || *source == '\0')
    return walk.blocks;
  walk.text = g_string_new (NULL);
  walk.spans = g_array_new (FALSE, FALSE, sizeof (LiaisonRichSpan));
  root = read_source (source);
  iter = cmark_iter_new (root);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (cmark_node_get_type (node) <= CMARK_NODE_LAST_BLOCK)
        walk_block (&walk, node, event == CMARK_EVENT_ENTER);
      else
        walk_inline (&walk, node, event == CMARK_EVENT_ENTER);
    }
  close_block (&walk);
  cmark_iter_free (iter);
  cmark_node_free (root);
  g_string_free (walk.text, TRUE);
  g_array_unref (walk.spans);
  return walk.blocks;
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

static void
append_span (GString *markup, const LiaisonRichBlock *self, const LiaisonRichSpan *span)
{
  if (span->target != NULL)
    {
      g_autofree char *target = g_markup_escape_text (span->target, -1);
      g_string_append_printf (markup, "<a href=\"%s\">", target);
    }
  g_string_append (markup, span->marks & LIAISON_RICH_STRONG ? "<b>" : "");
  g_string_append (markup, span->marks & LIAISON_RICH_EMPHASIS ? "<i>" : "");
  g_string_append (markup, span->marks & LIAISON_RICH_CODE ? "<tt>" : "");
  append_escaped (markup, self->text + span->start, span->end - span->start);
  g_string_append (markup, span->marks & LIAISON_RICH_CODE ? "</tt>" : "");
  g_string_append (markup, span->marks & LIAISON_RICH_EMPHASIS ? "</i>" : "");
  g_string_append (markup, span->marks & LIAISON_RICH_STRONG ? "</b>" : "");
  g_string_append (markup, span->target != NULL ? "</a>" : "");
}

char *
liaison_rich_block_to_markup (const LiaisonRichBlock *self)
{
  GString *markup = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < self->n_spans; i++)
    {
      append_escaped (markup, self->text + at, self->spans[i].start - at);
      append_span (markup, self, &self->spans[i]);
      at = self->spans[i].end;
    }
  append_escaped (markup, self->text + at, strlen (self->text + at));
  return g_string_free (markup, FALSE);
}

char *
liaison_rich_text_to_plain (const char *source)
{
  g_autoptr (GPtrArray) blocks = liaison_rich_text_parse (source);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (plain, '\n');
      g_string_append (plain, ((LiaisonRichBlock *) blocks->pdata[i])->text);
    }
  return g_string_free (plain, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in several languages: an immutable, counted map from language tag (BCP 47) to string. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* NULL is the text with nothing in it; all functions take it. */
typedef struct _LiaisonText LiaisonText;

#define LIAISON_TYPE_TEXT (liaison_text_get_type ())
GType liaison_text_get_type (void);

LiaisonText *liaison_text_ref (LiaisonText *self);
void liaison_text_unref (LiaisonText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonText, liaison_text_unref)

/* @n pairs of an interned tag and a string; takes the strings. Sorts by tag; the caller has seen to it that no tag comes twice. */
LiaisonText *liaison_text_new_take (guint n, const char *const *languages, GRefString *const *strings);
/* A text in one language; copies @string. */
LiaisonText *liaison_text_new (const char *language, const char *string);

guint liaison_text_get_size (const LiaisonText *self);
const char *liaison_text_get_language (const LiaisonText *self, guint index);
GRefString *liaison_text_get_string (const LiaisonText *self, guint index);

/* Exactly in @language, or NULL. Borrowed. */
GRefString *liaison_text_lookup (const LiaisonText *self, const char *language);
/* For a reader of @language: in it, in its base ("pt" for "pt-BR"), in English, in whatever there is; NULL when empty.
 * *@found (may be NULL) is the language it is in. */
const char *liaison_text_pick (const LiaisonText *self, const char *language, const char **found);

/* The same text with @string (kept, not copied; NULL: without) in @language (valid tag). Transfer full. */
LiaisonText *liaison_text_with (const LiaisonText *self, const char *language, GRefString *string);

gboolean liaison_text_equal (const LiaisonText *a, const LiaisonText *b);

G_END_DECLS

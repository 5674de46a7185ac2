/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching a file from an https address, within bounds.
 *
 * Only https, certificates verified; few redirects, each to https again; nothing is sent but the
 * request: no cookies, no credentials, no referrer. The reply may not be larger nor take longer
 * than the limits say, whatever the server does. Synchronous, for a thread or the command line. */
#pragma once

#include "words/words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_NET_ERROR_ADDRESS,     /* not an https address, or one with a password in it */
  LIAISON_NET_ERROR_UNREACHABLE, /* no such server, no network, refused, broken off */
  LIAISON_NET_ERROR_CERTIFICATE, /* not signed by anybody trusted, expired, for another name */
  LIAISON_NET_ERROR_REDIRECT,    /* too many, in a circle, or to something that is not https */
  LIAISON_NET_ERROR_STATUS,      /* the server has no such thing or will not give it */
  LIAISON_NET_ERROR_TOO_LARGE,
  LIAISON_NET_ERROR_TOO_SLOW,
} LiaisonNetError;

#define LIAISON_NET_ERROR (liaison_net_error_quark ())
GQuark liaison_net_error_quark (void);

/* What happened and what to do, in the language of @words, for errors of this domain; NULL for
 * others. Borrowed from @words. */
const char *liaison_net_tell_error (LiaisonWords *words, const GError *error);

typedef struct
{
  guint64 max_bytes;   /* 0: 4 MiB */
  guint seconds;       /* for everything together; 0: 30 */
  guint max_redirects; /* 0: 5 */
  const char *accept;  /* media types, for the server; NULL: any */
  const char *tag;     /* ETag of what is already had: the server may say "the same"; or NULL */
  GTlsDatabase *trust; /* whom to trust; NULL: whom the system trusts */
} LiaisonFetchLimits;

typedef struct
{
  GBytes *bytes; /* NULL: the server says that what is had is still the same */
  char *tag;     /* ETag; or NULL */
  char *address; /* where it came from in the end */
} LiaisonFetched;

void liaison_fetched_clear (LiaisonFetched *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonFetched, liaison_fetched_clear)

/* FALSE with LIAISON_NET_ERROR or G_IO_ERROR_CANCELLED. @limits may be NULL. "webcal:" is taken for
 * https. The caller clears @fetched. */
gboolean liaison_fetch (const char *address,
                        const LiaisonFetchLimits *limits,
                        LiaisonFetched *fetched,
                        GCancellable *cancellable,
                        GError **error);

/* Whether liaison_fetch would ask for it, before it does: for forms. */
gboolean liaison_fetch_check_address (const char *address, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "net/fetch.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define MAX_BYTES     (4 * 1024 * 1024)
#define SECONDS       30
#define MAX_REDIRECTS 5
#define MAX_ADDRESS   2000
/* Read at once. */
#define PIECE (32 * 1024)

G_DEFINE_QUARK (liaison - net - error - quark, liaison_net_error)

const char *
liaison_net_tell_error (LiaisonWords *words, const GError *error)
{
  static const char *const sentences[] = {
    [LIAISON_NET_ERROR_ADDRESS] =
        N_ ("This is not an address that can be read from. It must begin with https:// and hold no "
            "password."),
    [LIAISON_NET_ERROR_UNREACHABLE] =
        N_ ("The server cannot be reached. Check the address and the network, then try again."),
    [LIAISON_NET_ERROR_CERTIFICATE] = N_ (
        "The server cannot prove that it is the one meant, so nothing was read. Ask whoever runs "
        "it; save the file another way meanwhile."),
    [LIAISON_NET_ERROR_REDIRECT] = N_ (
        "The server sends on to other addresses without end, or to one that is not safe. Nothing "
        "was read."),
    [LIAISON_NET_ERROR_STATUS] =
        N_ ("The server does not give this file. Check the address; it may have moved."),
    [LIAISON_NET_ERROR_TOO_LARGE] =
        N_ ("The file is larger than any calendar of holidays, so it was not read."),
    [LIAISON_NET_ERROR_TOO_SLOW] =
        N_ ("The server took too long to answer. Nothing was changed; try again later."),
  };

  if (error == NULL || error->domain != LIAISON_NET_ERROR || error->code < 0
      || (gsize) error->code >= G_N_ELEMENTS (sentences))
    return NULL;
  return liaison_words_get (words, sentences[error->code]);
}

void
liaison_fetched_clear (LiaisonFetched *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->address, g_free);
}

/* One fetch, in a main context of its own. */
typedef struct
{
  GMainLoop *loop;
  SoupSession *session;
  GCancellable *inner; /* of this fetch: cancelled by the caller's, and when time is over */
  gboolean too_slow;
  gboolean bad_certificate;
  guint64 max_bytes;

  /* Of the reply */
  GInputStream *stream;
  GByteArray *bytes;
  GError *error;
} Fetch;

static GUri *
parse_address (const char *address, GError **error)
{
  g_autofree char *https = NULL;
  g_autoptr (GUri) uri = NULL;

  if (address != NULL && g_ascii_strncasecmp (address, "webcal://", 9) == 0)
    https = g_strconcat ("https://", address + 9, NULL);
  if (address == NULL || strlen (address) > MAX_ADDRESS)
    {
      g_set_error_literal (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_ADDRESS,
                           "no address, or one that is too long");
      return NULL;
    }
  uri = g_uri_parse (https != NULL ? https : address, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || g_strcmp0 (g_uri_get_scheme (uri), "https") != 0
      || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_set_error (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_ADDRESS,
                   "%s: expected an https address", address);
      return NULL;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_ADDRESS,
                           "there is a user name or password in the address");
      return NULL;
    }
  return g_steal_pointer (&uri);
}

gboolean
liaison_fetch_check_address (const char *address, GError **error)
{
  g_autoptr (GUri) uri = parse_address (address, error);

  return uri != NULL;
}

static gboolean
too_slow_cb (gpointer data)
{
  Fetch *self = data;

  self->too_slow = TRUE;
  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer inner)
{
  g_cancellable_cancel (inner);
}

/* Noted, and refused: FALSE lets the handshake fail. */
static gboolean
accept_certificate_cb (SoupMessage *message,
                       GTlsCertificate *certificate,
                       GTlsCertificateFlags errors,
                       gpointer data)
{
  ((Fetch *) data)->bad_certificate = TRUE;
  return FALSE;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fetch *self = data;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &self->error);
  g_main_loop_quit (self->loop);
}

static void read_next (Fetch *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fetch *self = data;
  g_autoptr (GBytes) piece =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &self->error);

  if (piece == NULL || g_bytes_get_size (piece) == 0)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  if (self->bytes->len + g_bytes_get_size (piece) > self->max_bytes)
    {
      g_set_error_literal (&self->error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_TOO_LARGE,
                           "the reply is larger than the limit");
      g_main_loop_quit (self->loop);
      return;
    }
  g_byte_array_append (self->bytes, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));
  read_next (self);
}

static void
read_next (Fetch *self)
{
  g_input_stream_read_bytes_async (self->stream, PIECE, G_PRIORITY_DEFAULT, self->inner, read_cb,
                                   self);
}

static SoupMessage *
make_message (Fetch *self, GUri *uri, const LiaisonFetchLimits *limits)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  /* What is packed could become a thousand times as large. */
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  if (limits->accept != NULL)
    soup_message_headers_replace (headers, "Accept", limits->accept);
  if (limits->tag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", limits->tag);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self);
  return message;
}

/* The error the world should see: ours, or that it was cancelled. */
static void
settle_error (Fetch *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;
  /* The socket's own clock may be the first to run out. */
  if (self->too_slow || g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error_literal (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_TOO_SLOW,
                         "no full reply in time");
  else if (self->bad_certificate
           || g_error_matches (self->error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    g_set_error (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_CERTIFICATE, "%s",
                 self->error != NULL ? self->error->message : "the certificate is not trusted");
  else if (self->error != NULL && self->error->domain == LIAISON_NET_ERROR)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_UNREACHABLE, "%s",
                 self->error != NULL ? self->error->message : "no reply");
}

/* Sends @message; the stream of its reply, or NULL. */
static gboolean
send_message (Fetch *self, SoupMessage *message)
{
  g_clear_object (&self->stream);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, self->inner, sent_cb, self);
  g_main_loop_run (self->loop);
  return self->stream != NULL;
}

static GUri *
find_next (GUri *from, SoupMessage *message, GError **error)
{
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autofree char *resolved = NULL;
  g_autoptr (GUri) next = NULL;
  g_autoptr (GUri) safe = NULL;

  if (location != NULL && strlen (location) <= MAX_ADDRESS)
    next = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (next != NULL)
    resolved = g_uri_to_string (next);
  safe = resolved != NULL ? parse_address (resolved, NULL) : NULL;
  if (safe == NULL || g_ascii_strncasecmp (resolved, "https:", 6) != 0)
    {
      g_set_error (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_REDIRECT,
                   "sent on to an address that is not https");
      return NULL;
    }
  return g_steal_pointer (&safe);
}

/* Follows what leads elsewhere; the message that was answered in the end, or NULL. */
static SoupMessage *
send_following (Fetch *self, GUri **uri, const LiaisonFetchLimits *limits)
{
  guint most = limits->max_redirects > 0 ? limits->max_redirects : MAX_REDIRECTS;

  for (guint i = 0; i <= most; i++)
    {
      g_autoptr (SoupMessage) message = make_message (self, *uri, limits);
      GUri *next;

      if (!send_message (self, message))
        return NULL;
      if (!SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message))
          || soup_message_get_status (message) == SOUP_STATUS_NOT_MODIFIED)
        return g_steal_pointer (&message);
      next = find_next (*uri, message, &self->error);
      if (next == NULL)
        return NULL;
      g_uri_unref (*uri);
      *uri = next;
    }
  g_set_error (&self->error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_REDIRECT,
               "sent on more than %u times", most);
  return NULL;
}

static gboolean
read_reply (Fetch *self, SoupMessage *message)
{
  goffset length =
      soup_message_headers_get_content_length (soup_message_get_response_headers (message));

  if (soup_message_get_status (message) != SOUP_STATUS_OK)
    {
      g_set_error (&self->error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_STATUS,
                   "the server answered %u", soup_message_get_status (message));
      return FALSE;
    }
  if (length > 0 && (guint64) length > self->max_bytes)
    {
      g_set_error (&self->error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_TOO_LARGE,
                   "the server announced %" G_GOFFSET_FORMAT " bytes", length);
      return FALSE;
    }
  read_next (self);
  g_main_loop_run (self->loop);
  if (self->error == NULL && length > 0 && self->bytes->len < (guint64) length)
    g_set_error_literal (&self->error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_UNREACHABLE,
                         "the reply broke off");
  return self->error == NULL;
}

static gboolean
run (Fetch *self, GUri **uri, const LiaisonFetchLimits *limits, LiaisonFetched *fetched)
{
  g_autoptr (SoupMessage) message = send_following (self, uri, limits);
  const char *tag;

  if (message == NULL)
    return FALSE;
  fetched->address = g_uri_to_string (*uri);
  tag = soup_message_headers_get_one (soup_message_get_response_headers (message), "ETag");
  fetched->tag = g_strdup (tag != NULL ? tag : limits->tag);
  if (limits->tag != NULL && soup_message_get_status (message) == SOUP_STATUS_NOT_MODIFIED)
    return TRUE;
  if (!read_reply (self, message))
    return FALSE;
  fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  return TRUE;
}

static SoupSession *
make_session (const LiaisonFetchLimits *limits, guint seconds)
{
  SoupSession *session =
      soup_session_new_with_options ("timeout", seconds, "idle-timeout", 1, "max-conns", 1,
                                     "user-agent", "Liaison/" LIAISON_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (limits->trust != NULL)
    soup_session_set_tls_database (session, limits->trust);
  return session;
}

gboolean
liaison_fetch (const char *address,
               const LiaisonFetchLimits *limits,
               LiaisonFetched *fetched,
               GCancellable *cancellable,
               GError **error)
{
  static const LiaisonFetchLimits none = { 0 };
  g_autoptr (GUri) uri = parse_address (address, error);
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GSource) clock = NULL;
  Fetch self = { 0 };
  gulong handler = 0;
  guint seconds;
  gboolean done;

  *fetched = (LiaisonFetched){ 0 };
  if (uri == NULL)
    return FALSE;
  limits = limits != NULL ? limits : &none;
  seconds = limits->seconds > 0 ? limits->seconds : SECONDS;
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  self.loop = g_main_loop_new (context, FALSE);
  self.session = make_session (limits, seconds);
  self.inner = g_cancellable_new ();
  self.bytes = g_byte_array_new ();
  self.max_bytes = limits->max_bytes > 0 ? limits->max_bytes : MAX_BYTES;
  clock = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (clock, too_slow_cb, &self, NULL);
  g_source_attach (clock, context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                     g_object_ref (self.inner), g_object_unref);
  done = run (&self, &uri, limits, fetched);
  g_cancellable_disconnect (cancellable, handler);
  if (!done)
    {
      settle_error (&self, cancellable, error);
      liaison_fetched_clear (fetched);
    }
  g_source_destroy (clock);
  soup_session_abort (self.session);
  g_clear_object (&self.stream);
  g_clear_object (&self.session);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_clear_object (&self.inner);
  g_clear_error (&self.error);
  g_clear_pointer (&self.bytes, g_byte_array_unref);
  g_clear_pointer (&self.loop, g_main_loop_unref);
  g_main_context_pop_thread_default (context);
  return done;
}

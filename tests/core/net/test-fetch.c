/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching from real servers on the loopback, with certificates of a test authority. */
#include "config.h"

#include "net/kept.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define BODY "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"

typedef struct
{
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *good, *other, *untrusted;
  guint port, other_port, untrusted_port;
  char *folder;
  GTlsDatabase *trust;
  guint asked; /* requests for /ok */
} Fixture;

static gboolean
openssl (const char *folder, const char *line)
{
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  int status = 1;

  return g_spawn_sync (folder, argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                           | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && status == 0;
}

#define KEY "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 "

/* A test authority, a server it has signed for this machine, one for another name, and one that has
 * signed itself. FALSE without the tool. */
static gboolean
make_certificates (const char *folder)
{
  return openssl (folder, KEY "-subj /CN=TestAuthority -keyout ca.key -out ca.pem")
         && openssl (folder, KEY "-subj /CN=localhost -keyout good.key -out good.pem -CA ca.pem "
                                 "-CAkey ca.key -addext subjectAltName=DNS:localhost,IP:127.0.0.1 "
                                 "-addext basicConstraints=critical,CA:FALSE")
         && openssl (folder, KEY "-subj /CN=other.example -keyout other.key -out other.pem -CA "
                                 "ca.pem -CAkey ca.key -addext subjectAltName=DNS:other.example "
                                 "-addext basicConstraints=critical,CA:FALSE")
         && openssl (folder, KEY "-subj /CN=localhost -keyout self.key -out self.pem -addext "
                                 "subjectAltName=DNS:localhost,IP:127.0.0.1");
}

static void
redirect (SoupServerMessage *message, const char *to)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, to);
}

static void
drip_cb (SoupServerMessage *message, gpointer data)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_message_body_append (body, SOUP_MEMORY_STATIC, "x", 1);
}

static gboolean
more_cb (gpointer message)
{
  drip_cb (message, NULL);
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
wrote_cb (SoupServerMessage *message, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GSource) source = g_timeout_source_new (100);

  soup_server_message_pause (message);
  g_source_set_callback (source, more_cb, g_object_ref (message), g_object_unref);
  g_source_attach (source, self->context);
}

static void
flood_cb (SoupServerMessage *message, gpointer data)
{
  static const char zeros[65536] = { 0 };

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                            zeros, sizeof zeros);
}

static void
serve_ok (Fixture *self, SoupServerMessage *message)
{
  const char *known = soup_message_headers_get_one (
      soup_server_message_get_request_headers (message), "If-None-Match");

  g_atomic_int_inc (&self->asked);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "ETag",
                                "\"one\"");
  if (g_strcmp0 (known, "\"one\"") == 0)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
  else
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_server_message_set_response (message, "text/calendar", SOUP_MEMORY_STATIC, BODY,
                                        strlen (BODY));
    }
}

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer data)
{
  Fixture *self = data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *plain = g_strdup_printf ("http://localhost:%u/ok", self->port);

  if (strcmp (path, "/ok") == 0)
    serve_ok (self, message);
  else if (strcmp (path, "/moved") == 0)
    redirect (message, "/ok");
  else if (strcmp (path, "/loop") == 0)
    redirect (message, "/loop");
  else if (strcmp (path, "/down") == 0)
    redirect (message, plain);
  else if (strcmp (path, "/file") == 0)
    redirect (message, "file:///etc/passwd");
  else if (strcmp (path, "/gone") == 0)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  else if (strcmp (path, "/announced") == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_message_headers_set_content_length (headers, 1 << 30);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (flood_cb), NULL);
      flood_cb (message, NULL);
    }
  else if (strcmp (path, "/endless") == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (flood_cb), NULL);
      flood_cb (message, NULL);
    }
  else if (strcmp (path, "/drip") == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_cb), self);
      drip_cb (message, NULL);
    }
  else if (strcmp (path, "/silent") == 0)
    soup_server_message_pause (message);
  else if (strcmp (path, "/packed") == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_message_headers_replace (headers, "Content-Encoding", "gzip");
      soup_server_message_set_response (message, "text/calendar", SOUP_MEMORY_STATIC, "\x1f\x8b",
                                        2);
    }
}

static SoupServer *
start_server (Fixture *self, const char *name, guint *port)
{
  g_autofree char *pem = g_strdup_printf ("%s/%s.pem", self->folder, name);
  g_autofree char *key = g_strdup_printf ("%s/%s.key", self->folder, name);
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_files (pem, key, NULL);
  SoupServer *server = soup_server_new ("tls-certificate", certificate, NULL);
  GSList *uris;

  g_assert_nonnull (certificate);
  soup_server_add_handler (server, NULL, serve_cb, self, NULL);
  g_assert_true (soup_server_listen_local (
      server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (server);
  *port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return server;
}

static gpointer
serve (gpointer data)
{
  Fixture *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *ca = NULL;

  self->folder = g_dir_make_tmp ("liaison-net-XXXXXX", NULL);
  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())
      || !make_certificates (self->folder))
    return;
  ca = g_build_filename (self->folder, "ca.pem", NULL);
  self->trust = g_tls_file_database_new (ca, NULL);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_main_context_push_thread_default (self->context);
  self->good = start_server (self, "good", &self->port);
  self->other = start_server (self, "other", &self->other_port);
  self->untrusted = start_server (self, "self", &self->untrusted_port);
  g_main_context_pop_thread_default (self->context);
  self->thread = g_thread_new ("server", serve, self);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->thread != NULL)
    {
      g_main_context_invoke (self->context, quit_cb, self->loop);
      g_thread_join (self->thread);
      g_clear_object (&self->good);
      g_clear_object (&self->other);
      g_clear_object (&self->untrusted);
      g_main_loop_unref (self->loop);
      g_main_context_unref (self->context);
      g_clear_object (&self->trust);
    }
  remove_folder (self->folder);
  g_free (self->folder);
}

static gboolean
is_ready (Fixture *self)
{
  if (self->thread == NULL)
    g_test_skip ("openssl or TLS for GIO is not installed");
  return self->thread != NULL;
}

static gboolean
fetch (Fixture *self,
       guint port,
       const char *path,
       LiaisonFetchLimits limits,
       LiaisonFetched *fetched,
       GCancellable *cancellable,
       GError **error)
{
  g_autofree char *address = g_strdup_printf ("https://localhost:%u%s", port, path);

  limits.trust = self->trust;
  limits.seconds = limits.seconds > 0 ? limits.seconds : 20;
  return liaison_fetch (address, &limits, fetched, cancellable, error);
}

static void
test_reads (Fixture *self, gconstpointer data)
{
  const LiaisonFetchLimits limits = { 0 }, known = { .tag = "\"one\"" };
  g_auto (LiaisonFetched) plain = { 0 };
  g_auto (LiaisonFetched) moved = { 0 };
  g_auto (LiaisonFetched) same = { 0 };
  g_auto (LiaisonFetched) packed = { 0 };
  g_autoptr (GError) error = NULL;

  if (!is_ready (self))
    return;
  g_assert_true (fetch (self, self->port, "/ok", limits, &plain, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (plain.bytes, NULL), g_bytes_get_size (plain.bytes), BODY,
                   strlen (BODY));
  g_assert_cmpstr (plain.tag, ==, "\"one\"");
  g_assert_true (fetch (self, self->port, "/moved", limits, &moved, NULL, NULL));
  g_assert_true (g_str_has_suffix (moved.address, "/ok"));
  g_assert_true (fetch (self, self->port, "/ok", known, &same, NULL, NULL));
  g_assert_null (same.bytes);
  /* What the server packed without being asked stays packed. */
  g_assert_true (fetch (self, self->port, "/packed", limits, &packed, NULL, NULL));
  g_assert_cmpuint (g_bytes_get_size (packed.bytes), ==, 2);
}

static void
test_refuses (Fixture *self, gconstpointer data)
{
  const struct
  {
    guint port;
    const char *path;
    LiaisonFetchLimits limits;
    int code;
  } cases[] = {
    { self->other_port, "/ok", { 0 }, LIAISON_NET_ERROR_CERTIFICATE },
    { self->untrusted_port, "/ok", { 0 }, LIAISON_NET_ERROR_CERTIFICATE },
    { self->port, "/loop", { 0 }, LIAISON_NET_ERROR_REDIRECT },
    { self->port, "/down", { 0 }, LIAISON_NET_ERROR_REDIRECT },
    { self->port, "/file", { 0 }, LIAISON_NET_ERROR_REDIRECT },
    { self->port, "/gone", { 0 }, LIAISON_NET_ERROR_STATUS },
    { self->port, "/announced", { 0 }, LIAISON_NET_ERROR_TOO_LARGE },
    { self->port, "/endless", { 0 }, LIAISON_NET_ERROR_TOO_LARGE },
    { self->port, "/silent", { .seconds = 1 }, LIAISON_NET_ERROR_TOO_SLOW },
    { self->port, "/drip", { .seconds = 1 }, LIAISON_NET_ERROR_TOO_SLOW },
    { self->port, "/ok", { .max_bytes = 5 }, LIAISON_NET_ERROR_TOO_LARGE },
    { 1, "/ok", { 0 }, LIAISON_NET_ERROR_UNREACHABLE },
  };
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);

  if (!is_ready (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (LiaisonFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].path);
      g_assert_false (
          fetch (self, cases[i].port, cases[i].path, cases[i].limits, &fetched, NULL, &error));
      g_assert_error (error, LIAISON_NET_ERROR, cases[i].code);
      g_assert_null (fetched.bytes);
      g_assert_nonnull (liaison_net_tell_error (words, error));
    }
}

static void
test_addresses (void)
{
  static const char *const bad[] = { NULL,
                                     "",
                                     "example.org",
                                     "http://example.org/a.ics",
                                     "ftp://example.org/a.ics",
                                     "file:///etc/passwd",
                                     "https://",
                                     "https:///a.ics",
                                     "https://name:secret@example.org/a.ics",
                                     "https://example.org:99999/a.ics",
                                     "javascript:alert(1)" };
  static const char *const good[] = { "https://example.org/a.ics", "webcal://example.org/a.ics",
                                      "https://[2001:db8::1]:8443/a.ics?b=c" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (liaison_fetch_check_address (bad[i], &error));
      g_assert_error (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_ADDRESS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (liaison_fetch_check_address (good[i], NULL));
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/silent", "/drip", "/ok" };

  if (!is_ready (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const LiaisonFetchLimits limits = { 0 };
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_auto (LiaisonFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;
      GThread *thread = NULL;

      if (i < 2)
        thread = g_thread_new ("cancel", cancel_soon, cancellable);
      else
        g_cancellable_cancel (cancellable);
      g_assert_false (fetch (self, self->port, paths[i], limits, &fetched, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (thread != NULL)
        g_thread_join (thread);
    }
}

/* Fetched, asked again, used while the server is away, and refused where it cannot be trusted. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "kept", "deep", NULL);
  g_autofree char *address = NULL;
  LiaisonFetchLimits limits = { .trust = self->trust, .seconds = 20 };
  g_auto (LiaisonKept) first = { 0 };
  g_auto (LiaisonKept) again = { 0 };
  g_auto (LiaisonKept) away = { 0 };
  g_auto (LiaisonKept) none = { 0 };
  g_autoptr (GError) error = NULL;

  if (!is_ready (self))
    return;
  address = g_strdup_printf ("https://localhost:%u/ok", self->port);
  g_assert_true (liaison_kept_fetch (folder, address, &limits, 1000, &first, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (first.offline);
  g_assert_cmpint (first.checked, ==, 1000);
  /* "Not modified": the same bytes, checked now. */
  g_assert_true (liaison_kept_fetch (folder, address, &limits, 2000, &again, NULL, &error));
  g_assert_cmpint (again.checked, ==, 2000);
  g_assert_true (g_bytes_equal (first.bytes, again.bytes));
  g_assert_cmpuint (self->asked, ==, 2);
  /* Nobody there: what is kept, with the day of the last check. */
  soup_server_disconnect (self->good);
  g_assert_true (liaison_kept_fetch (folder, address, &limits, 3000, &away, NULL, &error));
  g_assert_true (away.offline);
  g_assert_cmpint (away.checked, ==, 2000);
  g_assert_error (away.problem, LIAISON_NET_ERROR, LIAISON_NET_ERROR_UNREACHABLE);
  g_assert_true (g_bytes_equal (first.bytes, away.bytes));
  /* Nothing kept of another address. */
  g_free (address);
  address = g_strdup_printf ("https://localhost:%u/ok", self->untrusted_port);
  g_assert_false (liaison_kept_fetch (folder, address, &limits, 3000, &none, NULL, &error));
  g_assert_error (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_CERTIFICATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/fetch/addresses", test_addresses);
  g_test_add ("/net/fetch/reads", Fixture, NULL, set_up, test_reads, tear_down);
  g_test_add ("/net/fetch/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  g_test_add ("/net/fetch/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/net/kept", Fixture, NULL, set_up, test_kept, tear_down);
  return g_test_run ();
}

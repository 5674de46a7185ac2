/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "output.h"

#include "safe-stream.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define PDI 0x2069

void
liaison_output_init (void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (fcntl (stream, F_GETFD) == -1 && errno == EBADF)
      /* Opened the wrong way round: reading from it, or writing to it, fails. */
      (void) !open ("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* Whether it is written from right to left: the blocks of Unicode set aside for such scripts. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff)
         || (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f;
}

static gboolean
has_right_to_left (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (is_right_to_left (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Adds an isolate if it keeps them balanced. */
static void
append_isolate (GString *safe, gunichar c, guint *open)
{
  if (c == PDI && *open == 0)
    return;
  *open += c == PDI ? -1 : 1;
  g_string_append_unichar (safe, c);
}

static void
append_safe (GString *safe, gunichar c, gboolean one_line)
{
  if ((c == '\n' || c == '\t') && one_line)
    g_string_append_c (safe, ' ');
  else if (c == '\n' || c == '\t')
    g_string_append_c (safe, (char) c);
  else if (liaison_output_turns_text (c) || c == 0x2028 || c == 0x2029)
    g_string_append_printf (safe, "\\u%04x", c);
  else if (g_unichar_iscntrl (c))
    g_string_append_printf (safe, "\\x%02x", c);
  else
    g_string_append_unichar (safe, c);
}

char *
liaison_output_dup_safe (const char *text, gboolean one_line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *safe = g_string_new (NULL);
  gboolean keep = has_right_to_left (valid);
  guint open = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!liaison_output_is_isolate (c))
        append_safe (safe, c, one_line);
      else if (keep)
        append_isolate (safe, c, &open);
    }
  while (open-- > 0)
    g_string_append_unichar (safe, PDI);
  return g_string_free (safe, FALSE);
}

void
liaison_output_print (const char *text)
{
  g_autofree char *safe = liaison_output_dup_safe (text, FALSE);

  g_print ("%s", safe);
}

void
liaison_output_print_line (const char *text)
{
  liaison_output_print (text);
  g_print ("\n");
}

void
liaison_output_warn (const char *text)
{
  g_autofree char *safe = liaison_output_dup_safe (text, FALSE);

  g_printerr ("%s\n", safe);
}

guint
liaison_output_get_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c) && !liaison_output_turns_text (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

char *
liaison_output_dup_wrapped (const char *text, guint width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *wrapped = g_string_new (NULL);
  guint used = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint more = liaison_output_get_width (words[i]);

      if (i > 0 && used + 1 + more > width)
        used = 0;
      if (i > 0)
        g_string_append_c (wrapped, used > 0 ? ' ' : '\n');
      used += (used > 0) + more;
      g_string_append (wrapped, words[i]);
    }
  return g_string_free (wrapped, FALSE);
}

guint
liaison_output_get_terminal_width (void)
{
  struct winsize size = { 0 };

  if (!isatty (STDOUT_FILENO))
    return 0;
  return ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

LiaisonJsonWriter *
liaison_output_begin_json (void)
{
  g_autoptr (GOutputStream) stream = liaison_safe_stream_new (stdout);

  return liaison_json_writer_new_for_stream (stream, NULL);
}

gboolean
liaison_output_finish_json (LiaisonJsonWriter *writer, GError **error)
{
  gboolean written = liaison_json_writer_finish (writer, error);

  liaison_json_writer_free (writer);
  return written;
}

gboolean
liaison_output_finish (GError **error)
{
  int code;

  errno = 0;
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return TRUE;
  code = errno != 0 ? errno : EIO;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}
